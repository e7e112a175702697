import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  pgTable,
  primaryKey,
  real,
  smallint,
  uuid,
} from "drizzle-orm/pg-core";
import type { Sighting } from "@/server/domain/position/flag-jumps";
import { instant, json, organizationId } from "./columns";
import { driver } from "./fleet";

/** What a device measured, as `position` and `last_position` both hold it. */
const reading = () => ({
  /** The driver's route at that time; he may drive two in a day. */
  routeId: uuid("route_id"),
  lat: doublePrecision("lat").notNull(),
  lng: doublePrecision("lng").notNull(),
  accuracyMeters: real("accuracy_meters"),
  speedMps: real("speed_mps"),
  headingDegrees: smallint("heading_degrees"),
  batteryPercent: smallint("battery_percent"),
  /** Device time, put right where its clock is known to be off. */
  recordedAt: instant("recorded_at").notNull(),
  receivedAt: instant("received_at").notNull(),
});

/**
 * Where drivers have been, partitioned by UTC day of `recorded_at` (`ensure_position_partitions`). Rows come by the
 * thousand a second and leave with their whole day, so they point at nothing: a foreign key would be looked up per row.
 */
export const position = pgTable(
  "position",
  {
    organizationId: uuid("organization_id").notNull(),
    driverId: uuid("driver_id").notNull(),
    ...reading(),
    /** Faster from the one before than anything drives: kept, and left out of lines on the map. */
    isJump: boolean("is_jump").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.driverId, table.recordedAt] })],
);

/** Where each driver was believed to be last. Never moves backwards in time. */
export const lastPosition = pgTable(
  "last_position",
  {
    organizationId: organizationId(),
    driverId: uuid("driver_id").notNull(),
    ...reading(),
    /** A newer fix that was too far away to be believed until another agrees with it. */
    suspect: json<Sighting>("suspect"),
    /** The number in `position_sequence` of the change that wrote it. */
    changeSeq: bigint("change_seq", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.driverId] }),
    foreignKey({
      columns: [table.organizationId, table.driverId],
      foreignColumns: [driver.organizationId, driver.id],
    }).onDelete("cascade"),
  ],
);

/** Numbers the changes of last positions per organization, in the order in which they are committed, as the log's are. */
export const positionSequence = pgTable("position_sequence", {
  organizationId: organizationId().primaryKey(),
  lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
});
