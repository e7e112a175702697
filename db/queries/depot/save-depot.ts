import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import { depot } from "@/db/schema/depot";

export async function insertDepot(tx: Tx, row: typeof depot.$inferInsert): Promise<void> {
  await tx.insert(depot).values(row);
}

export async function updateDepot(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof depot.$inferInsert>,
): Promise<void> {
  await tx
    .update(depot)
    .set(set)
    .where(and(eq(depot.organizationId, organizationId), eq(depot.id, id)));
}

export async function deleteDepotRow(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(depot).where(and(eq(depot.organizationId, organizationId), eq(depot.id, id)));
}

/**
 * Raises the versions of depots at locations that move: a list exported before would move them back. One that has never
 * been anywhere is no other for being found.
 */
export async function raiseDepotsAt(
  tx: Tx,
  organizationId: string,
  locationIds: readonly string[],
  now: Date,
): Promise<void> {
  if (locationIds.length === 0) return;
  await tx.execute(sql`
    update depot d set version = d.version + 1, updated_at = ${now.toISOString()}
    from location l
    where d.organization_id = ${organizationId} and d.location_id = any(${idArray(locationIds)})
      and l.organization_id = d.organization_id and l.id = d.location_id and l.lat is not null`);
}
