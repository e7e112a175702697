import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type {
  OptimizationDraft,
  OptimizationProgress,
  OptimizationRequest,
  OptimizationStatus,
} from "@/server/domain/plan/optimization-run";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { plan } from "./plan";

/** One run of the optimizer over a plan: its progress while it runs, its draft until it is committed or discarded. */
export const optimization = pgTable(
  "optimization",
  {
    organizationId: organizationId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    /** What programs call it. */
    number: integer("number").generatedAlwaysAsIdentity().notNull(),
    /** The first run of a planning of several days, of all the others. */
    firstId: uuid("first_id"),
    /** Null when a machine asked. */
    requestedBy: uuid("requested_by"),
    status: text("status").$type<OptimizationStatus>().notNull(),
    /** What was asked: strategies, options, budget. */
    request: json<OptimizationRequest>("request").notNull(),
    /** The last step reported, with the best cost so far. */
    progress: json<OptimizationProgress>("progress").notNull(),
    /** The routes proposed, one draft per strategy, once ready. */
    drafts: json<readonly OptimizationDraft[]>("drafts"),
    failure: text("failure"),
    stopRequestedAt: instant("stop_requested_at"),
    heartbeatAt: instant("heartbeat_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    // A run by its number.
    uniqueIndex("optimization_number").on(table.organizationId, table.number),
    // The later days of a planning.
    index("optimization_first").on(table.organizationId, table.firstId).where(sql`first_id is not null`),
    // A plan's runs, newest last.
    index("optimization_plan").on(table.organizationId, table.planId, table.id),
    // One run at a time per plan: the second request joins the first.
    uniqueIndex("optimization_active")
      .on(table.organizationId, table.planId)
      .where(sql`status in ('queued', 'running')`),
  ],
);
