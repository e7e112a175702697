import "server-only";
import type { Tx } from "@/db/client";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findHandover, type HandoverRow, lockHandover } from "@/db/queries/partner/handovers";
import { findRound, lockRound, type RoundRow } from "@/db/queries/partner/rounds";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";

/**
 * An offer with its delivery and its round (undefined: of before there were any), held until the transaction ends: the delivery
 * first, then the round, then the offer, as everywhere. Undefined where its delivery has been deleted.
 */
export async function lockOffer(
  tx: Tx,
  organizationId: string,
  handoverId: string,
): Promise<
  { readonly offer: HandoverRow; readonly delivery: StoredDelivery; readonly round: RoundRow | undefined } | undefined
> {
  const known = await findHandover(tx, organizationId, handoverId);
  const [delivery] = known ? await lockDeliveries(tx, organizationId, [known.deliveryId]) : [];
  if (!known || !delivery) return undefined;
  const round = await lockRound(tx, organizationId, known.roundId);
  const offer = await lockHandover(tx, organizationId, handoverId);
  return offer && { offer, delivery, round };
}

/** A round with its delivery, held likewise. */
export async function lockRoundOfDelivery(
  tx: Tx,
  organizationId: string,
  roundId: string,
): Promise<RoundRow | undefined> {
  const known = await findRound(tx, organizationId, roundId);
  if (known) await lockDeliveries(tx, organizationId, [known.deliveryId]);
  return known && lockRound(tx, organizationId, roundId);
}
