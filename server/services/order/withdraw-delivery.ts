import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findWithdrawn, withdrawDeliveryRow } from "@/db/queries/order/own-deliveries";
import { deleteRefusal } from "@/server/domain/order/change-refusal";
import { changed, command } from "../kernel/command";
import { found, noSuch } from "../kernel/service-error";
import { deleteForGood } from "./delete-for-good";

/**
 * Takes a delivery back for its sender: it is gone where nobody has planned it. What is on a route, or has been, stays
 * there as it is; its sender does not find it any more, and may use its number again.
 */
export const withdrawDelivery = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async (scope, { id }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const delivery = found((await lockDeliveries(tx, organizationId, [id]))[0], "delivery");
    // Of two who take it back at once, one does.
    if ((await findWithdrawn(tx, organizationId, [id])).length > 0) throw noSuch("delivery");
    if (deleteRefusal(delivery) === undefined) {
      return changed({ isGone: true }, await deleteForGood(scope, [delivery]));
    }
    await withdrawDeliveryRow(tx, organizationId, id, now);
    const change = {
      before: { externalId: delivery.input.externalId ?? null },
      after: { externalId: null, withdrawnAt: now.toISOString() },
    };
    return changed({ isGone: false }, [{ type: "delivery.changed", entity: "delivery", entityId: id, ...change }]);
  },
});
