import { z } from "zod";
import { DRIVER_AVAILABILITIES } from "@/server/domain/driver/driver-availability";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { CONTACT_CHANNELS } from "@/server/domain/policy/contact-channel";
import { MAX_POD_FILES } from "@/server/domain/proof/upload";
import { instantSchema, pointSchema } from "./common";
import { fileSchema, podSchema } from "./pod";

/** What every act of a driver may say of when it was: what is sent late carries its own time. */
const timed = {
  timestamp: instantSchema.optional().describe("When it was; absent: now. Sent again with it, an act is the same act."),
};
const notes = z.string().trim().max(2000).optional();

export const actRequestSchema = z.object(timed).meta({ id: "DriverAct" });

/** Reason codes, by what the core calls them. */
export const DECLINE_CODES = {
  sick: "sick",
  vehicle_problem: "vehicle-problem",
  shift_over: "shift-over",
  too_far: "too-much",
  too_much: "too-much",
  mistake: "mistake",
  other: "other",
} as const;

const declineCode = z.enum(Object.keys(DECLINE_CODES) as (keyof typeof DECLINE_CODES)[]);
export const declineRequestSchema = z
  .object({ ...timed, reason: declineCode.optional(), reason_code: declineCode.optional(), notes })
  .refine(({ reason, reason_code }) => reason ?? reason_code, { path: ["reason"], message: "is missing" })
  .meta({ id: "DeclineRequest" });

export const arriveRequestSchema = z
  .object({ ...timed, location: pointSchema.optional() })
  .meta({ id: "ArriveRequest" });

/** Why a delivery failed, by what the core calls it: the document's three, and the codes for what else happens. */
export const FAILURE_CODES = {
  no_one_home: "nobody-home",
  wrong_address: "wrong-address",
  refused: "refused",
  no_access: "no-access",
  damaged: "damaged",
  vehicle_problem: "vehicle-problem",
  not_enough_time: "not-enough-time",
  other: "other",
} as const;
const failureCode = z.enum(Object.keys(FAILURE_CODES) as (keyof typeof FAILURE_CODES)[]);

const contactAttempts = z
  .array(z.object({ channel: z.enum(CONTACT_CHANNELS), timestamp: instantSchema.optional() }))
  .max(20)
  .optional()
  .describe("How the recipient was tried to be reached, as the policy's `contact_attempt_rules` may ask for.");

export const attemptRequestSchema = z
  .object({
    ...timed,
    attempt_number: z.int().min(1).max(100),
    reason: failureCode.optional(),
    contact_attempts: contactAttempts,
    notes,
    location: pointSchema.optional(),
  })
  .meta({ id: "AttemptRequest" });

export const failedRequestSchema = z
  .object({
    ...timed,
    reason: failureCode,
    next_action: z.enum(["reschedule", "return_to_warehouse"]).optional(),
    contact_attempts: contactAttempts,
    notes,
    location: pointSchema.optional(),
  })
  .meta({ id: "FailedRequest" });

export const partialRequestSchema = z
  .object({
    ...timed,
    delivered_packages: z
      .array(
        z.union([
          z.string().max(120),
          z.object({ package_id: z.string().max(120), quantity: z.int().min(0).max(100_000).optional() }),
        ]),
      )
      .max(500)
      .optional()
      .describe("What was handed over; absent: the notes say it."),
    undelivered_packages: z.array(z.string().max(120)).max(500).optional(),
    reason: z.union([failureCode, z.enum(["missing_item"])]).optional(),
    recipient_name: z.string().trim().max(120).optional(),
    notes,
    location: pointSchema.optional(),
  })
  .meta({ id: "PartialRequest" });

export const completeRequestSchema = z
  .object({
    ...timed,
    status: z.literal("delivered").default("delivered"),
    recipient_signature: fileSchema.nullish().describe("An asset's URL, or the picture itself in base64."),
    photos: z.array(fileSchema).max(MAX_POD_FILES).default([]).describe("Assets' URLs."),
    recipient_name: z.string().trim().max(120).default(""),
    notes: z.string().trim().max(2000).default(""),
    location: pointSchema.optional(),
  })
  .meta({ id: "CompleteRequest" });

