import { z } from "zod";
import { UPSERT_MODES } from "@/server/domain/order/delivery-schema";
import { localDateSchema } from "@/server/domain/time/local-date";
import { type OrderMapping, orderMappingSchema } from "./order-columns";

/** How a file is read and what to assume where it is silent. */
export const importSettingsSchema = z.object({
  mapping: orderMappingSchema as z.ZodType<OrderMapping, OrderMapping>,
  /** What to do with numbers already known. */
  mode: z.enum(UPSERT_MODES).default("merge"),
  /** Day of rows that name none. */
  serviceDate: localDateSchema.optional(),
  /** ISO 3166-1 alpha-2; absent: the project's. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, { message: "must be a country's two letters, such as DK" })
    .optional(),
  /** Absent: the project's. */
  serviceSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .optional(),
  /** How 03/04/2026 is meant. */
  dateOrder: z.enum(["day-first", "month-first"]).optional(),
});
export type ImportSettings = z.infer<typeof importSettingsSchema>;

export const IMPORT_STATUSES = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "imported",
  "failed",
  "discarded",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const IMPORT_ROW_STATUSES = ["pending", "valid", "invalid", "imported", "skipped"] as const;
export type ImportRowStatus = (typeof IMPORT_ROW_STATUSES)[number];
