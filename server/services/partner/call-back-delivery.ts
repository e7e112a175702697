import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { takeBackDelivery } from "./take-back-deliveries";

/**
 * Takes a delivery back from the partner who has it or is being offered it; he is told. Between two partners, nobody
 * else is asked. Refused where nobody has it or is to be asked, where it is over, and where he is on his way with it: then
 * only he can bring it back.
 */
export const callBackDelivery = command({
  permission: "plan.dispatch",
  input: z.object({ deliveryId: z.uuid() }),
  run: async (scope, { deliveryId }) => {
    const delivery = found((await lockDeliveries(scope.tx, scope.actor.organizationId, [deliveryId]))[0], "delivery");
    const { status, partnerId } = delivery;
    if (status === "enroute" && partnerId !== null) {
      throw new ServiceError("refused", "Its partner is on the way with it.", { reason: "partner-under-way" });
    }
    // With no partner, it may be planned meanwhile, or on its way with a driver of our own: only who is still asked is told.
    const events = TERMINAL_DELIVERY_STATUSES.includes(status) ? [] : await takeBackDelivery(scope, delivery);
    if (events.length === 0) {
      throw new ServiceError("refused", "No partner has it any more.", { reason: "not-with-partner" });
    }
    return changed({ deliveryId }, events);
  },
});
