import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryItem } from "@/db/schema/delivery";

/** A delivery's parcels in order. */
export async function listDeliveryItems(tx: Tx, organizationId: string, deliveryId: string) {
  return tx
    .select({ id: deliveryItem.id, barcode: deliveryItem.barcode, quantity: deliveryItem.quantity })
    .from(deliveryItem)
    .where(and(eq(deliveryItem.organizationId, organizationId), eq(deliveryItem.deliveryId, deliveryId)))
    .orderBy(asc(deliveryItem.position));
}
