import "server-only";
import { z } from "zod";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { findPartner } from "@/db/queries/partner/partners";
import { insertSettlementRefs, listSettlementRefs } from "@/db/queries/settlement/settlement-refs";
import { changed, command, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const MOST_AT_ONCE = 100;

/** The names under which others' books settle a delivery. */
export const readSettlementRefs = query({
  permission: "order.read",
  input: z.object({ deliveryId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { deliveryId }) => {
    found((await loadDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    return listSettlementRefs(tx, organizationId, deliveryId);
  },
});

/** Notes names; those that are known stay as they are. Names only: nothing here knows what anything costs. */
export const noteSettlementRefs = command({
  permission: "order.write",
  input: z.object({
    deliveryId: z.uuid(),
    /** Absent: the organization's own books. */
    partnerId: z.uuid().optional(),
    settlementIds: z.array(z.string().trim().min(1).max(200)).min(1).max(MOST_AT_ONCE),
  }),
  run: async ({ tx, actor, now, newId }, { deliveryId, partnerId, settlementIds }) => {
    const { organizationId } = actor;
    found((await loadDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    if (partnerId !== undefined) found(await findPartner(tx, organizationId, partnerId), "partner");
    const rows = settlementIds.map((settlementId) => ({
      organizationId,
      id: newId(),
      deliveryId,
      partnerId: partnerId ?? null,
      settlementId,
      notedBy: actor.label,
      createdAt: now,
    }));
    const noted = await insertSettlementRefs(tx, rows);
    const refs = await listSettlementRefs(tx, organizationId, deliveryId);
    if (noted.length === 0) return unchanged(refs);
    return changed(refs, [
      {
        type: "delivery.settlement-noted",
        entity: "delivery",
        entityId: deliveryId,
        data: { partnerId: partnerId ?? null, settlementIds: noted },
      },
    ]);
  },
});
