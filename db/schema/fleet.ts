import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import type { DriverAvailability } from "@/server/domain/driver/driver-availability";
import type { DriverBreak } from "@/server/domain/driver/driver-break";
import type { Metadata } from "@/server/domain/order/delivery-schema";
import type { TravelProfile } from "@/server/ports/travel";
import { createdAt, id, instant, json, loads, organizationId, tenantKey, updatedAt, version } from "./columns";
import { depot } from "./depot";
import { partner } from "./partner";
import { project } from "./project";

export const driver = pgTable(
  "driver",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    name: text("name").notNull(),
    /** What other systems call him, and the number he goes by in the house; both need not be unique. */
    externalId: text("external_id").notNull().default(""),
    serial: text("serial").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    skills: text("skills").array().notNull(),
    status: text("status").$type<"active" | "inactive" | "archived">().notNull(),
    /** Wall-clock seconds of the day. */
    shiftFromSeconds: integer("shift_from_seconds").notNull(),
    shiftToSeconds: integer("shift_to_seconds").notNull(),
    breaks: json<readonly DriverBreak[]>("breaks").notNull().default([]),
    /** Usual vehicle and depot, taken over by a new day. */
    vehicleId: uuid("vehicle_id"),
    depotId: uuid("depot_id"),
    /** Where his routes usually end; absent: where they begin. */
    endDepotId: uuid("end_depot_id"),
    costPerHourCents: integer("cost_per_hour_cents").notNull(),
    /** Whose driver he is; absent: our own. */
    partnerId: uuid("partner_id"),
    /** What he last said of himself, with where he said it; his shifts are the plan's. */
    availability: text("availability").$type<DriverAvailability>().notNull().default("offline"),
    availabilityAt: instant("availability_at"),
    /** What the project asks of its own, by field. */
    customFields: json<CustomFieldValues>("custom_fields").notNull().default({}),
    metadata: json<Metadata>("metadata").notNull().default({}),
    /** What a dialect only hands back, keyed by dialect. */
    extensions: json<Metadata>("extensions").notNull().default({}),
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
    foreignKey({ columns: [table.organizationId, table.depotId], foreignColumns: [depot.organizationId, depot.id] }),
    foreignKey({ columns: [table.organizationId, table.endDepotId], foreignColumns: [depot.organizationId, depot.id] }),
    foreignKey({
      columns: [table.organizationId, table.vehicleId],
      foreignColumns: [vehicle.organizationId, vehicle.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    // A partner's drivers, newest first.
    index("driver_partner").on(table.organizationId, table.partnerId, table.id).where(sql`partner_id is not null`),
    // A driver by his address, whatever its capitals.
    index("driver_email").on(table.organizationId, sql`lower(email)`).where(sql`email <> ''`),
    // A project's drivers in the fleet list and the plan's picker.
    index("driver_project").on(table.organizationId, table.projectId, table.name),
    // Drivers by the names programs have for them.
    index("driver_external_id").on(table.organizationId, table.externalId).where(sql`external_id <> ''`),
    index("driver_serial").on(table.organizationId, table.serial).where(sql`serial <> ''`),
  ],
);

export const vehicle = pgTable(
  "vehicle",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    label: text("label").notNull(),
    /** What other systems call it; need not be unique. */
    externalId: text("external_id").notNull().default(""),
    registration: text("registration").notNull().default(""),
    profile: text("profile").$type<TravelProfile>().notNull(),
    capacity: loads("capacity"),
    features: text("features").array().notNull(),
    maxStops: integer("max_stops"),
    maxDistanceMeters: integer("max_distance_meters"),
    maxDriveSeconds: integer("max_drive_seconds"),
    fixedCostCents: integer("fixed_cost_cents").notNull(),
    /** Hundredths of a cent count: a price by the mile is no whole one by the kilometre. */
    costPerKmCents: doublePrecision("cost_per_km_cents").notNull(),
    /** Grams of CO₂ a kilometre, to the hundredth; null: nobody has said. */
    emissionGramsPerKm: doublePrecision("emission_grams_per_km"),
    partnerId: uuid("partner_id"),
    /** A retired one stays where it was driven, and is given to nobody any more. */
    status: text("status").$type<"active" | "retired">().notNull().default("active"),
    /** What the project asks of its own, by field. */
    customFields: json<CustomFieldValues>("custom_fields").notNull().default({}),
    metadata: json<Metadata>("metadata").notNull().default({}),
    /** What a dialect only hands back, keyed by dialect. */
    extensions: json<Metadata>("extensions").notNull().default({}),
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
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    // A project's vehicles in the fleet list.
    index("vehicle_project").on(table.organizationId, table.projectId, table.label),
    // Vehicles by the name programs have for them.
    index("vehicle_external_id").on(table.organizationId, table.externalId).where(sql`external_id <> ''`),
  ],
);

/** One driver's day: which vehicle, from which depot, from when to when. What a route is made on. */
export const driverDay = pgTable(
  "driver_day",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    driverId: uuid("driver_id").notNull(),
    vehicleId: uuid("vehicle_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    /** Absent: the route starts at a position of the driver's own. */
    startDepotId: uuid("start_depot_id"),
    startLat: doublePrecision("start_lat"),
    startLng: doublePrecision("start_lng"),
    /** Absent: the route ends at its last stop. */
    endDepotId: uuid("end_depot_id"),
    /** Wall-clock seconds of the day in the project's zone; beyond 86,400 after midnight. */
    shiftFromSeconds: integer("shift_from_seconds").notNull(),
    shiftToSeconds: integer("shift_to_seconds").notNull(),
    /** What fits into the vehicle that day, in the project's four load dimensions; absent: as the vehicle says. */
    capacity: integer("capacity").array(),
    /** Absent: as the driver usually takes them. */
    breaks: json<readonly DriverBreak[]>("breaks"),
    /** He does not work that day: no route is made on it, and nobody plans with him. */
    isOff: boolean("is_off").notNull().default(false),
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
    foreignKey({ columns: [table.organizationId, table.driverId], foreignColumns: [driver.organizationId, driver.id] }),
    foreignKey({
      columns: [table.organizationId, table.vehicleId],
      foreignColumns: [vehicle.organizationId, vehicle.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.startDepotId],
      foreignColumns: [depot.organizationId, depot.id],
    }),
    foreignKey({ columns: [table.organizationId, table.endDepotId], foreignColumns: [depot.organizationId, depot.id] }),
    // A driver's days, for what he has brought and brings.
    index("driver_day_driver").on(table.organizationId, table.driverId),
    // A driver has one day per date; also finds the days of a plan.
    uniqueIndex("driver_day_date_driver").on(table.organizationId, table.date, table.driverId),
    check("driver_day_start", sql`start_depot_id is not null or (start_lat is not null and start_lng is not null)`),
  ],
);
