import "server-only";
import { z } from "zod";
import { lockHandover, updateHandover } from "@/db/queries/partner/handovers";
import { changed, command, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { type HandoverVerdict, handOverDeliveries } from "./hand-over-deliveries";
import { findRestOfRound } from "./rest-of-round";

/**
 * Goes on from a partner who has not answered in time, or has said no after all: he is told that it is too late, and who
 * has not been asked yet in this round is asked in the order of the policy. Null where the offer has been taken, or nobody is to follow: by the policy, or because somebody chose this partner.
 */
export async function passOnOffer(
  services: ServiceContext,
  { handoverId }: { readonly handoverId: string },
): Promise<HandoverVerdict | null> {
  const open = await endUnanswered(services, { handoverId });
  if (!open) return null;
  const [verdict] = await handOverDeliveries(services, open);
  return verdict ?? null;
}

const endUnanswered = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid() }),
  run: async ({ tx, actor, now, enqueue }, { handoverId }) => {
    const { organizationId } = actor;
    const offer = await lockHandover(tx, organizationId, handoverId);
    const isAwaited = offer?.status === "awaited";
    // Ended by an earlier run of this that was killed, or by the partner's own word; given back is the no of who is mailed lists.
    const isRefused = offer?.status === "declined" || (offer?.status === "given-back" && offer.isListed);
    const isEnded = offer?.status === "lost" || isRefused;
    if (!offer || (!isAwaited && !isEnded)) return unchanged(null);
    const { partnerId, deliveryId } = offer;
    const next = await findRestOfRound(tx, organizationId, offer);
    if (!isAwaited) return unchanged(next);
    await updateHandover(tx, organizationId, handoverId, { status: "lost", endedAt: now, updatedAt: now });
    await enqueue("cancel-handover", { handoverId });
    const data = { deliveryId, handoverId, outcome: "unanswered" };
    return changed(next, [{ type: "partner.declined", entity: "partner", entityId: partnerId, data }]);
  },
});
