import "server-only";
import { z } from "zod";
import { findVisitDelivery } from "@/db/queries/customer/visit-delivery";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { giveTrackingLinks } from "../tracking/give-tracking-links";

/** A link to hand over by whatever way; the one made so before opens nothing any more. It is in this answer only. */
export const makeLink = command({
  permission: "order.write",
  input: z.object({ visitId: z.uuid() }),
  run: async (scope, { visitId }) => {
    const deliveryId = found(await findVisitDelivery(scope.tx, scope.actor.organizationId, visitId), "stop");
    const links = await giveTrackingLinks(scope, [visitId], "api");
    const event = { type: "delivery.link-made" as const, entity: "delivery", entityId: deliveryId };
    return changed({ link: links.get(visitId)! }, [{ ...event, data: { visitId, channel: "api" } }]);
  },
});
