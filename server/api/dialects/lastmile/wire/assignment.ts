import { z } from "zod";
import { instantSchema } from "./common";
import { VEHICLE_TYPES } from "./partner";

const MOST_DELIVERIES = 5000;
const idText = z.string().trim().min(1).max(100);
const deliveryIds = z.array(idText).max(MOST_DELIVERIES);

export const STRATEGIES = ["latency", "cost", "balanced"] as const;
/** With the words other systems have for the same. */
export const TIME_WINDOW_POLICIES = ["strict", "hard", "soft", "flexible", "ignore"] as const;

const terms = {
  constraints: z
    .object({
      max_stops_per_route: z.int().min(1).max(10_000).optional(),
      vehicle_type: z.enum(VEHICLE_TYPES).optional(),
    })
    .default({}),
  time_window_policy: z
    .enum(TIME_WINDOW_POLICIES)
    .default("strict")
    .describe("strict: kept, or the delivery is left out; soft: missed rather than left out; ignore: any time."),
};

export const autoAssignRequestSchema = z
  .object({ delivery_ids: deliveryIds.min(1), strategy: z.enum(STRATEGIES).default("balanced"), ...terms })
  .meta({ id: "AutoAssignRequest" });
export type AutoAssignRequest = z.output<typeof autoAssignRequestSchema>;

export const optionsRequestSchema = z
  .object({ delivery_ids: deliveryIds.min(1), strategy: z.enum(STRATEGIES).optional(), ...terms })
  .meta({
    id: "OptionsRequest",
    description: "Fastest and cheapest are always among the answer, with the strategy asked for.",
  });

export const replanRequestSchema = z
  .object({
    delivery_ids: deliveryIds.default([]).describe("Put on the route besides what it has."),
    event: z.string().trim().max(200).optional().describe("Why: for the audit trail."),
    strategy: z.enum(STRATEGIES).default("balanced"),
    time_window_policy: terms.time_window_policy,
  })
  .meta({ id: "ReplanRequest" });

const stopSchema = z
  .object({
    stop_id: z.string(),
    delivery_id: z.string(),
    type: z.enum(["pickup", "dropoff"]),
    sequence: z.int(),
    eta: instantSchema,
    status: z.enum(["pending", "enroute", "arrived", "delivered", "partial", "failed", "attempted"]),
    location: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  })
  .meta({ id: "RouteStop" });

const etaSchema = z.object({ stop_id: z.string(), delivery_id: z.string(), eta: instantSchema });

/** What the optimizer says of every route. */
const figures = {
  eta_per_stop: z.array(etaSchema),
  stops: z.array(stopSchema),
  next_stop: stopSchema.nullable(),
  route_geometry: z.string().describe("Encoded polyline, precision 5."),
  estimated_distance_m: z.int(),
  estimated_time_s: z.int().describe("From leaving to being back."),
  cost: z.number().describe("In units of the currency."),
  currency: z.string(),
};

export const routePlanSchema = z
  .object({
    route_id: z.string(),
    driver_id: z.string(),
    vehicle_id: z.string(),
    date: z.string(),
    start_at: instantSchema,
    end_at: instantSchema,
    delivery_ids: z.array(z.string()),
    ...figures,
  })
  .meta({ id: "RoutePlan" });
export type RoutePlanAnswer = z.input<typeof routePlanSchema>;

export const assignmentSchema = routePlanSchema
  .extend({
    id: z.string(),
    assignment_id: z.string(),
    status: z.enum(["planned", "assigned", "in_progress", "completed"]),
    locked: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Assignment" });
export type AssignmentAnswer = z.input<typeof assignmentSchema>;

export const unassignedSchema = z
  .object({
    delivery_id: z.string(),
    reason: z.string().describe("The rule that stands against it first: time_window, capacity, no_driver, unlocated …"),
    reasons: z.array(z.string()),
  })
  .meta({ id: "UnassignedDelivery" });
export type UnassignedAnswer = z.input<typeof unassignedSchema>;

export const assignmentsSchema = z
  .object({
    assignments: z.array(assignmentSchema),
    unassigned: z.array(unassignedSchema),
    handed_over: z
      .array(z.object({ delivery_id: z.string(), partner_id: z.string(), assignment_id: z.string() }))
      .describe("What found no room and a partner has taken, where partner_routing.overflow says so."),
  })
  .meta({ id: "Assignments" });

export const planSchema = z
  .object({
    strategy: z.enum(STRATEGIES),
    label: z.string(),
    routes: z.array(routePlanSchema),
    unassigned: z.array(unassignedSchema),
    route_id: z
      .string()
      .nullable()
      .describe("The first route's, and so is the geometry; figures and stops are of all."),
    ...figures,
  })
  .meta({ id: "OptimizerPlan" });
export type PlanAnswer = z.input<typeof planSchema>;

export const optionsSchema = z.object({ options: z.array(planSchema) }).meta({ id: "OptimizerOptions" });

export const replannedSchema = assignmentSchema
  .extend({ unassigned: z.array(unassignedSchema) })
  .meta({ id: "ReplannedAssignment" });

export const assignRequestSchema = z
  .object({
    delivery_ids: deliveryIds.min(1),
    force: z.boolean().default(false).describe("Also what another driver has and has not begun."),
  })
  .meta({ id: "AssignRequest" });

export const unassignRequestSchema = z
  .object({
    delivery_ids: deliveryIds.optional(),
    assignment_ids: z.array(idText).max(1000).optional(),
    reassign_to: idText.optional().describe("The driver who gets them instead."),
    force: z.boolean().default(false).describe("Also what is locked."),
    reason: z.string().trim().max(500).default(""),
  })
  .refine(({ delivery_ids = [], assignment_ids = [] }) => delivery_ids.length + assignment_ids.length > 0, {
    message: "needs delivery_ids or assignment_ids",
  })
  .meta({ id: "UnassignRequest" });
export type UnassignRequest = z.output<typeof unassignRequestSchema>;

export const unassignResultSchema = z
  .object({
    unassigned: z.array(z.string()),
    skipped: z.array(z.object({ delivery_id: z.string(), reason: z.string() })),
    assignments: z.array(assignmentSchema).describe("Where they are now, if they were given to somebody else."),
  })
  .meta({ id: "UnassignResult" });

export const lockRequestSchema = z
  .object({ locked: z.boolean().default(true) })
  .default({ locked: true })
  .meta({ id: "LockRequest" });

export const pushResultSchema = z
  .object({
    assignment_id: z.string(),
    driver_id: z.string(),
    pushed: z.boolean(),
    channels: z.array(z.enum(["app", "email", "sms"])),
    messages: z.array(z.object({ message_id: z.string(), channel: z.enum(["email", "sms"]), status: z.string() })),
  })
  .meta({ id: "PushResult" });
