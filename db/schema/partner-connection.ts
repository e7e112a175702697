import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ConnectionSettings, ConnectionTest, Connector } from "@/server/domain/partner/connection";
import { createdAt, id, instant, json, organizationId, tenantKey } from "./columns";
import { partner } from "./partner";

/** How a partner is reached, with its secrets sealed. Never changed: another one takes its place. */
export const partnerConnection = pgTable(
  "partner_connection",
  {
    organizationId: organizationId(),
    id: id(),
    partnerId: uuid("partner_id").notNull(),
    connector: text("connector").$type<Connector>().notNull(),
    settings: json<ConnectionSettings>("settings").notNull(),
    /** `SecretBox`; null: it has none, or had until it was replaced. */
    sealed: text("sealed"),
    /** How it was when it was last tried. */
    test: json<ConnectionTest>("test").notNull(),
    replacedAt: instant("replaced_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }).onDelete("cascade"),
    // A partner is reached in one way at a time.
    uniqueIndex("partner_connection_current").on(table.organizationId, table.partnerId).where(sql`replaced_at is null`),
    // Secrets that are good a little longer, and then forgotten.
    index("partner_connection_replaced").on(table.organizationId, table.partnerId, table.replacedAt),
  ],
);
