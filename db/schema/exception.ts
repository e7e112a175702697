import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ExceptionPolicy } from "@/server/domain/exception/exception-policy";
import type {
  ExceptionDetails,
  ExceptionNote,
  ExceptionStatus,
  ExceptionType,
  Severity,
} from "@/server/domain/exception/exception-type";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt, version } from "./columns";
import { delivery } from "./delivery";
import { plan, route } from "./plan";
import { project } from "./project";

/** Something of the day that a person has to see to. */
export const exception = pgTable(
  "exception",
  {
    organizationId: organizationId(),
    id: id(),
    type: text("type").$type<ExceptionType>().notNull(),
    severity: text("severity").$type<Severity>().notNull(),
    status: text("status").$type<ExceptionStatus>().notNull(),
    source: text("source").$type<"rule" | "person">().notNull(),
    /** What it is about, as one word: with the type it is unique while its cause lasts. */
    subjectKey: text("subject_key").notNull(),
    planId: uuid("plan_id"),
    routeId: uuid("route_id"),
    driverId: uuid("driver_id"),
    deliveryId: uuid("delivery_id"),
    visitId: uuid("visit_id"),
    details: json<ExceptionDetails>("details").notNull(),
    notes: json<readonly ExceptionNote[]>("notes").notNull(),
    /** Who sees to it, with the name he had then. */
    ownerId: uuid("owner_id"),
    ownerName: text("owner_name").notNull().default(""),
    raisedAt: instant("raised_at").notNull(),
    /** When a promise breaks, or the time a person has is over. */
    dueAt: instant("due_at").notNull(),
    /** Out of sight until then; null: in sight. */
    snoozedUntil: instant("snoozed_until"),
    closedAt: instant("closed_at"),
    /** Empty: it was resolved by itself. */
    closedBy: text("closed_by").notNull().default(""),
    /** When its cause was seen to be gone, or a person closed what has no cause of its own; null: it may be there yet. */
    clearedAt: instant("cleared_at"),
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
      columns: [table.organizationId, table.routeId],
      foreignColumns: [route.organizationId, route.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // One per type and subject, however many watch at once.
    uniqueIndex("exception_subject")
      .on(table.organizationId, table.type, table.subjectKey)
      .where(sql`cleared_at is null`),
    // A plan's, to be compared with its day.
    index("exception_plan").on(table.organizationId, table.planId),
    // The inbox: what stands, soonest first.
    index("exception_standing").on(table.organizationId, table.dueAt).where(sql`status in ('open', 'acknowledged')`),
    // The deliveries' and routes' own, for the keys that point at them.
    index("exception_delivery").on(table.organizationId, table.deliveryId),
    index("exception_route").on(table.organizationId, table.routeId),
  ],
);

/** What counts as an exception in a project; without a row, the defaults. */
export const exceptionPolicy = pgTable(
  "exception_policy",
  {
    organizationId: organizationId(),
    projectId: uuid("project_id").notNull(),
    policy: json<ExceptionPolicy>("policy").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.projectId] }),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }).onDelete("cascade"),
  ],
);
