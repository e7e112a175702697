import { boolean, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Logo } from "@/server/domain/brand/logo";
import type { CustomFieldDefinition } from "@/server/domain/custom-field/custom-fields";
import type { Language } from "@/server/domain/preference/preferences";
import type { ProjectUnits } from "@/server/domain/project/project-units";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt, version } from "./columns";

/** What one load dimension counts: shown to people, never used by the solver. */
export interface LoadDimension {
  name: string;
  unit: string;
  /** Stored integers per unit shown: 1,000 for grams shown as kilograms. */
  perUnit: number;
}

/** A branch or depot group with its own time zone and defaults. */
export const project = pgTable(
  "project",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    /** IANA zone in which its days begin. */
    timeZone: text("time_zone").notNull(),
    /** ISO 3166-1 alpha-2, for addresses and phone numbers that name none. */
    defaultCountry: text("default_country").notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    /** In which units distances and weights are shown to whoever has chosen none. */
    units: text("units").$type<ProjectUnits>().notNull().default("local"),
    /** In which its customers and drivers are written; null: as the organization. */
    language: text("language").$type<Language>(),
    /** What its customers know it as, the colour of their page and its logo; empty and null: as the organization. */
    brandName: text("brand_name").notNull().default(""),
    brandColor: text("brand_color"),
    logo: json<Logo>("logo"),
    /** The name its bytes are read under by anybody; null: there is no logo of its own. */
    logoToken: text("logo_token"),
    defaultServiceSeconds: integer("default_service_seconds").notNull().default(180),
    defaultDepotId: uuid("default_depot_id"),
    /** Orders that say nothing of their service time take what their address has taught. */
    learnsServiceTimes: boolean("learns_service_times").notNull().default(false),
    loadDimensions: json<LoadDimension[]>("load_dimensions").notNull(),
    /** Multiplies the travel estimate, in thousandths, where no road network is known. */
    travelCalibrationPermille: integer("travel_calibration_permille").notNull().default(1000),
    /** Wall-clock seconds at which a day's orders are to be settled; null: the project has no cut-off. */
    cutoffSeconds: integer("cutoff_seconds"),
    /** How many days before the service day that is. */
    cutoffDaysBefore: smallint("cutoff_days_before").notNull().default(1),
    /** The fields of their own that orders, drivers and vehicles may have. */
    customFieldDefinitions: json<CustomFieldDefinition[]>("custom_field_definitions").notNull().default([]),
    driverFieldDefinitions: json<CustomFieldDefinition[]>("driver_field_definitions").notNull().default([]),
    vehicleFieldDefinitions: json<CustomFieldDefinition[]>("vehicle_field_definitions").notNull().default([]),
    /** When any of those were last saved; null: never. */
    customFieldsChangedAt: instant("custom_fields_changed_at"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // A logo by the name in its address.
  (table) => [tenantKey(table), uniqueIndex("project_logo").on(table.logoToken)],
);
