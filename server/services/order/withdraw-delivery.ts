import "server-only";
import { z } from "zod";
import { deleteDeliveryRows, removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { withdrawDeliveryRow } from "@/db/queries/order/own-deliveries";
import { deleteRefusal } from "@/server/domain/order/change-refusal";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";

/**
 * Takes a delivery back for its sender: it is gone where nobody has planned it. What is on a route, or has been, stays
 * there as it is; its sender does not find it any more, and may use its number again.
 */
export const withdrawDelivery = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const delivery = found((await lockDeliveries(tx, organizationId, [id]))[0], "delivery");
    const isGone = deleteRefusal(delivery) === undefined;
    if (isGone) {
      await deleteDeliveryRows(tx, organizationId, [id]);
      const locationIds = delivery.visits.map(({ locationId }) => locationId);
      await removeUnusedLocations(tx, organizationId, locationIds);
    } else await withdrawDeliveryRow(tx, organizationId, id, now);
    const { projectId, status, input } = delivery;
    const event = isGone
      ? { type: "delivery.deleted" as const, before: { ...input, projectId, status } }
      : {
          type: "delivery.changed" as const,
          before: { externalId: input.externalId ?? null },
          after: { externalId: null, withdrawnAt: now.toISOString() },
        };
    return changed({ isGone }, [{ ...event, entity: "delivery", entityId: id }]);
  },
});
