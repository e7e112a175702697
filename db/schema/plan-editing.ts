import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EditSummary } from "@/server/domain/plan/edit-summary";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { PresenceActivity } from "@/server/domain/plan/plan-presence";
import { createdAt, id, instant, json, organizationId, tenantKey } from "./columns";
import { plan } from "./plan";

/** A dispatcher's undoable edits, as inverse intents. */
export const planEdit = pgTable(
  "plan_edit",
  {
    organizationId: organizationId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** "Move 12 stops 7→9", in English. */
    label: text("label").notNull(),
    /** The same as data, said in each reader's language; null in edits from before it was kept. */
    summary: json<EditSummary>("summary"),
    /** What takes the edit back; once it is taken back, what does it again. */
    inverse: json<PlanEditInverse>("inverse").notNull(),
    /** Set once the edit is taken back; a redo clears it. */
    undoneAt: instant("undone_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
    // A person's undo stack in a plan.
    index("plan_edit_stack").on(table.organizationId, table.planId, table.userId, table.id),
    // The last edits of everybody, newest last.
    index("plan_edit_plan").on(table.organizationId, table.planId, table.id),
  ],
);

/** Requests that have changed a plan, by the sender's own names for them: one that comes again finds what it did. */
export const planMutation = pgTable(
  "plan_mutation",
  {
    organizationId: organizationId(),
    planId: uuid("plan_id").notNull(),
    mutationId: text("mutation_id").notNull(),
    /** SHA-256 of what was asked, hex; empty when it is not known. The same name for another request is refused. */
    requestHash: text("request_hash").notNull(),
    /** The edit that the request made, took back or did again. */
    editId: uuid("edit_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.planId, table.mutationId] }),
    foreignKey({
      columns: [table.organizationId, table.editId],
      foreignColumns: [planEdit.organizationId, planEdit.id],
    }).onDelete("cascade"),
  ],
);

/** Who has a plan open, and the routes they have in hand. Unlogged: after a crash everybody says so again. */
export const planPresence = pgTable(
  "plan_presence",
  {
    organizationId: organizationId(),
    planId: uuid("plan_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** One open board: a person may have several. */
    sessionId: uuid("session_id").notNull(),
    name: text("name").notNull(),
    /** What the person has in hand; null: only looks. */
    activity: text("activity").$type<PresenceActivity>(),
    routeIds: uuid("route_ids").array().notNull(),
    /** Whoever says nothing until then is gone. */
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    // A plan's people.
    primaryKey({ columns: [table.organizationId, table.planId, table.userId, table.sessionId] }),
    foreignKey({
      columns: [table.organizationId, table.planId],
      foreignColumns: [plan.organizationId, plan.id],
    }).onDelete("cascade"),
  ],
);
