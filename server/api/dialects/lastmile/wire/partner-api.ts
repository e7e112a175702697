import { z } from "zod";
import type { PartnerWord } from "@/server/domain/partner/partner-word";
import { instantSchema, pageQuerySchema } from "./common";
import { deliverySchema } from "./delivery";
import { driverPatchSchema } from "./driver";
import { VEHICLE_TYPES } from "./partner";
import { vehiclePatchSchema } from "./vehicle";

export const partnerAssignmentsQuerySchema = pageQuerySchema.extend({
  since: instantSchema.optional().describe("What has changed from then on."),
});

export const partnerAssignmentSchema = z
  .object({
    id: z.string(),
    assignment_id: z.string(),
    kind: z.enum(["handover", "route"]).describe("A delivery handed over, or a route of one of the partner's drivers."),
    status: z
      .enum(["awaited", "accepted", "done", "given_back", "withdrawn", "dispatched", "started", "finished"])
      .describe("awaited: offered, and to be accepted or declined in time."),
    partner_id: z.string(),
    partner_reference: z.string().nullable(),
    driver_id: z.string().nullable(),
    vehicle_id: z.string().nullable(),
    route_id: z.string().nullable(),
    delivery_ids: z.array(z.string()),
    deliveries: z.array(deliverySchema),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "PartnerAssignment" });
export type PartnerAssignmentAnswer = z.input<typeof partnerAssignmentSchema>;

/** What carriers say, and what is meant by it. */
export const STATUS_WORDS: Readonly<Record<string, PartnerWord>> = {
  accepted: "accepted",
  confirmed: "accepted",
  assigned: "accepted",
  declined: "declined",
  rejected: "declined",
  picked_up: "picked-up",
  pickup_completed: "picked-up",
  collected: "picked-up",
  enroute: "enroute",
  en_route: "enroute",
  in_transit: "enroute",
  out_for_delivery: "enroute",
  started: "enroute",
  arrived: "arrived",
  at_dropoff: "arrived",
  delivered: "delivered",
  completed: "delivered",
  failed: "failed",
  attempted: "failed",
  failed_attempt: "failed",
  returned: "returned",
  cancelled: "cancelled",
  canceled: "cancelled",
};

const statusSchema = z
  .string()
  .trim()
  .toLowerCase()
  .transform((word) => word.replace(/[\s-]+/g, "_"))
  .pipe(z.enum(Object.keys(STATUS_WORDS) as [string, ...string[]]));

export const partnerStatusRequestSchema = z
  .object({
    status: statusSchema,
    event_id: z.string().trim().min(1).max(200).optional().describe("The partner's own; sent again, it is one event."),
    occurred_at: instantSchema.optional().describe("When it happened; absent: now."),
    timestamp: instantSchema.optional().describe("As occurred_at."),
    delivery_id: z.string().max(100).optional().describe("Of an assignment with several; absent: all."),
    stop_id: z.string().max(100).optional(),
    partner_reference: z.string().trim().max(200).optional(),
    reason: z.string().trim().max(300).optional(),
    note: z.string().trim().max(700).optional(),
    recipient_name: z.string().trim().max(120).optional(),
  })
  .meta({ id: "PartnerStatusRequest" });
export type PartnerStatusRequest = z.output<typeof partnerStatusRequestSchema>;

export const partnerStatusSchema = z
  .object({
    assignment_id: z.string(),
    accepted: z.literal(true),
    outcome: z
      .enum(["applied", "superseded", "duplicate"])
      .describe("superseded: kept, but what is known already says as much or more; duplicate: it had come before."),
    status: z.string(),
  })
  .meta({ id: "PartnerStatusAck" });

const name = z.string().trim().min(1).max(100);
export const syncedVehicleSchema = vehiclePatchSchema
  .omit({ partner_id: true, version: true })
  .extend({ vehicle_id: name, type: z.enum(VEHICLE_TYPES).optional() });
export const syncedDriverSchema = driverPatchSchema
  .omit({ partner_id: true, version: true })
  .extend({ external_driver_id: name });

/** Items are looked at one by one: what is wrong with one is said of it, and holds nobody up. */
export const driverSyncRequestSchema = z
  .object({
    drivers: z.array(z.looseObject({})).max(500).default([]),
    vehicles: z.array(z.looseObject({})).max(500).default([]),
  })
  .meta({
    id: "DriverSyncRequest",
    description:
      "drivers: external_driver_id, name, phone, email, vehicle_id, skills, documents, metadata, active, custom_fields; vehicles: vehicle_id, type, capacity, registration, label, metadata, custom_fields. Vehicles are taken first.",
  });
export type DriverSyncRequest = z.output<typeof driverSyncRequestSchema>;

export const driverSyncSchema = z
  .object({
    partner_id: z.string(),
    duplicate: z.boolean(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    results: z.array(
      z.object({
        kind: z.enum(["driver", "vehicle"]),
        index: z.int().describe("Its place in its list, from 0."),
        external_id: z.string().nullable(),
        id: z.string().nullable(),
        outcome: z.enum(["created", "updated", "unchanged", "failed"]),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "DriverSyncResult" });
export type DriverSyncAnswer = z.input<typeof driverSyncSchema>;

const text = z.string().trim().max(200);
const lineSchema = z.looseObject({
  delivery_id: text.optional(),
  tracking_number: text.optional(),
  package_id: text.optional(),
  barcode: text.optional(),
  source_id: text.optional(),
  order_id: text.optional(),
  reference: text.optional(),
});

const lines = z.array(lineSchema).max(5000).optional();
export const manifestRequestSchema = z
  .looseObject({
    manifest_id: z.string().trim().min(1).max(200).optional().describe("The partner's own; sent again, it is one."),
    lines,
    items: lines.describe("As lines."),
    deliveries: lines.describe("As lines."),
    packages: lines.describe("As lines."),
  })
  .refine((body) => [body.lines, body.items, body.deliveries, body.packages].some((each) => each?.length), {
    message: "has no lines",
  })
  .meta({ id: "ManifestRequest", description: "A line names a delivery by any one of its fields." });
export type ManifestRequest = z.output<typeof manifestRequestSchema>;

export const manifestSchema = z
  .object({
    manifest_id: z.string(),
    partner_id: z.string(),
    accepted: z.literal(true),
    duplicate: z.boolean(),
    lines: z.int(),
    matched: z.int(),
    delivery_ids: z.array(z.string()),
    errors: z.array(
      z.object({
        line: z.int().describe("From 1."),
        code: z.enum(["unknown", "ambiguous", "repeated"]),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "ManifestAck" });
export type ManifestAnswer = z.input<typeof manifestSchema>;
