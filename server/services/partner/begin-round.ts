import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { type HandoverRow, isCancelRefused, lockOpenHandovers } from "@/db/queries/partner/handovers";
import { findOpenRound, insertRound, type RoundRow, updateRound } from "@/db/queries/partner/rounds";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { changed, command, type Outcome, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { loseOffer } from "./lose-offer";
import { type RunningRound, startRun } from "./start-run";

/** An offer nobody has heard the end of for so long is lost, unless somebody runs its round: then `recover-round` looks. */
const LOST_MS = 60_000;

interface BegunRound {
  readonly round: RunningRound;
  /** An offer of before that nobody knows to have been heard: its partner has to be told first. */
  readonly lostId: string | null;
}

/**
 * Begins a round in which a delivery is offered to partners. Null where it is planned, with a partner or in a round already, is
 * over, or where somebody has yet to decide about a partner who does not give it back.
 */
export const beginRound = command({
  permission: "plan.dispatch",
  input: z.object({
    deliveryId: z.uuid(),
    isByHand: z.boolean(),
    vehicleProfile: z.enum(TRAVEL_PROFILES).nullable(),
  }),
  run: async (scope, { deliveryId, isByHand, vehicleProfile }): Promise<Outcome<BegunRound | null>> => {
    const { tx, actor, now, newId } = scope;
    const { organizationId } = actor;
    const delivery = found((await lockDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    if (delivery.route || delivery.status !== "requested") return unchanged(null);
    if (await isCancelRefused(tx, organizationId, deliveryId)) return unchanged(null);
    const before = await findOpenRound(tx, organizationId, deliveryId);
    const [open] = await lockOpenHandovers(tx, organizationId, [deliveryId]);
    if ((before || open) && !isLost(before, open, now)) return unchanged(null);
    if (before) await updateRound(tx, organizationId, before.id, { end: "nobody", endedAt: now, runId: null });
    if (open) await loseOffer(scope, open);
    const about = { organizationId, id: newId(), deliveryId, isByHand, vehicleProfile, createdAt: now };
    const round = await startRun(scope, await insertRound(tx, about));
    return changed({ round, lostId: open?.id ?? null }, [
      { type: "partner.round-begun", entity: "delivery", entityId: deliveryId, data: { roundId: round.roundId } },
    ]);
  },
});

/** Whether nobody will go on with what is still open. */
function isLost(round: RoundRow | undefined, offer: HandoverRow | undefined, now: Date): boolean {
  if (round && round.runId !== null) return false;
  // Given back or declined, and whoever was to pass it on has failed for good.
  if (!offer) return true;
  return offer.status === "offered" && now.getTime() - offer.createdAt.getTime() >= LOST_MS;
}
