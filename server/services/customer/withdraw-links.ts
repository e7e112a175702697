import "server-only";
import { z } from "zod";
import { findVisitDelivery } from "@/db/queries/customer/visit-delivery";
import { revokeTrackingLinks } from "@/db/queries/tracking/tracking-links";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Shuts the links to a door, or one of them, for good; whoever opens one reads what an unknown link reads. */
export const withdrawLinks = command({
  permission: "order.write",
  input: z.object({ visitId: z.uuid(), linkId: z.uuid().optional() }),
  run: async ({ tx, actor: { organizationId }, now }, { visitId, linkId }) => {
    const deliveryId = found(await findVisitDelivery(tx, organizationId, visitId), "stop");
    const withdrawn = await revokeTrackingLinks(tx, organizationId, { visitIds: [visitId], linkId }, now);
    if (withdrawn === 0) return unchanged({ withdrawn });
    const event = { type: "delivery.links-withdrawn" as const, entity: "delivery", entityId: deliveryId };
    return changed({ withdrawn }, [{ ...event, data: { visitId, links: withdrawn } }]);
  },
});
