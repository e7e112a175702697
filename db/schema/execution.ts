import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DriverOp, DriverOpType } from "@/server/domain/execution/driver-op";
import type { OpRejection, OpVerdict } from "@/server/domain/execution/merge-op";
import type { Completion, RouteBreak, StopRunStatus } from "@/server/domain/execution/run-state";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { assignment, plan, route } from "./plan";

/** A device that has opened a driver's link: short-lived, good for one route, ended with the link. */
export const driverSession = pgTable(
  "driver_session",
  {
    organizationId: organizationId(),
    id: id(),
    assignmentId: uuid("assignment_id").notNull(),
    routeId: uuid("route_id").notNull(),
    driverId: uuid("driver_id").notNull(),
    /** SHA-256 of the session's token, hex. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    createdAt: createdAt(),
    /** The member who looks as this driver, and can do nothing; null: it is the driver's own device. */
    watchedBy: uuid("watched_by"),
    /** The sign-in the member looks from: a look does not outlive it. */
    lookerSessionId: uuid("looker_session_id"),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.assignmentId],
      foreignColumns: [assignment.organizationId, assignment.id],
    }).onDelete("cascade"),
    // A device's token finds its route.
    uniqueIndex("driver_session_token_hash").on(table.tokenHash),
    // The devices of a link, to end them with it.
    index("driver_session_assignment").on(table.organizationId, table.assignmentId),
  ],
);

/** Every act a route's driver, or the desk in his name, has reported; states are folded from them. Append only. */
export const driverOp = pgTable(
  "driver_op",
  {
    organizationId: organizationId(),
    /** The device's own name for the act. */
    id: id(),
    routeId: uuid("route_id").notNull(),
    /** Null when the desk said it. */
    driverId: uuid("driver_id"),
    type: text("type").$type<DriverOpType>().notNull(),
    /** The act, its time put right where the device's clock was known to be off. */
    act: json<DriverOp>("act").notNull(),
    /** Put right; as the device said it: `deviceAt`. */
    occurredAt: instant("occurred_at").notNull(),
    deviceAt: instant("device_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** How far the device's clock was behind ours. */
    skewSeconds: integer("skew_seconds").notNull(),
    verdict: text("verdict").$type<OpVerdict["verdict"]>().notNull(),
    rejection: text("rejection").$type<OpRejection>(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    // A route's acts, to be folded.
    index("driver_op_route").on(table.organizationId, table.routeId, table.occurredAt),
  ],
);

/** How a route is going: folded from its acts. */
export const routeRun = pgTable(
  "route_run",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    planId: uuid("plan_id").notNull(),
    answeredAt: instant("answered_at"),
    checkedInAt: instant("checked_in_at"),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    checkedOutAt: instant("checked_out_at"),
    breaks: json<readonly RouteBreak[]>("breaks").notNull(),
    /** As last heard of. */
    skewSeconds: integer("skew_seconds").notNull(),
    syncedAt: instant("synced_at").notNull(),
    /** How far was driven, by the positions of the device; null: not measured, or there were too few. */
    drivenMeters: integer("driven_meters"),
    /** What its vehicle emitted when the route ended, in grams of CO₂ a kilometre; null: not ended, or nobody had said. */
    emissionGramsPerKm: doublePrecision("emission_grams_per_km"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    // How a plan's routes are going.
    index("route_run_plan").on(table.organizationId, table.planId),
  ],
);

/** How a visit went, or is going, on a route: an attempt. It outlives the stop, which may be planned anew. */
export const stopRun = pgTable(
  "stop_run",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    planId: uuid("plan_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    status: text("status").$type<StopRunStatus>().notNull(),
    departedAt: instant("departed_at"),
    arrivedAt: instant("arrived_at"),
    completedAt: instant("completed_at"),
    completion: json<Completion>("completion"),
    /**
     * When it was expected to be reached, as that stood so long before it was (`REPORTED_LEAD_MINUTES`, in their order; null:
     * nothing was expected yet). Kept with `arrivedAt`: reports read it, and it outlives `arrival_history`.
     */
    expectedAt: instant("expected_at").array(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // How a plan's visits are going.
    index("stop_run_plan").on(table.organizationId, table.planId),
    // A delivery's attempts.
    index("stop_run_delivery").on(table.organizationId, table.deliveryId),
  ],
);

/** When a stop that is not done is expected to be reached, as last worked out. */
export const stopArrival = pgTable(
  "stop_arrival",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    planId: uuid("plan_id").notNull(),
    arriveAt: instant("arrive_at").notNull(),
    /** When service begins, after any wait for the window. */
    startAt: instant("start_at").notNull(),
    departAt: instant("depart_at").notNull(),
    /** Past the last window that could be met; 0 when on time. */
    lateSeconds: integer("late_seconds").notNull(),
    /** Stops the driver makes before it. */
    stopsBefore: smallint("stops_before").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    // What is expected of a plan.
    index("stop_arrival_plan").on(table.organizationId, table.planId),
  ],
);

/** What was expected of a stop, and when: how far expectations were off, by how long before, is measured from it. */
export const arrivalHistory = pgTable(
  "arrival_history",
  {
    organizationId: organizationId(),
    routeId: uuid("route_id").notNull(),
    visitId: uuid("visit_id").notNull(),
    madeAt: instant("made_at").notNull(),
    arriveAt: instant("arrive_at").notNull(),
    stopsBefore: smallint("stops_before").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.routeId, table.visitId, table.madeAt] }),
    foreignKey({
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
  ],
);

/** How long a delivery takes at an address, learned from the stays of finished routes (`learnServiceTime`). */
export const learnedService = pgTable(
  "learned_service",
  {
    organizationId: organizationId(),
    /** As locations have it; never empty. */
    addressKey: text("address_key").notNull(),
    serviceSeconds: integer("service_seconds").notNull(),
    /** How many stays say so. */
    stays: smallint("stays").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.addressKey] })],
);
