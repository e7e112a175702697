import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { checkDismissal, delivery } from "@/db/schema/delivery";

export type DismissalInsert = typeof checkDismissal.$inferInsert;

/** Remembers answers; one given before stays as it was. Returns the deliveries that had not been answered for. */
export async function insertDismissals(tx: Tx, rows: readonly DismissalInsert[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = await tx
    .insert(checkDismissal)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ deliveryId: checkDismissal.deliveryId });
  return made.map((row) => row.deliveryId);
}

/** Which of these deliveries there are. */
export async function existingDeliveryIds(tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: delivery.id })
    .from(delivery)
    .where(and(eq(delivery.organizationId, organizationId), inArray(delivery.id, [...ids])));
  return rows.map((row) => row.id);
}
