import { pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organization } from "./auth";
import { createdAt, organizationId } from "./columns";

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
