import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { endTelling } from "@/db/queries/notification/doors-to-tell";
import { delivery } from "@/db/schema/delivery";

/** Ends deliveries that nobody will make, and what their customers follow; the caller has locked them and taken them off their routes. */
export async function cancelDeliveries(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .update(delivery)
    .set({ status: "cancelled", version: sql`${delivery.version} + 1`, updatedAt: now })
    .where(and(eq(delivery.organizationId, organizationId), isAmong(delivery.id, ids)));
  await endTelling(tx, organizationId, ids, now);
}

/** Has cancelled deliveries made after all; answers with those that were cancelled. The caller has locked them. */
export async function reviveDeliveries(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(delivery)
    .set({ status: "requested", version: sql`${delivery.version} + 1`, updatedAt: now })
    .where(
      and(eq(delivery.organizationId, organizationId), isAmong(delivery.id, ids), eq(delivery.status, "cancelled")),
    )
    .returning({ id: delivery.id });
  return rows.map(({ id }) => id);
}
