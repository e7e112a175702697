import "server-only";
import type { Tx } from "@/db/client";
import { type HandoverRow, isLastOffer, listOffersOfRound } from "@/db/queries/partner/handovers";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";

/** How a round goes on: whom it is about, and who is not asked any more. */
export interface RestOfRound {
  readonly deliveryIds: readonly string[];
  readonly exceptPartnerIds: readonly string[];
  readonly vehicleProfile: TravelProfile | null;
  readonly roundId: string;
}

/**
 * How the round of an offer goes on that came to nothing; null where nobody follows: by the policy, because somebody chose
 * this partner or stopped the round, or because the delivery was offered once more since.
 */
export async function findRestOfRound(tx: Tx, organizationId: string, offer: HandoverRow): Promise<RestOfRound | null> {
  if (offer.isByHand) return null;
  const { partnerRouting } = await findDeliveryPolicy(tx, organizationId);
  if (!partnerRouting.isFallback || !(await isLastOffer(tx, organizationId, offer))) return null;
  const { deliveryId, roundId, vehicleProfile } = offer;
  const asked = await listOffersOfRound(tx, organizationId, offer);
  const exceptPartnerIds = asked.map(({ partnerId }) => partnerId);
  return { deliveryIds: [deliveryId], exceptPartnerIds, vehicleProfile, roundId };
}
