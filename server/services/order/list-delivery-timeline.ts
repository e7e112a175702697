import "server-only";
import { z } from "zod";
import { listDeliveryTimeline as selectTimeline } from "@/db/queries/event/list-events";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What happened to a delivery and at its doors, newest first, a page at a time; `nextSeq` is null on the last. */
export const listDeliveryTimeline = query({
  permission: "order.read",
  input: z.object({
    id: z.uuid(),
    beforeSeq: z.int().positive().optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: async ({ tx, actor }, { id, beforeSeq, limit }) => {
    const { organizationId } = actor;
    const delivery = found((await loadDeliveries(tx, organizationId, [id]))[0], "delivery");
    const about = { deliveryId: id, visitIds: delivery.visits.map((visit) => visit.id) };
    const events = await selectTimeline(tx, organizationId, about, beforeSeq, limit + 1);
    const shown = events.slice(0, limit);
    return { events: shown, nextSeq: events.length > limit ? (shown.at(-1)?.seq ?? null) : null };
  },
});
