import "server-only";
import { z } from "zod";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { changed, command, type Outcome, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { cancelHandover } from "./cancel-handover";
import { lockOffer } from "./lock-offer";
import { loseBrokenOffer } from "./lose-broken-offer";
import { goOnWithRound, type HandoverVerdict, type RestOfRound } from "./run-round";
import { takeUpRound } from "./take-up-round";

/**
 * Takes up an offer that was being made while rounds became rows of their own: nobody runs its round, so that no beat tells of
 * its process, and the job it was given out with looks as it did then. Null where it was answered, or nobody follows.
 */
export async function recoverOffer(
  services: ServiceContext,
  { handoverId }: { readonly handoverId: string },
): Promise<HandoverVerdict | null> {
  const { isLost, rest } = await endStranded(services, { handoverId });
  if (rest) return goOnWithRound(services, rest);
  if (isLost) await cancelHandover(services, { handoverId });
  return null;
}

const endStranded = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid() }),
  run: async (scope, { handoverId }): Promise<Outcome<{ isLost: boolean; rest: RestOfRound | null }>> => {
    const { offer, round } = (await lockOffer(scope.tx, scope.actor.organizationId, handoverId)) ?? {};
    const isStranded = offer?.status === "offered" && round && !round.endedAt && round.runId === null;
    if (!isStranded) return unchanged({ isLost: false, rest: null });
    const events: DomainEvent[] = [await loseBrokenOffer(scope, offer)];
    const rest = await takeUpRound(scope, round, { lostId: handoverId });
    const { id: roundId, deliveryId } = round;
    if (!rest)
      events.push({ type: "partner.round-ended", entity: "delivery", entityId: deliveryId, data: { roundId } });
    return changed({ isLost: true, rest }, events);
  },
});
