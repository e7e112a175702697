import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customerTold, trackingView } from "@/db/schema/tracking";

type ToldRow = typeof customerTold.$inferSelect;

/** What a door's customer was last told, held until the transaction ends; made where nothing was told yet. */
export async function lockTold(tx: Tx, organizationId: string, visitId: string, now: Date): Promise<ToldRow> {
  await tx.insert(customerTold).values({ organizationId, visitId, updatedAt: now }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(customerTold)
    .where(and(eq(customerTold.organizationId, organizationId), eq(customerTold.visitId, visitId)))
    .for("update");
  return row!;
}

/** Puts down what a door's customer is told now. */
export async function saveTold(
  tx: Tx,
  { organizationId, visitId }: Pick<ToldRow, "organizationId" | "visitId">,
  told: Partial<Omit<ToldRow, "organizationId" | "visitId">>,
): Promise<void> {
  await tx
    .update(customerTold)
    .set(told)
    .where(and(eq(customerTold.organizationId, organizationId), eq(customerTold.visitId, visitId)));
}

export async function insertTrackingView(tx: Tx, row: typeof trackingView.$inferInsert): Promise<void> {
  await tx.insert(trackingView).values(row);
}
