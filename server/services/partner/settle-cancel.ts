import "server-only";
import { z } from "zod";
import { setWithPartner, updateHandover } from "@/db/queries/partner/handovers";
import { findOpenRound } from "@/db/queries/partner/rounds";
import { changed, command, type Outcome } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { lockOffer } from "./lock-offer";

/**
 * Decides what becomes of a delivery that was taken back from a partner who says that he cannot give it back, or who could not
 * be told. `leave`: it is his again. `insist`: it stays with us, and he is told no more. Refused where there is nothing to decide,
 * and, to leave it, where it is not waiting any more.
 */
export const settleCancel = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid(), choice: z.enum(["leave", "insist"]) }),
  run: async ({ tx, actor, now }, { handoverId, choice }): Promise<Outcome<{ readonly deliveryId: string }>> => {
    const { organizationId } = actor;
    const { offer, delivery } = found(await lockOffer(tx, organizationId, handoverId), "route");
    const { partnerId, deliveryId, cancelState, cancelWords, answeredAt } = offer;
    if (cancelState !== "refused" && cancelState !== "unheard") {
      throw new ServiceError("refused", "This has been decided already.", { reason: "decided" });
    }
    const about = { entity: "partner", entityId: partnerId } as const;
    const data = { deliveryId, handoverId, ...(cancelWords && { note: cancelWords }) };
    if (choice === "insist") {
      await updateHandover(tx, organizationId, handoverId, { cancelState: "insisted", updatedAt: now });
      return changed({ deliveryId }, [{ type: "partner.insisted", ...about, data }]);
    }
    const isElsewhere = delivery.partnerId !== null || (await findOpenRound(tx, organizationId, deliveryId));
    if (delivery.status !== "requested" || delivery.route || isElsewhere) {
      throw new ServiceError("refused", "It is planned, with a partner, or over.", { reason: "not-waiting" });
    }
    const his = { status: "accepted", cancelState: null, cancelWords: "", endedAt: null } as const;
    const since = { answeredAt: answeredAt ?? now, keptAt: now, updatedAt: now };
    await updateHandover(tx, organizationId, handoverId, { ...his, ...since });
    await setWithPartner(tx, organizationId, deliveryId, { status: "assigned", partnerId, now });
    return changed({ deliveryId }, [
      { type: "partner.left-with", ...about, data },
      {
        type: "delivery.changed",
        entity: "delivery",
        entityId: deliveryId,
        data: { partnerId },
        before: { status: delivery.status },
        after: { status: "assigned" },
      },
    ]);
  },
});
