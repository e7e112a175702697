import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { user } from "./auth";
import { organizationId, updatedAt } from "./columns";
import { driver } from "./fleet";
import { partner } from "./partner";

/** What of an organization a member is let in to; without a row, all. Written before the membership it is for. */
export const memberScope = pgTable(
  "member_scope",
  {
    organizationId: organizationId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** None: all. No keys: a project that goes must not turn "this one" into "all". */
    projectIds: uuid("project_ids").array().notNull().default(sql`'{}'`),
    depotIds: uuid("depot_ids").array().notNull().default(sql`'{}'`),
    partnerId: uuid("partner_id"),
    driverId: uuid("driver_id"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.userId] }),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.driverId],
      foreignColumns: [driver.organizationId, driver.id],
    }),
    // A person's scopes, for the key that points at them.
    index("member_scope_user").on(table.userId),
  ],
);
