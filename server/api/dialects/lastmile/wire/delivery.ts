import { z } from "zod";
import { metadataSchema, SERVICE_LEVELS } from "@/server/domain/order/delivery-schema";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import {
  addressPatchSchema,
  addressSchema,
  instantSchema,
  pageQuerySchema,
  personSchema,
  windowSchema,
} from "./common";

const MOST_AT_ONCE = 1000;
const text = (max: number) => z.string().trim().max(max);
const instructions = text(2000).optional();

const packageSchema = z
  .object({
    package_id: text(100).optional(),
    description: text(200).optional(),
    quantity: z.int().min(1).max(100_000).optional(),
    weight: z.number().min(0).max(2_000_000).optional().describe("Grams."),
    volume: z.number().min(0).max(2_000_000).optional().describe("Litres."),
  })
  .meta({ id: "Package" });

const pickupSchema = z
  .object({
    address: addressSchema,
    window: windowSchema.nullish(),
    contact: personSchema.optional(),
    instructions,
  })
  .meta({ id: "Pickup" });

const dropoffSchema = z
  .object({
    address: addressSchema,
    window: windowSchema.nullish(),
    recipient: personSchema.optional(),
    instructions,
  })
  .meta({ id: "Dropoff" });

export const deliveryRequestSchema = z
  .object({
    source: text(120).optional(),
    source_id: text(200).optional(),
    order_id: text(200).optional(),
    packages: z.array(packageSchema).max(500).default([]),
    pickup: pickupSchema.optional(),
    dropoff: dropoffSchema,
    service_level: z.enum(SERVICE_LEVELS).default("standard"),
    priority: z.enum(["high", "normal"]).default("normal"),
    area: text(100).optional(),
    metadata: metadataSchema.default({}),
  })
  .meta({ id: "DeliveryRequest" });
export type DeliveryRequest = z.output<typeof deliveryRequestSchema>;

export const deliveriesRequestSchema = z.union([
  deliveryRequestSchema,
  z.array(deliveryRequestSchema).min(1).max(MOST_AT_ONCE),
]);

/** Doors are laid over what is there one level deep: a new window leaves the address. */
export const deliveryPatchSchema = z
  .object({
    pickup: pickupSchema.extend({ address: addressPatchSchema }).partial().optional(),
    dropoff: dropoffSchema.extend({ address: addressPatchSchema }).partial().optional(),
    packages: z.array(packageSchema).max(500).optional(),
    service_level: z.enum(SERVICE_LEVELS).optional(),
    priority: z.enum(["high", "normal"]).optional(),
    area: text(100).optional(),
    metadata: metadataSchema.optional(),
    version: z.int().min(1).optional().describe("As If-Match."),
  })
  .meta({ id: "DeliveryPatch" });
export type DeliveryPatch = z.output<typeof deliveryPatchSchema>;

export const deliveryQuerySchema = pageQuerySchema.extend({
  status: z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(DELIVERY_STATUSES)).min(1))
    .optional()
    .describe("One, or several with commas between."),
  driver_id: z.string().max(100).optional(),
  partner_id: z.string().max(100).optional(),
  from: instantSchema.optional().describe("Created then or later."),
  to: instantSchema.optional().describe("Created before then."),
  service_level: z.enum(SERVICE_LEVELS).optional(),
  area: z.string().max(100).optional().describe("`default`: everywhere."),
});

export const cancelRequestSchema = z
  .object({ reason: text(500).optional(), refund_hint: text(500).optional() })
  .optional()
  .meta({ id: "CancelRequest" });

export const rescheduleRequestSchema = z
  .object({
    window: windowSchema.optional(),
    reservation_id: z.string().max(100).optional().describe("Of a slot: its day and window count, and no other."),
    reason: text(500).optional(),
    special_instructions: instructions,
    version: z.int().min(1).optional(),
  })
  .refine(({ window, reservation_id }) => window !== undefined || reservation_id !== undefined, {
    message: "needs a window, or a reservation_id",
  })
  .meta({ id: "RescheduleRequest" });

const nullableText = z.string().nullable();

const assignmentSchema = z
  .object({
    assignment_id: z.string().describe("The route's, as an assignment."),
    driver_id: z.string(),
    vehicle_id: z.string(),
    route_id: z.string(),
    eta: z.string(),
  })
  .meta({ id: "DeliveryAssignment" });

const doorSchema = z.object({
  address: z.record(z.string(), z.unknown()),
  window: z.object({ from: z.string(), to: z.string() }).nullable(),
  instructions: z.string(),
});

const personAnswerSchema = z.object({ name: z.string(), phone: z.string(), email: z.string() });

export const deliverySchema = z
  .object({
    id: z.string(),
    delivery_id: z.string(),
    type: z.enum(["delivery", "return"]),
    source: nullableText,
    source_id: nullableText,
    order_id: nullableText,
    status: z.enum(DELIVERY_STATUSES),
    service_level: z.enum(SERVICE_LEVELS),
    priority: z.enum(["high", "normal"]),
    area: z.string(),
    pickup: doorSchema.extend({ contact: personAnswerSchema }).nullable(),
    dropoff: doorSchema.extend({ recipient: personAnswerSchema }).nullable(),
    packages: z.array(z.record(z.string(), z.unknown())),
    assignment: assignmentSchema.nullable(),
    partner_id: nullableText,
    tracking_number: z.string(),
    version: z.int(),
    created_at: z.string(),
    updated_at: z.string(),
    metadata: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Delivery" });
export type DeliveryAnswer = z.input<typeof deliverySchema>;

export const timelineEntrySchema = z
  .object({
    sequence: z.int(),
    type: z.string(),
    timestamp: z.string(),
    received_at: z.string(),
    actor: z.object({ kind: z.string(), label: z.string() }),
    status: z.string().optional(),
    reason: z.string().optional(),
    correlation_id: z.string(),
  })
  .meta({ id: "TimelineEntry" });

export const deliveryRecordSchema = deliverySchema
  .extend({
    assignments: z.array(assignmentSchema),
    telemetry: z.object({
      location: z.object({ lat: z.number(), lon: z.number(), timestamp: z.string() }).nullable(),
    }),
    timeline: z.array(timelineEntrySchema),
  })
  .meta({ id: "DeliveryRecord" });

const refusedDeliverySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export const createdSchema = z.union([
  deliverySchema,
  z.object({ deliveries: z.array(z.union([deliverySchema, refusedDeliverySchema])) }),
]);

export const cancelledSchema = z
  .object({
    delivery_id: z.string(),
    cancelled: z.boolean(),
    status: z.enum(DELIVERY_STATUSES),
    reconcile_actions: z.array(z.object({ action: z.string(), reason: z.string() })),
  })
  .meta({ id: "Cancellation" });
