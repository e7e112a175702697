import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
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
