import "server-only";
import { z } from "zod";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import { lockHandover, updateHandover } from "@/db/queries/partner/handovers";
import { UNHEARD_MS } from "@/server/domain/partner/handover";
import { saidId } from "@/server/domain/partner/said-id";
import { changed, command, type Outcome, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { cancelHandover } from "./cancel-handover";
import { type HandoverVerdict, handOverDeliveries } from "./hand-over-deliveries";
import { exchangeRow } from "./keep-exchange";
import { findRestOfRound, type RestOfRound } from "./rest-of-round";

const BROKEN_OFF = "Whoever made this offer was gone before it was answered: nobody knows whether it was heard.";

/**
 * Takes up a round whose process has died: an offer that nobody knows to have been heard is taken back before anybody else
 * is asked, and who has not been asked yet follows by the policy. Null where the round has gone on without it.
 */
export async function recoverOffer(
  services: ServiceContext,
  { handoverId }: { readonly handoverId: string },
): Promise<HandoverVerdict | null> {
  const { isBrokenOff, rest } = await endBrokenOff(services, { handoverId });
  if (isBrokenOff) await cancelHandover(services, { handoverId });
  if (!rest) return null;
  const [verdict] = await handOverDeliveries(services, rest);
  return verdict ?? null;
}

interface BrokenRound {
  /** Nobody knows whether the offer was heard. */
  readonly isBrokenOff: boolean;
  /** Null: nobody follows. */
  readonly rest: RestOfRound | null;
}

const endBrokenOff = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid() }),
  run: async (scope, { handoverId }): Promise<Outcome<BrokenRound>> => {
    const { tx, actor, now, enqueue } = scope;
    const { organizationId } = actor;
    const offer = await lockHandover(tx, organizationId, handoverId);
    const isBrokenOff = offer?.status === "offered";
    // It was answered, and whoever heard it died before he asked the next partner.
    const isLeft = offer?.status === "declined" || offer?.status === "lost";
    if (!offer || (!isBrokenOff && !isLeft)) return unchanged({ isBrokenOff, rest: null });
    const rest = await findRestOfRound(tx, organizationId, offer);
    if (!isBrokenOff) return unchanged({ isBrokenOff, rest });
    const { partnerId, deliveryId } = offer;
    await updateHandover(tx, organizationId, handoverId, { status: "lost", endedAt: now, updatedAt: now });
    const request = `assignment ${saidId("assignment", handoverId)}`;
    const exchange = { request, status: null, answer: "", milliseconds: null };
    const told = { outcome: "unknown", message: BROKEN_OFF, exchange };
    await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "hand-over", handoverId }, told)]);
    await enqueue("cancel-handover", { handoverId }, new Date(now.getTime() + UNHEARD_MS));
    const data = { deliveryId, handoverId, outcome: "unknown" };
    return changed({ isBrokenOff, rest }, [{ type: "partner.declined", entity: "partner", entityId: partnerId, data }]);
  },
});
