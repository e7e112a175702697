import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { OwnSource, SourceFault, SourcePart } from "@/server/domain/own-source/own-source";
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
    /** When it last answered as it should, to the minutes; null: never since it was saved. */
    answeredAt: instant("answered_at"),
    /** When it last did not, and what was wrong; null: never since it was saved. */
    failedAt: instant("failed_at"),
    fault: text("fault").$type<SourceFault>(),
    /** Since when it has not answered as it should; null: it does. */
    failingSince: instant("failing_since"),
    updatedAt: updatedAt(),
  },
  // One of each part.
  (table) => [tenantKey(table), uniqueIndex("own_source_part").on(table.organizationId, table.part)],
);
