import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryVisit } from "@/db/schema/delivery";

/** Whose door a visit is. */
export async function findVisitDelivery(tx: Tx, organizationId: string, visitId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ deliveryId: deliveryVisit.deliveryId })
    .from(deliveryVisit)
    .where(and(eq(deliveryVisit.organizationId, organizationId), eq(deliveryVisit.id, visitId)));
  return row?.deliveryId;
}
