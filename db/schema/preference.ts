import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Preferences } from "@/server/domain/preference/preferences";
import { user } from "./auth";
import { json, organizationId, updatedAt } from "./columns";

/** How a member likes to see the desk; a member without a row has the defaults. */
export const memberPreference = pgTable(
  "member_preference",
  {
    organizationId: organizationId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** As it was saved; read through the domain's schema, which puts right what is no longer known. */
    preferences: json<Preferences>("preferences").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.userId] })],
);
