import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { idArray } from "@/db/queries/json-param";
import { deliveryJoin } from "@/db/schema/delivery";

/** A pickup and the drop-off its goods go to, two deliveries. */
export interface DeliveryJoin extends Record<string, unknown> {
  readonly pickupId: string;
  readonly dropoffId: string;
}

/** The pairs that any of these deliveries is half of (its key and index `delivery_join_dropoff`). */
export async function findJoins(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<DeliveryJoin[]> {
  if (deliveryIds.length === 0) return [];
  const ids = idArray(deliveryIds);
  const rows = await tx.execute<DeliveryJoin>(sql`
    select pickup_id as "pickupId", dropoff_id as "dropoffId" from delivery_join
    where organization_id = ${organizationId} and (pickup_id = any(${ids}) or dropoff_id = any(${ids}))
    order by pickup_id`);
  return [...rows];
}

/** Joins deliveries that are held, of which none is joined. */
export async function insertJoins(tx: Tx, organizationId: string, joins: readonly DeliveryJoin[]): Promise<void> {
  await bulkInsert(
    tx,
    deliveryJoin,
    joins.map(({ pickupId, dropoffId }) => ({ organizationId, pickupId, dropoffId })),
  );
}

/** Parts these pairs, whose deliveries are held. */
export async function deleteJoins(tx: Tx, organizationId: string, joins: readonly DeliveryJoin[]): Promise<void> {
  if (joins.length === 0) return;
  await tx.execute(sql`
    delete from delivery_join
    where organization_id = ${organizationId} and pickup_id = any(${idArray(joins.map(({ pickupId }) => pickupId))})`);
}
