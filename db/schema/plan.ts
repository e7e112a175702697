import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { StopRuleBreak } from "@/server/domain/plan/rule-break";
import { createdAt, id, instant, json, organizationId, tenantKey, toldByTrigger, updatedAt, version } from "./columns";
import { deliveryVisit } from "./delivery";
import { driverDay } from "./fleet";
import { project } from "./project";

/** One service day of one project. */
export const plan = pgTable(
  "plan",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    /** Frozen from the project when the plan is made: its day does not move if the project's zone is edited. */
    timeZone: text("time_zone").notNull(),
    /** What programs call it, whose further plans of the day are waves; empty: nobody has named it. */
    label: text("label").notNull().default(""),
    status: text("status").$type<"draft" | "dispatched" | "closed">().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }),
    // A project has one plan a day; also finds it.
    uniqueIndex("plan_project_date").on(table.organizationId, table.projectId, table.date),
  ],
);

/** One driver's sequence in a plan. */
export const route = pgTable(
  "route",
  {
    organizationId: organizationId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    driverDayId: uuid("driver_day_id").notNull(),
    /** The number people call it by, unique in the plan. */
    number: smallint("number").notNull(),
    status: text("status").$type<"planned" | "dispatched" | "started" | "finished">().notNull(),
    /** No stop may be added, removed or moved by the optimizer. */
    locked: boolean("locked").notNull().default(false),
    /** So many stops at the front keep their places. */
    frozenStops: smallint("frozen_stops").notNull().default(0),
    /** Its colours, by their numbers in the palette; null until it has had stops, then the same for the day. */
    hueIndex: smallint("hue_index"),
    lineStyleIndex: smallint("line_style_index"),
    /** Elapsed seconds from the plan's local midnight. */
    startSeconds: integer("start_seconds").notNull(),
    endSeconds: integer("end_seconds").notNull(),
    distanceMeters: integer("distance_meters").notNull(),
    driveSeconds: integer("drive_seconds").notNull(),
    serviceSeconds: integer("service_seconds").notNull(),
    waitSeconds: integer("wait_seconds").notNull(),
    lateStops: integer("late_stops").notNull(),
    costCents: integer("cost_cents").notNull(),
    /** The last leg, back to the depot: encoded polyline (precision 5) or empty when only estimated. */
    returnShape: text("return_shape").notNull().default(""),
    returnLegMeters: integer("return_leg_meters").notNull().default(0),
    returnLegSeconds: integer("return_leg_seconds").notNull().default(0),
    /** The optimizer has put its stops in this order, and nobody has changed it since. */
    isOptimized: boolean("is_optimized").notNull().default(false),
    /** False while a leg's time or distance is only an estimate. */
    onRoads: boolean("on_roads").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.driverDayId],
      foreignColumns: [driverDay.organizationId, driverDay.id],
    }),
    // A plan's routes by number; a number means one route.
    uniqueIndex("route_plan_number").on(table.organizationId, table.planId, table.number),
    // A driver's day has one route in a plan.
    uniqueIndex("route_driver_day").on(table.organizationId, table.driverDayId),
    // An API's list of all routes, by when they were made or last changed.
    index("route_created").on(table.organizationId, table.createdAt, table.id),
    index("route_updated").on(table.organizationId, table.updatedAt, table.id),
  ],
);

/** One visit on a route. */
export const stop = pgTable(
  "stop",
  {
    organizationId: organizationId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    routeId: uuid("route_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    // Whose it is, told by its route and visit: written by triggers (`place_stop`), read by the policies `scope`.
    projectId: toldByTrigger("project_id"),
    driverId: toldByTrigger("driver_id"),
    deliveryId: toldByTrigger("delivery_id"),
    /** 0-based order on the route. */
    position: smallint("position").notNull(),
    lockedToDriver: boolean("locked_to_driver").notNull().default(false),
    lockedToPosition: boolean("locked_to_position").notNull().default(false),
    /** Service begins then, in elapsed seconds from the plan's local midnight; null: at any time. */
    lockedStartSeconds: integer("locked_start_seconds"),
    /** Elapsed seconds from the plan's local midnight. */
    arriveSeconds: integer("arrive_seconds").notNull(),
    startSeconds: integer("start_seconds").notNull(),
    departSeconds: integer("depart_seconds").notNull(),
    legMeters: integer("leg_meters").notNull(),
    legSeconds: integer("leg_seconds").notNull(),
    /** The way here from the stop before: encoded polyline (precision 5), empty when only estimated. */
    legShape: text("leg_shape").notNull().default(""),
    /** So long the driver loads at the depot before he comes here, and the leg leads from there; null: he does not go back. */
    reloadSeconds: integer("reload_seconds"),
    /** The way back to the depot for it; the shape as `leg_shape`. */
    reloadLegMeters: integer("reload_leg_meters").notNull().default(0),
    reloadLegSeconds: integer("reload_leg_seconds").notNull().default(0),
    reloadLegShape: text("reload_leg_shape").notNull().default(""),
    ruleBreaks: json<StopRuleBreak[]>("rule_breaks").notNull(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }),
    // A plan's board in one scan, in driving order.
    index("stop_plan_route_position").on(table.organizationId, table.planId, table.routeId, table.position),
    // A visit is on one route at most, whatever two dispatchers do at once.
    uniqueIndex("stop_visit").on(table.organizationId, table.visitId),
    // Where a delivery's doors are driven, for whoever sees some depots only.
    index("stop_delivery").on(table.organizationId, table.deliveryId, table.driverId, table.projectId),
  ],
);

/** A route offered to a driver: the link that was sent, only its hash kept. */
export const assignment = pgTable(
  "assignment",
  {
    organizationId: organizationId(),
    id: id(),
    routeId: uuid("route_id").notNull(),
    driverId: uuid("driver_id").notNull(),
    status: text("status").$type<"offered" | "accepted" | "declined" | "revoked">().notNull(),
    /** `app`: no message went out; his app hears of it. */
    channel: text("channel").$type<"email" | "sms" | "app">().notNull(),
    /** SHA-256 of the link's token, hex. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When the link was first opened. */
    openedAt: instant("opened_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    // A driver's link finds its route.
    uniqueIndex("assignment_token_hash").on(table.tokenHash),
    // A route's links, newest last.
    index("assignment_route").on(table.organizationId, table.routeId, table.id),
  ],
);
