import { sql } from "drizzle-orm";
import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, tenantKey } from "./columns";
import { delivery } from "./delivery";
import { partner } from "./partner";

/** A name under which somebody else's books settle a delivery. Names only: no sums, no currencies. */
export const settlementRef = pgTable(
  "settlement_ref",
  {
    organizationId: organizationId(),
    id: id(),
    deliveryId: uuid("delivery_id").notNull(),
    /** Null: the organization's own books. */
    partnerId: uuid("partner_id"),
    settlementId: text("settlement_id").notNull(),
    notedBy: text("noted_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.deliveryId],
      foreignColumns: [delivery.organizationId, delivery.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.partnerId],
      foreignColumns: [partner.organizationId, partner.id],
    }),
    // A delivery's names; each once per partner, and once without.
    uniqueIndex("settlement_ref_delivery").on(
      table.organizationId,
      table.deliveryId,
      table.settlementId,
      sql`coalesce(partner_id, organization_id)`,
    ),
  ],
);
