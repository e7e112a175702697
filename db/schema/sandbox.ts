import { foreignKey, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Simulation } from "@/server/domain/partner/simulation";
import { organization } from "./auth";
import { createdAt, json, organizationId, updatedAt } from "./columns";
import { partner } from "./partner";

/** An organization that is another one's sandbox: its own tenant, in which nothing is for real. */
export const sandbox = pgTable(
  "sandbox",
  {
    organizationId: organizationId().primaryKey(),
    /** Whose it is. */
    ofOrganizationId: uuid("of_organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    // An organization has one.
    uniqueIndex("sandbox_of_organization").on(table.ofOrganizationId),
  ],
);

/** How a sandbox's partner was told to answer; without a row he obliges. */
export const sandboxPartner = pgTable(
  "sandbox_partner",
  {
    organizationId: organizationId(),
    partnerId: uuid("partner_id").notNull(),
    simulation: json<Simulation>("simulation").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.partnerId] }),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }).onDelete("cascade"),
  ],
);
