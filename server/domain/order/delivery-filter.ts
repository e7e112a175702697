import { z } from "zod";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "@/server/domain/time/local-date";
import { DELIVERY_STATUSES } from "./delivery-status";

/** Which deliveries a list, a bulk selection or a count is about. Absent: all. */
export const deliveryFilterSchema = z.object({
  projectId: z.uuid(),
  /** `none`: those without a day. */
  date: z.union([localDateSchema, z.literal("none")]).optional(),
  statuses: z.array(z.enum(DELIVERY_STATUSES)).max(10).optional(),
  priorities: z.array(z.enum(PRIORITIES)).max(4).optional(),
  /** Those with at least one of them. */
  tags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  /** Words of number, name, phone, e-mail or address; all must appear, each anywhere. */
  search: z.string().trim().max(200).optional(),
  /** `doubtful`: a door is known by street or town only, or not at all. `pending`: not yet looked up. */
  location: z.enum(["doubtful", "pending", "certain"]).optional(),
  /** True: on a route. */
  planned: z.boolean().optional(),
});
export type DeliveryFilter = z.infer<typeof deliveryFilterSchema>;

export const DELIVERY_SORTS = [
  "created",
  "serviceDate",
  "externalId",
  "name",
  "address",
  "priority",
  "status",
] as const;

export const deliverySortSchema = z.object({
  by: z.enum(DELIVERY_SORTS).default("created"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});
export type DeliverySort = z.infer<typeof deliverySortSchema>;
