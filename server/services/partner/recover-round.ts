import "server-only";
import { z } from "zod";
import { lockOpenHandovers } from "@/db/queries/partner/handovers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { changed, command, type Outcome, unchanged, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { cancelHandover } from "./cancel-handover";
import { lockRoundOfDelivery } from "./lock-offer";
import { loseBrokenOffer } from "./lose-broken-offer";
import { goOnWithRound, type HandoverVerdict, type RestOfRound } from "./run-round";
import { lookLater } from "./start-run";
import { takeUpRound } from "./take-up-round";

/**
 * Takes up a round whose run has died: one whose beat still stands where it stood some seconds ago. An offer that nobody knows
 * to have been heard is taken back before anybody else is asked, and who has not been asked yet follows by the policy. Null
 * where the round is over, or its run lives; then it is looked at once more later.
 */
export async function recoverRound(
  services: ServiceContext,
  seen: { readonly roundId: string; readonly beat: number; readonly runs: number },
): Promise<HandoverVerdict | null> {
  const { lostId, rest } = await takeOver(services, seen);
  if (rest) return goOnWithRound(services, rest);
  if (lostId !== null) await cancelHandover(services, { handoverId: lostId });
  return null;
}

interface BrokenRound {
  /** The offer nobody knows to have been heard. */
  readonly lostId: string | null;
  /** Null: nobody follows. */
  readonly rest: RestOfRound | null;
}
const NOTHING: BrokenRound = { lostId: null, rest: null };

const takeOver = command({
  permission: "plan.dispatch",
  input: z.object({ roundId: z.uuid(), beat: z.int(), runs: z.int().min(1) }),
  run: async (scope, { roundId, beat, runs }): Promise<Outcome<BrokenRound>> => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const round = await lockRoundOfDelivery(tx, organizationId, roundId);
    if (!round || round.endedAt || round.runId === null) return unchanged(NOTHING);
    if (round.beat !== beat) {
      await lookLater(scope, { roundId, beat: round.beat, runs });
      return untraced(NOTHING);
    }
    const { deliveryId } = round;
    const events: DomainEvent[] = [];
    const [offer] = await lockOpenHandovers(tx, organizationId, [deliveryId]);
    if (offer) {
      events.push(await loseBrokenOffer(scope, offer));
    }
    const lostId = offer?.id ?? null;
    const rest = await takeUpRound(scope, round, { lostId, runs: runs + 1 });
    if (!rest)
      events.push({ type: "partner.round-ended", entity: "delivery", entityId: deliveryId, data: { roundId } });
    return events.length > 0 ? changed({ lostId, rest }, events) : untraced({ lostId, rest });
  },
});
