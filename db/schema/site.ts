import { sql } from "drizzle-orm";
import { doublePrecision, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, tenantKey, updatedAt } from "./columns";

/** A place that deliveries go to again and again: what is changed of it is changed for all that are still open. */
export const site = pgTable(
  "site",
  {
    organizationId: organizationId(),
    id: id(),
    /** The number programs know it by; null: none, it is its orders' alone. */
    number: text("number"),
    name: text("name").notNull().default(""),
    /** As it was written, in one line; empty where only its position is known. */
    address: text("address").notNull().default(""),
    /** Null: nobody has found it yet. */
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    /** From arriving to the first service there (gate, parking, reception); once for all stops in a row. */
    checkInSeconds: integer("check_in_seconds").notNull().default(0),
    notes: text("notes").notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // A number means one place.
    uniqueIndex("site_number").on(table.organizationId, table.number),
    // A place that is named by its address again.
    index("site_address").on(table.organizationId, table.address).where(sql`address <> ''`),
  ],
);
