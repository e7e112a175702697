import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** The deliveries that have a door at these locations (`delivery_visit_location`). */
export async function findDeliveriesAt(
  tx: Tx,
  organizationId: string,
  locationIds: readonly string[],
): Promise<string[]> {
  if (locationIds.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct delivery_id as id from delivery_visit
    where organization_id = ${organizationId} and location_id = any (${idArray(locationIds)})`);
  return rows.map(({ id }) => id);
}
