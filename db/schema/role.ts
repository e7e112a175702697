import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Permission } from "@/server/domain/access/permissions";
import { createdAt, id, organizationId, tenantKey } from "./columns";

/** A role an organization has made for itself; members have it by its name. */
export const customRole = pgTable(
  "custom_role",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    permissions: text("permissions").array().$type<Permission[]>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    // A member's role by its name, which means one thing.
    uniqueIndex("custom_role_name").on(table.organizationId, table.name),
  ],
);
