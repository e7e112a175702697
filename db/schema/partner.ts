import { index, pgTable, text } from "drizzle-orm/pg-core";
import type { Metadata } from "@/server/domain/order/delivery-schema";
import type { PartnerCapability, PartnerSla, PartnerStatus, PartnerType } from "@/server/domain/partner/partner-schema";
import type { TravelProfile } from "@/server/ports/travel";
import { createdAt, id, json, organizationId, tenantKey, updatedAt, version } from "./columns";

/** A carrier, a crowd, or a fleet of our own that drives for the organization. */
export const partner = pgTable(
  "partner",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    type: text("type").$type<PartnerType>().notNull(),
    capabilities: text("capabilities").array().$type<PartnerCapability[]>().notNull(),
    vehicleProfiles: text("vehicle_profiles").array().$type<TravelProfile[]>().notNull(),
    /** Areas it serves (`domain/partner/serve-area`); none: all. */
    areas: text("areas").array().notNull(),
    /** What it has promised. */
    sla: json<PartnerSla>("sla").notNull().default({}),
    contact: json<Metadata>("contact").notNull(),
    metadata: json<Metadata>("metadata").notNull(),
    /** Never deleted: deliveries and drivers keep pointing at it. */
    status: text("status").$type<PartnerStatus>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // The list of partners in use, newest first.
    index("partner_status").on(table.organizationId, table.status, table.id),
  ],
);
