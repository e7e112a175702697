import { sql } from "drizzle-orm";
import { date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { ReservationStatus } from "@/server/domain/slot/slot-reservation";
import type { SlotArea } from "@/server/domain/slot/slot-schema";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { project } from "./project";

/** A part of a project's area that shares its slots' capacity. */
export const slotZone = pgTable(
  "slot_zone",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    name: text("name").notNull(),
    area: json<SlotArea>("area").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }).onDelete("cascade"),
    // A project's zones, in the order in which they were made.
    index("slot_zone_project").on(table.organizationId, table.projectId, table.id),
  ],
);

/** A window offered to a zone's customers on certain weekdays, with its room. */
export const slotOffer = pgTable(
  "slot_offer",
  {
    organizationId: organizationId(),
    id: id(),
    zoneId: uuid("zone_id").notNull(),
    serviceLevel: text("service_level").notNull(),
    /** 1 = Monday … 7 = Sunday. */
    weekdays: smallint("weekdays").array().notNull(),
    fromSeconds: integer("from_seconds").notNull(),
    toSeconds: integer("to_seconds").notNull(),
    capacity: integer("capacity").notNull(),
    cutoffSeconds: integer("cutoff_seconds").notNull(),
    cutoffDaysBefore: smallint("cutoff_days_before").notNull(),
    daysAhead: smallint("days_ahead").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.zoneId],
      foreignColumns: [slotZone.organizationId, slotZone.id],
    }).onDelete("cascade"),
    // A zone's offers.
    index("slot_offer_zone").on(table.organizationId, table.zoneId),
  ],
);

/** One offer on one day: the lock under which its reservations are counted and saved. */
export const slotDay = pgTable(
  "slot_day",
  {
    organizationId: organizationId(),
    offerId: uuid("offer_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    /** The slot's own time, which never goes back: a hold that has been counted as over is over for whoever comes next. */
    decidedAt: instant("decided_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.offerId, table.date] }),
    foreignKey({
      columns: [table.organizationId, table.offerId],
      foreignColumns: [slotOffer.organizationId, slotOffer.id],
    }).onDelete("cascade"),
  ],
);

/** A place in a slot, kept for a while or for good. */
export const slotReservation = pgTable(
  "slot_reservation",
  {
    organizationId: organizationId(),
    /** Chosen by whoever asks, so that asking again is the same reservation. */
    id: id(),
    offerId: uuid("offer_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    /** Null: its order is not there yet. */
    deliveryId: uuid("delivery_id"),
    status: text("status").$type<ReservationStatus>().notNull(),
    /** Until when a hold takes room. */
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.offerId, table.date],
      foreignColumns: [slotDay.organizationId, slotDay.offerId, slotDay.date],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // What is taken of a slot, and of a range of days.
    index("slot_reservation_day")
      .on(table.organizationId, table.offerId, table.date)
      .where(sql`status in ('held', 'confirmed')`),
    // A delivery's reservations, for the key that points at it.
    index("slot_reservation_delivery").on(table.organizationId, table.deliveryId),
  ],
);
