import "server-only";
import { z } from "zod";
import { isLastOffer } from "@/db/queries/partner/handovers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { changed, command, type Outcome, unchanged, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { cancelHandover } from "./cancel-handover";
import { lockOffer } from "./lock-offer";
import { loseOffer } from "./lose-offer";
import { goOnWithRound, type HandoverVerdict, type RestOfRound } from "./run-round";
import { takeUpRound } from "./take-up-round";

/**
 * Goes on from a partner who has not answered in time, or has said no after all: he is told that it is too late, and once he
 * has answered that, or cannot be reached, who has not been asked yet in this round is asked in the order of the policy;
 * nobody is where he has taken it and keeps it. Null where the offer has been taken, its round is over or being run, or nobody
 * is to follow: by the policy, or because somebody chose this partner.
 */
export async function passOnOffer(
  services: ServiceContext,
  { handoverId }: { readonly handoverId: string },
): Promise<HandoverVerdict | null> {
  const { isLost, rest } = await endUnanswered(services, { handoverId });
  if (rest) return goOnWithRound(services, rest);
  if (isLost) await cancelHandover(services, { handoverId });
  return null;
}

interface EndedOffer {
  /** Its partner has heard it and not answered: he has to be told. */
  readonly isLost: boolean;
  /** Null: nobody follows. */
  readonly rest: RestOfRound | null;
}
const NOTHING: EndedOffer = { isLost: false, rest: null };

const endUnanswered = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid() }),
  run: async (scope, { handoverId }): Promise<Outcome<EndedOffer>> => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const { offer, round } = (await lockOffer(tx, organizationId, handoverId)) ?? {};
    // Who runs it goes on from there by himself.
    if (!offer || !round || round.endedAt || round.runId !== null) return unchanged(NOTHING);
    const isAwaited = offer.status === "awaited";
    // Ended by the partner's own word; given back is the no of who is mailed lists.
    const isRefused = offer.status === "declined" || (offer.status === "given-back" && offer.isListed);
    if (!isAwaited && !(isRefused && (await isLastOffer(tx, organizationId, offer)))) return unchanged(NOTHING);
    const { partnerId, deliveryId } = offer;
    const events: DomainEvent[] = [];
    if (isAwaited) {
      await loseOffer(scope, offer);
      const data = { deliveryId, handoverId, outcome: "unanswered" };
      events.push({ type: "partner.declined", entity: "partner", entityId: partnerId, data });
    }
    const rest = await takeUpRound(scope, round, { lostId: isAwaited ? handoverId : null });
    const data = { roundId: round.id };
    if (!rest) events.push({ type: "partner.round-ended", entity: "delivery", entityId: deliveryId, data });
    const ended = { isLost: isAwaited, rest };
    return events.length > 0 ? changed(ended, events) : untraced(ended);
  },
});
