import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type {
  NotificationChannel,
  NotificationPolicy,
  NotificationTrigger,
} from "@/server/domain/notification/notification-policy";
import type { Language } from "@/server/domain/preference/preferences";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { deliveryVisit } from "./delivery";

/** `recalled`: its cause was taken back in time; `dropped`: quiet hours, or it came too late to be of use. */
type NotificationStatus = "waiting" | "sent" | "recalled" | "dropped";

/** A message a customer is to get: made once per event and channel, sent when its time comes and it still holds. */
export const notification = pgTable(
  "notification",
  {
    organizationId: organizationId(),
    id: id(),
    /** `messageKey`: one per event and channel, however often it is worked out. */
    key: text("key").notNull(),
    visitId: uuid("visit_id").notNull(),
    trigger: text("trigger").$type<NotificationTrigger>().notNull(),
    channel: text("channel").$type<NotificationChannel>().notNull(),
    status: text("status").$type<NotificationStatus>().notNull(),
    /** Not before; after which it is of no use; null: it stays true. */
    dueAt: instant("due_at").notNull(),
    usefulUntil: instant("useful_until"),
    /** The outbox message it became. */
    messageId: uuid("message_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.visitId],
      foreignColumns: [deliveryVisit.organizationId, deliveryVisit.id],
    }).onDelete("cascade"),
    // One message per event.
    uniqueIndex("notification_key").on(table.organizationId, table.key),
    // A door's messages.
    index("notification_visit").on(table.organizationId, table.visitId),
    // What waits for its time.
    index("notification_waiting").on(table.organizationId, table.dueAt).where(sql`status = 'waiting'`),
  ],
);

/** An organization's own wording; without a row, ours. */
export const notificationTemplate = pgTable(
  "notification_template",
  {
    organizationId: organizationId(),
    trigger: text("trigger").$type<NotificationTrigger>().notNull(),
    language: text("language").$type<Language>().notNull(),
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    sms: text("sms").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.trigger, table.language] })],
);

/** Who does not want to be written by a channel, by the address itself: it holds for all of a person's orders. */
export const notificationOptOut = pgTable(
  "notification_opt_out",
  {
    organizationId: organizationId(),
    channel: text("channel").$type<NotificationChannel>().notNull(),
    /** E-mail in small letters, or E.164. */
    address: text("address").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.channel, table.address] })],
);

/** An organization's rules for messages to customers; without a row, the defaults. */
export const notificationPolicy = pgTable(
  "notification_policy",
  {
    organizationId: organizationId(),
    policy: json<NotificationPolicy>("policy").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
);
