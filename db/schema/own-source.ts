import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { OwnSource, SourcePart } from "@/server/domain/own-source/own-source";
import { id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";

/** Where an organization gets its map, addresses or roads from instead of what the installation is set up with. */
export const ownSource = pgTable(
  "own_source",
  {
    organizationId: organizationId(),
    id: id(),
    part: text("part").$type<SourcePart>().notNull(),
    settings: json<OwnSource>("settings").notNull(),
    /** Its key, sealed; null: it needs none. */
    sealed: text("sealed"),
    /** When it was last saved: another one whenever its answers may be others. */
    changedAt: instant("changed_at").notNull(),
    updatedAt: updatedAt(),
  },
  // One of each part.
  (table) => [tenantKey(table), uniqueIndex("own_source_part").on(table.organizationId, table.part)],
);
