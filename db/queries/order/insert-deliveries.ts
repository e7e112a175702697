import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { delivery } from "@/db/schema/delivery";

/** Inserts deliveries, passing over those whose number somebody took at this moment; returns the ids that went in. */
export async function insertDeliveryRows(
  tx: Tx,
  rows: readonly (typeof delivery.$inferInsert)[],
): Promise<ReadonlySet<string>> {
  return new Set(await bulkInsert(tx, delivery, rows, sql`on conflict (organization_id, external_id) do nothing`));
}