export const shiftRequestSchema = z
  .object({
    ...timed,
    assignment_id: z.string().max(100).optional().describe("Absent: all of the day."),
    location: pointSchema.optional(),
  })
  .meta({ id: "ShiftRequest" });

export const shiftSchema = z
  .object({
    driver_id: z.string(),
    status: z.enum(DRIVER_AVAILABILITIES),
    checked_in_at: z.string(),
    checked_out_at: z.string().nullable().describe("Null while the shift lasts."),
  })
  .meta({ id: "Shift" });

export const pingSchema = z
  .object({
    driver_id: z.string().max(100).optional().describe("The token's own."),
    location: pointSchema,
    timestamp: instantSchema.optional().describe("Where the location has none; absent: now."),
    speed: z.number().nullable().optional().describe("Metres a second."),
    heading: z.number().nullable().optional().describe("Degrees clockwise from north."),
    battery_pct: z.number().nullable().optional(),
  })
  .meta({ id: "LocationPing" });
export type WirePing = z.output<typeof pingSchema>;

const MOST_PINGS = 1000;
const pings = z.array(pingSchema).min(1).max(MOST_PINGS);
export const locationRequestSchema = z
  .union([z.object({ pings }), pings, pingSchema])
  .meta({ id: "LocationRequest", description: "One, a list, or a list called pings; in any order." });

/** The pings of a request, however many it has. */
export function pingsOf(body: z.output<typeof locationRequestSchema>): readonly WirePing[] {
  if (Array.isArray(body)) return body;
  return "pings" in body ? body.pings : [body];
}

export const locationAnswerSchema = z
  .object({
    accepted: z.int(),
    refused: z.array(z.object({ index: z.int(), reason: z.string() })),
  })
  .meta({ id: "LocationAnswer" });

const STOP_STATUSES = ["pending", "enroute", "arrived", "completed", "partial", "attempted", "failed"] as const;

export const driverStopSchema = z
  .object({
    id: z.string(),
    stop_id: z.string(),
    delivery_id: z.string(),
    assignment_id: z.string(),
    type: z.enum(["pickup", "dropoff"]),
    sequence: z.int().nullable().describe("From 1; null: it was tried here, and is planned elsewhere by now."),
    status: z.enum(STOP_STATUSES),
    delivery_status: z.enum(DELIVERY_STATUSES),
    eta: z.string().describe("Once made: when the driver was there."),
    location: z.object({ lat: z.number(), lon: z.number() }).nullable(),
    name: z.string(),
    address: z.string(),
    arrived_at: z.string().nullable(),
    completed_at: z.string().nullable(),
    reason: z.string().nullable(),
    notes: z.string().nullable(),
  })
  .meta({ id: "DriverStop" });
export type DriverStopAnswer = z.input<typeof driverStopSchema>;

const verdict = z
  .enum(["applied", "duplicate", "superseded"])
  .describe("superseded: kept, but something newer stands, or the same said earlier.");

export const actedStopSchema = driverStopSchema.extend({ result: verdict }).meta({ id: "ActedStop" });
export const completedStopSchema = driverStopSchema
  .extend({ result: verdict, pod_id: z.string().nullable(), pod: podSchema.nullable() })
  .meta({ id: "CompletedStop" });

export const driverAssignmentSchema = z
  .object({
    id: z.string(),
    assignment_id: z.string(),
    route_id: z.string(),
    driver_id: z.string(),
    vehicle_id: z.string(),
    date: z.string(),
    status: z.enum(["offered", "accepted", "declined", "started", "finished"]),
    starts_at: z.string(),
    ends_at: z.string(),
    stops: z.array(driverStopSchema),
    next_stop: driverStopSchema.nullable(),
  })
  .meta({ id: "DriverAssignment" });
export type DriverAssignmentAnswer = z.input<typeof driverAssignmentSchema>;

export const actedAssignmentSchema = driverAssignmentSchema.extend({ result: verdict }).meta({ id: "ActedAssignment" });

export const driverRouteSchema = driverAssignmentSchema
  .extend({
    route_geometry: z
      .string()
      .describe("Google's encoded polyline, precision 5; straight lines where no road is known."),
    estimated_distance_m: z.int(),
    estimated_time_s: z.int(),
  })
  .meta({ id: "DriverRoute" });
