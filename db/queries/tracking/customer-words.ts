import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryVisit } from "@/db/schema/delivery";
import { customerTold, customerWish, deliveryRating } from "@/db/schema/tracking";

/** What customers have said of these doors; one nobody spoke of is missing. */
export async function listCustomerWords(tx: Tx, organizationId: string, visitIds: readonly string[]) {
  const rows = await tx
    .select({
      visitId: deliveryVisit.id,
      deliveryId: deliveryVisit.deliveryId,
      wish: customerWish,
      rating: deliveryRating,
      reschedules: customerTold.reschedules,
    })
    .from(deliveryVisit)
    .leftJoin(
      customerWish,
      and(eq(customerWish.organizationId, deliveryVisit.organizationId), eq(customerWish.visitId, deliveryVisit.id)),
    )
    .leftJoin(
      customerTold,
      and(eq(customerTold.organizationId, deliveryVisit.organizationId), eq(customerTold.visitId, deliveryVisit.id)),
    )
    .leftJoin(
      deliveryRating,
      and(
        eq(deliveryRating.organizationId, deliveryVisit.organizationId),
        eq(deliveryRating.deliveryId, deliveryVisit.deliveryId),
      ),
    )
    .where(and(eq(deliveryVisit.organizationId, organizationId), inArray(deliveryVisit.id, [...visitIds])));
  return rows
    .map(({ visitId, deliveryId, wish, rating, reschedules }) => ({
      visitId,
      deliveryId,
      instructions: wish?.instructions ?? "",
      safePlace: wish?.safePlace ?? null,
      safePlaceDetail: wish?.safePlaceDetail ?? "",
      saidAt: wish?.updatedAt ?? null,
      reschedules: reschedules ?? 0,
      rating: rating && { stars: rating.stars, comment: rating.comment, ratedAt: rating.createdAt },
    }))
    .filter(({ saidAt, reschedules, rating }) => saidAt !== null || reschedules > 0 || rating !== null);
}
