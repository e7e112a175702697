import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { delivery } from "@/db/schema/delivery";

/** When a driver would not take deliveries; null: nobody has said so. */
export async function setDeclined(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  declinedAt: Date | null,
): Promise<void> {
  await tx
    .update(delivery)
    .set({ declinedAt })
    .where(and(eq(delivery.organizationId, organizationId), isAmong(delivery.id, ids)));
}
