import { sql } from "drizzle-orm";
import {
  bigint,
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
import type { WebhookCallStatus } from "@/server/domain/webhook/webhook-call";
import type { WebhookStatus, WebhookStopReason } from "@/server/domain/webhook/webhook-health";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt, version } from "./columns";
import { project } from "./project";

/** Somebody else's address that wants to hear what happens, in the words of one dialect. */
export const webhook = pgTable(
  "webhook",
  {
    organizationId: organizationId(),
    id: id(),
    dialect: text("dialect").notNull(),
    url: text("url").notNull(),
    topics: text("topics").array().$type<WebhookTopic[]>().notNull(),
    /** Hears of this project only; null: of all. */
    projectId: uuid("project_id"),
    /** What its messages are signed with, sealed; null: its dialect signs nothing. */
    secret: text("secret"),
    /** While a secret is replaced both sign. */
    formerSecret: text("former_secret"),
    formerSecretUntil: instant("former_secret_until"),
    /** It hears of what the log says after this number. */
    sinceSeq: bigint("since_seq", { mode: "number" }).notNull(),
    status: text("status").$type<WebhookStatus>().notNull(),
    stopReason: text("stop_reason").$type<WebhookStopReason>(),
    consecutiveFailures: integer("consecutive_failures").notNull().default(0),
    failingSince: instant("failing_since"),
    /** Nothing is sent before. */
    resumeAt: instant("resume_at"),
    lastSuccessAt: instant("last_success_at"),
    lastFailureAt: instant("last_failure_at"),
    /** The person or key that made it. */
    createdBy: text("created_by").notNull(),
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
    // What is looked for every second: who may be sent something.
    index("webhook_active").on(table.organizationId, table.id).where(sql`status = 'active'`),
  ],
);

/** How far an organization's log has been gone through for its subscribers; without a row it has none. */
export const webhookCursor = pgTable("webhook_cursor", {
  organizationId: organizationId().primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  /** How far drivers' positions have been told, in their own numbers, and when that was. */
  positionSeq: bigint("position_seq", { mode: "number" }).notNull().default(0),
  positionsToldAt: instant("positions_told_at"),
});

/** One message for one subscriber: made when the log is gone through, tried until it is delivered or given up. */
export const webhookCall = pgTable(
  "webhook_call",
  {
    organizationId: organizationId(),
    id: id(),
    webhookId: uuid("webhook_id").notNull(),
    /** The same message's name for all who hear it, and each time it is sent. */
    messageId: text("message_id").notNull(),
    topic: text("topic").$type<WebhookMessage["topic"]>().notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    message: json<WebhookMessage>("message").notNull(),
    /** What was sent, as it was first sent. */
    body: text("body"),
    status: text("status").$type<WebhookCallStatus>().notNull(),
    /** Begun tries; one that was never ended was cut off with its process. */
    tries: smallint("tries").notNull().default(0),
    /** Not before; while a try is under way: when it counts as cut off. */
    nextTryAt: instant("next_try_at").notNull(),
    lastStatus: smallint("last_status"),
    lastFailure: text("last_failure"),
    deliveredAt: instant("delivered_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.webhookId],
      foreignColumns: [webhook.organizationId, webhook.id],
    }).onDelete("cascade"),
    // What is to be tried next.
    index("webhook_call_due")
      .on(table.organizationId, table.webhookId, table.nextTryAt, table.id)
      .where(sql`status = 'waiting'`),
    // What is said of one thing is said in order; a message waits once, however often it is asked for again.
    uniqueIndex("webhook_call_order")
      .on(table.organizationId, table.webhookId, table.subjectId, table.messageId)
      .where(sql`status = 'waiting'`),
    // A subscriber's log, newest first.
    index("webhook_call_recent").on(table.organizationId, table.webhookId, table.id),
    // The nightly deletion of what is old.
    index("webhook_call_updated").on(table.updatedAt),
  ],
);

/** One try, and what was answered. */
export const webhookTry = pgTable(
  "webhook_try",
  {
    organizationId: organizationId(),
    callId: uuid("call_id").notNull(),
    number: smallint("number").notNull(),
    at: instant("at").notNull(),
    milliseconds: integer("milliseconds").notNull(),
    /** Null: no answer. */
    status: smallint("status"),
    failure: text("failure"),
    /** The first of what was answered. */
    answer: text("answer").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.number] }),
    foreignKey({
      columns: [table.organizationId, table.callId],
      foreignColumns: [webhookCall.organizationId, webhookCall.id],
    }).onDelete("cascade"),
  ],
);
