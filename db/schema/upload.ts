import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { FleetDocumentKind, PodFileKind, UploadContentType, UploadStatus } from "@/server/domain/proof/upload";
import { createdAt, id, instant, organizationId, tenantKey, updatedAt } from "./columns";
import { delivery } from "./delivery";
import { driver, vehicle } from "./fleet";

/**
 * A file somebody was given an address for: evidence of a door, or a paper of a driver or a vehicle. Its bytes are a blob named after
 * its id, kept as they came.
 */
export const upload = pgTable(
  "upload",
  {
    organizationId: organizationId(),
    id: id(),
    kind: text("kind").$type<PodFileKind | FleetDocumentKind>().notNull(),
    /** Evidence is of a door … */
    deliveryId: uuid("delivery_id"),
    visitId: uuid("visit_id"),
    /** … and a paper of a driver or a vehicle. */
    driverId: uuid("driver_id"),
    vehicleId: uuid("vehicle_id"),
    contentType: text("content_type").$type<UploadContentType>().notNull(),
    announcedBytes: integer("announced_bytes"),
    announcedSha256: text("announced_sha256"),
    status: text("status").$type<UploadStatus>().notNull(),
    /** Of the bytes that are kept, as we have counted and hashed them, hex. */
    bytes: integer("bytes"),
    sha256: text("sha256"),
    /** Whether its first bytes are those of its type; false: nothing says what it is. */
    isRecognized: boolean("is_recognized"),
    /** Its place in the evidence; null: it is part of none. */
    position: smallint("position"),
    /** What a paper is called besides its kind, the number on it, and its last day. */
    title: text("title").notNull().default(""),
    number: text("number").notNull().default(""),
    expiresOn: date("expires_on", { mode: "string" }),
    /** The paper it takes the place of once it is here. */
    replacesId: uuid("replaces_id"),
    announcedBy: text("announced_by").notNull(),
    storedAt: instant("stored_at"),
    /** When the bytes were deleted, as the project's rule has it; the record stays. */
    clearedAt: instant("cleared_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.driverId],
      foreignColumns: [driver.organizationId, driver.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.vehicleId],
      foreignColumns: [vehicle.organizationId, vehicle.id],
    }).onDelete("cascade"),
    // A delivery's evidence.
    index("upload_delivery").on(table.organizationId, table.deliveryId).where(sql`delivery_id is not null`),
    // A driver's papers.
    index("upload_driver").on(table.organizationId, table.driverId).where(sql`driver_id is not null`),
    // A vehicle's papers.
    index("upload_vehicle").on(table.organizationId, table.vehicleId).where(sql`vehicle_id is not null`),
    // What nobody has made part of anything.
    index("upload_unclaimed")
      .on(table.organizationId, table.createdAt)
      .where(sql`position is null and ((driver_id is null and vehicle_id is null) or status = 'expected')`),
    // Evidence whose bytes are still there.
    index("upload_kept")
      .on(table.organizationId, table.storedAt)
      .where(sql`position is not null and cleared_at is null`),
  ],
);

/** What was said of a door's evidence by whoever registered it. */
export const pod = pgTable(
  "pod",
  {
    organizationId: organizationId(),
    visitId: uuid("visit_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    /** As it was then; null: on no route of ours. */
    routeId: uuid("route_id"),
    driverId: uuid("driver_id"),
    notes: text("notes").notNull(),
    recipientName: text("recipient_name").notNull(),
    deliveredAt: instant("delivered_at").notNull(),
    registeredBy: text("registered_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.visitId] }),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    // A delivery's evidence.
    index("pod_delivery").on(table.organizationId, table.deliveryId),
  ],
);
