import { getTableColumns, sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";

/** The next number of each organization's log. Locked until the writer commits, so numbers appear in order, gapless. */
export const eventSequence = pgTable("event_sequence", {
  organizationId: organizationId().primaryKey(),
  lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
});

/** The one log: timeline, audit, undo, live feed, webhooks and analytics read it. Append only. */
export const event = pgTable(
  "event",
  {
    organizationId: organizationId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    type: text("type").notNull(),
    entity: text("entity").notNull(),
    entityId: uuid("entity_id").notNull(),
    /** The plan it touches, for a board to know whether to look. */
    planId: uuid("plan_id"),
    actorKind: text("actor_kind").$type<"user" | "system" | "driver" | "api">().notNull(),
    actorId: uuid("actor_id"),
    actorLabel: text("actor_label").notNull(),
    /** One request or job: everything it caused shares it. */
    correlationId: text("correlation_id").notNull(),
    /** The browser's own name for the edit, by which it recognises it coming back. */
    mutationId: text("mutation_id"),
    /** When it happened, which a late report may put before `receivedAt`. */
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    data: json<Record<string, unknown>>("data").notNull(),
    /** What the entity looked like before and after, as far as it changed. */
    before: json<Record<string, unknown>>("before"),
    after: json<Record<string, unknown>>("after"),
    /** SHA-256 of `data`, `before` and `after`. Apart from `hash`, so that what they say of a person can be erased. */
    contentHash: bytes("content_hash").notNull().default(sql`''::bytea`),
    /** SHA-256 of the entry before it and of all that this one says: whoever changes one entry changes all after it. */
    hash: bytes("hash").notNull().default(sql`''::bytea`),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.seq] }),
    // An entity's timeline.
    index("event_entity").on(table.organizationId, table.entity, table.entityId, table.seq),
    // What a board missed since it last looked.
    index("event_plan").on(table.organizationId, table.planId, table.seq),
    // What reports and metrics count in the log, because nothing else keeps it.
    index("event_counted")
      .on(table.organizationId, table.type, table.occurredAt)
      .where(sql`type in ('location.geocoded', 'plan.rolled-over')`),
  ],
);

/**
 * What the log's last entry was at a moment, under the installation's secret: whoever can write to the database, and works
 * out all hashes anew, cannot say it again.
 */
export const eventSeal = pgTable(
  "event_seal",
  {
    organizationId: organizationId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** The entry's hash then. */
    hash: bytes("hash").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    /** HMAC-SHA256 of all that. */
    signature: bytes("signature").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.seq] })],
);

const { contentHash: _content, hash: _hash, ...told } = getTableColumns(event);
/** What an entry says; its hashes, which a trigger makes (`event_chain`), concern only whoever checks the log. */
export const eventColumns = told;

/** Messages to people: written with the act that causes them, handed over by a job, readable in the app. */
export const outboxMessage = pgTable(
  "outbox_message",
  {
    organizationId: organizationId(),
    id: id(),
    channel: text("channel").$type<"email" | "sms">().notNull(),
    recipient: text("recipient").notNull(),
    recipientName: text("recipient_name").notNull().default(""),
    /** Whom an e-mail says it comes from; empty: as the installation is called. */
    senderName: text("sender_name").notNull().default(""),
    subject: text("subject").notNull().default(""),
    body: text("body").notNull(),
    /** The e-mail's body once more as HTML, without the frame around it; empty: text only. */
    html: text("html").notNull().default(""),
    purpose: text("purpose").notNull(),
    /** `unknown`: the other side may have it; it is shown, never sent again by itself. */
    status: text("status").$type<"queued" | "sending" | "sent" | "kept" | "failed" | "unknown">().notNull(),
    via: text("via").notNull().default(""),
    failure: text("failure"),
    routeId: uuid("route_id"),
    /** The driver's link it carries. */
    assignmentId: uuid("assignment_id"),
    /** The exchange with a partner whose words go with it as a file. */
    exchangeId: uuid("exchange_id"),
    /** What a customer's message is about, and the link to his page that it carries. */
    deliveryId: uuid("delivery_id"),
    trackingLinkId: uuid("tracking_link_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // The outbox, newest first.
    index("outbox_message_recent").on(table.organizationId, table.id),
    // What became of a driver's link.
    index("outbox_message_assignment")
      .on(table.organizationId, table.assignmentId)
      .where(sql`assignment_id is not null`),
    // What a customer was written about a delivery, newest first.
    index("outbox_message_delivery")
      .on(table.organizationId, table.deliveryId, table.id)
      .where(sql`delivery_id is not null`),
  ],
);
