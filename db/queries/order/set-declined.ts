import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery } from "@/db/schema/delivery";

/** When a driver would not take a delivery; null: nobody has said so. */
export async function setDeclined(tx: Tx, organizationId: string, id: string, declinedAt: Date | null): Promise<void> {
  await tx
    .update(delivery)
    .set({ declinedAt })
    .where(and(eq(delivery.organizationId, organizationId), eq(delivery.id, id)));
}
