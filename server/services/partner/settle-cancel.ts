import "server-only";
import { z } from "zod";
import { updateHandover } from "@/db/queries/partner/handovers";
import { changed, command, type Outcome } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { leaveWithPartner, mayBeLeft } from "./leave-with-partner";
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
    const { partnerId, deliveryId, cancelState, cancelWords } = offer;
    if (cancelState !== "refused" && cancelState !== "unheard") {
      throw new ServiceError("refused", "This has been decided already.", { reason: "decided" });
    }
    if (choice === "insist") {
      await updateHandover(tx, organizationId, handoverId, { cancelState: "insisted", updatedAt: now });
      const data = { deliveryId, handoverId, ...(cancelWords && { note: cancelWords }) };
      return changed({ deliveryId }, [{ type: "partner.insisted", entity: "partner", entityId: partnerId, data }]);
    }
    if (!(await mayBeLeft(tx, organizationId, delivery))) {
      throw new ServiceError("refused", "It is planned, with a partner, or over.", { reason: "not-waiting" });
    }
    return changed({ deliveryId }, await leaveWithPartner({ tx, actor, now }, offer));
  },
});
