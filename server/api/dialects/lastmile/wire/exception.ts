import { z } from "zod";
import {
  EXCEPTION_STATUSES,
  EXCEPTION_TYPES,
  MANUAL_TYPES,
  SEVERITIES,
} from "@/server/domain/exception/exception-type";
import { pageQuerySchema, windowSchema } from "./common";
import { deliveryRequestSchema } from "./delivery";

const text = (max: number) => z.string().trim().max(max);
const underscored = <T extends string>(words: readonly T[]) => words.map((word) => word.replaceAll("-", "_"));

export const exceptionRequestSchema = z
  .object({
    delivery_id: z.string().max(100),
    type: z.enum(underscored(MANUAL_TYPES)),
    severity: z.enum(SEVERITIES).default("medium"),
    notes: text(2000).optional(),
  })
  .meta({ id: "ExceptionRequest" });

const listOf = <T extends string>(words: readonly T[]) =>
  z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(words as readonly [T, ...T[]])).min(1))
    .optional()
    .describe("One, or several with commas between.");

export const exceptionQuerySchema = pageQuerySchema.extend({
  status: listOf(EXCEPTION_STATUSES),
  type: listOf(underscored(EXCEPTION_TYPES)),
  severity: z.enum(SEVERITIES).optional(),
  delivery_id: z.string().max(100).optional(),
});

/** What may be done about it, the likeliest first. */
export const REMEDIATIONS = [
  "reschedule",
  "retry",
  "escalate",
  "reassign",
  "correct_address",
  "return_to_warehouse",
  "notify_recipient",
  "contact_driver",
  "request_proof",
] as const;

export const exceptionSchema = z
  .object({
    id: z.string(),
    exception_id: z.string(),
    delivery_id: z.string().nullable(),
    driver_id: z.string().nullable(),
    route_id: z.string().nullable(),
    type: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.enum(EXCEPTION_STATUSES),
    source: z.enum(["rule", "person"]),
    notes: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
    details: z.record(z.string(), z.unknown()),
    suggested_remediation: z.array(z.enum(REMEDIATIONS)),
    raised_at: z.string(),
    due_at: z.string(),
    closed_at: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: "Exception" });
export type ExceptionAnswer = z.input<typeof exceptionSchema>;

export const retryRequestSchema = z
  .object({
    window: windowSchema.optional(),
    reservation_id: z.string().max(100).optional().describe("Of a slot: its day and window count, and no other."),
    special_instructions: text(2000).optional(),
    reason: text(500).optional(),
  })
  .refine(({ window, reservation_id }) => window !== undefined || reservation_id !== undefined, {
    message: "needs a window, or a reservation_id",
  })
  .meta({ id: "RetryRequest" });

export const escalateRequestSchema = z
  .object({
    case_id: text(120).min(1),
    priority: z.enum(["high", "normal"]).default("normal"),
    notes: text(1000).optional(),
  })
  .meta({ id: "EscalateRequest" });

export const escalatedSchema = z
  .object({
    delivery_id: z.string(),
    case_id: z.string(),
    priority: z.string(),
    exception_id: z.string(),
    status: z.literal("escalated"),
  })
  .meta({ id: "Escalation" });

/** Goods to be fetched: where a delivery of ours went, or at an address. */
export const returnRequestSchema = deliveryRequestSchema
  .omit({ dropoff: true })
  .extend({
    delivery_id: z
      .string()
      .max(100)
      .optional()
      .describe("What was delivered and comes back: its address, contact and packages."),
    window: windowSchema.optional(),
  })
  .refine(({ delivery_id, pickup }) => delivery_id !== undefined || pickup !== undefined, {
    message: "needs a delivery_id or a pickup",
  })
  .meta({ id: "ReturnRequest" });
export type ReturnRequest = z.output<typeof returnRequestSchema>;
