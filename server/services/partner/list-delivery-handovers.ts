import "server-only";
import { z } from "zod";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { listDeliveryHandovers as selectHandovers } from "@/db/queries/partner/partner-work";
import { selectPartnerPage } from "@/db/queries/partner/partners";
import { findOpenRound } from "@/db/queries/partner/rounds";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** With which partners a delivery was and is, newest first, whether it is in a round, and whether there is any to give it to. */
export const listDeliveryHandovers = query({
  permission: "order.read",
  input: z.object({ deliveryId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { deliveryId }) => {
    found((await loadDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    const handovers = await selectHandovers(tx, organizationId, deliveryId);
    const open = await findOpenRound(tx, organizationId, deliveryId);
    const active = await selectPartnerPage(tx, organizationId, ["active"], undefined, 1);
    const round = open ? { id: open.id, createdAt: open.createdAt } : null;
    return { handovers, round, hasPartners: active.length > 0 };
  },
});
