import { z } from "zod";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { timelineEntrySchema } from "./delivery";
import { driverAssignmentSchema } from "./driver-api";

export const assignmentPushSchema = z
  .object({
    type: z.string().describe("What happened, as in the timeline."),
    assignment_id: z.string(),
    assignment: driverAssignmentSchema.nullable().describe("As it is now; null: it is this driver's no more."),
  })
  .meta({ id: "AssignmentPush" });

export const driverStreamSchema = z.union([
  z.object({ assignments: z.array(driverAssignmentSchema) }).describe("Of a `snapshot`."),
  assignmentPushSchema,
]);

export const deliveryStreamQuerySchema = z.object({
  token: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe("The delivery's tracking number, of whoever has no key."),
});

export const deliveryStreamSchema = z.union([
  z
    .object({
      delivery_id: z.string(),
      status: z.enum(DELIVERY_STATUSES),
      eta: z.string().nullable(),
      stops_before: z.int().nullable(),
      timestamp: z.string(),
    })
    .describe("Of a `snapshot`."),
  timelineEntrySchema.partial({ actor: true, correlation_id: true }).extend({ delivery_id: z.string() }),
]);
