import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryVisit } from "@/db/schema/delivery";
import { trackingLink } from "@/db/schema/tracking";

/** Whose door a visit is. */
export async function findVisitDelivery(tx: Tx, organizationId: string, visitId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ deliveryId: deliveryVisit.deliveryId })
    .from(deliveryVisit)
    .where(and(eq(deliveryVisit.organizationId, organizationId), eq(deliveryVisit.id, visitId)));
  return row?.deliveryId;
}

/** Shuts all links to a door, or one; answers with how many opened something until now. */
export async function withdrawDoorLinks(
  tx: Tx,
  organizationId: string,
  { visitId, linkId }: { readonly visitId: string; readonly linkId?: string },
  now: Date,
): Promise<number> {
  const withdrawn = await tx
    .update(trackingLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(trackingLink.organizationId, organizationId),
        eq(trackingLink.visitId, visitId),
        linkId === undefined ? undefined : eq(trackingLink.id, linkId),
        isNull(trackingLink.revokedAt),
      ),
    )
    .returning({ id: trackingLink.id });
  return withdrawn.length;
}
