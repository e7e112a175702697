import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { settlementRef } from "@/db/schema/settlement";

export type SettlementRefRow = typeof settlementRef.$inferSelect;

/** A delivery's names in others' books, in the order they came (index `settlement_ref_delivery`). */
export async function listSettlementRefs(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
): Promise<SettlementRefRow[]> {
  return tx
    .select()
    .from(settlementRef)
    .where(and(eq(settlementRef.organizationId, organizationId), eq(settlementRef.deliveryId, deliveryId)))
    .orderBy(asc(settlementRef.id));
}

/** Notes names; those that are known stay as they are. Answers with the new ones. */
export async function insertSettlementRefs(tx: Tx, rows: readonly SettlementRefRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const saved = await tx
    .insert(settlementRef)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ settlementId: settlementRef.settlementId });
  return saved.map(({ settlementId }) => settlementId);
}
