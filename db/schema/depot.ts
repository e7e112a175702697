import { foreignKey, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, tenantKey, updatedAt, version } from "./columns";
import { location } from "./location";
import { project } from "./project";

/** Where routes begin and end. */
export const depot = pgTable(
  "depot",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    name: text("name").notNull(),
    locationId: uuid("location_id").notNull(),
    /** Time to load or hand in at the depot. */
    serviceSeconds: integer("service_seconds").notNull().default(0),
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
      columns: [table.organizationId, table.locationId],
      foreignColumns: [location.organizationId, location.id],
    }),
  ],
);
