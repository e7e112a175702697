import "server-only";
import { z } from "zod";
import { lockFailedDelivery, setReturned } from "@/db/queries/exception/failed-deliveries";
import { lookAnew } from "../execution/look-anew";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Sends a failed delivery back to where it came from. Refuses what has not failed. */
export const returnDelivery = command({
  permission: "plan.edit",
  input: z.object({ deliveryId: z.uuid() }),
  run: async (scope, { deliveryId }) => {
    const { tx, actor, now } = scope;
    const seen = found(await lockFailedDelivery(tx, actor.organizationId, deliveryId), "delivery");
    if (seen.status === "returned") return unchanged({ isReturned: true });
    if (seen.status !== "failed") {
      throw new ServiceError("refused", "This delivery has not failed.", { reason: "closed" });
    }
    await setReturned(tx, actor.organizationId, [deliveryId], now);
    const planIds = [...new Set(seen.stops.map(({ planId }) => planId))];
    await lookAnew(scope, { planIds });
    return changed({ isReturned: true }, [
      {
        type: "delivery.changed",
        entity: "delivery",
        entityId: deliveryId,
        ...(planIds[0] && { planId: planIds[0] }),
        before: { status: "failed" },
        after: { status: "returned" },
      },
    ]);
  },
});
