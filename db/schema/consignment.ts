import { sql } from "drizzle-orm";
import { date, foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ConsignmentFigures } from "@/server/domain/consignment/consignment";
import type { Metadata } from "@/server/domain/order/delivery-schema";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { driver } from "./fleet";
import { project } from "./project";

/** Deliveries sent in together, to be driven by one driver in one go. */
export const consignment = pgTable(
  "consignment",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    /** The key it was sent with: names of two programs do not meet. */
    senderId: uuid("sender_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    title: text("title").notNull(),
    driverEmail: text("driver_email").notNull(),
    /** Null: nobody who drives for the organization has that address yet. */
    driverId: uuid("driver_id"),
    date: date("date", { mode: "string" }).notNull(),
    timeZone: text("time_zone"),
    metadata: json<Metadata>("metadata").notNull(),
    /** Null: fewer than two of its doors could be found. */
    figures: json<ConsignmentFigures>("figures"),
    /** When its last door was over, once subscribers have been told. */
    completedAt: instant("completed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }),
    foreignKey({ columns: [table.organizationId, table.driverId], foreignColumns: [driver.organizationId, driver.id] }),
    // A sender's name means one consignment; and finds it.
    uniqueIndex("consignment_external_id").on(table.organizationId, table.source, table.externalId, table.senderId),
    // What waits for a driver of this address.
    index("consignment_waiting").on(table.organizationId, sql`lower(driver_email)`).where(sql`driver_id is null`),
  ],
);

/** A delivery of a consignment. */
export const consignmentDelivery = pgTable(
  "consignment_delivery",
  {
    organizationId: organizationId(),
    consignmentId: uuid("consignment_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    /** As sent, from 0. */
    sentPosition: smallint("sent_position").notNull(),
    /** As it is best driven, from 0; those whose door nobody knows come last. */
    position: smallint("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.consignmentId, table.deliveryId] }),
    foreignKey({
      columns: [table.organizationId, table.consignmentId],
      foreignColumns: [consignment.organizationId, consignment.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // From a delivery to the one consignment it came with.
    uniqueIndex("consignment_delivery_delivery").on(table.organizationId, table.deliveryId),
  ],
);
