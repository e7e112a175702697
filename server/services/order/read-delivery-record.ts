import "server-only";
import { z } from "zod";
import { listDeliveryTimeline } from "@/db/queries/event/list-events";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadDeliveryRecords } from "./load-delivery-records";

const MOST_EVENTS = 200;

/** One delivery with who brings it and, where wanted, what the log says of it and its doors, newest first. */
export const readDeliveryRecord = query({
  permission: "order.read",
  input: z.object({ id: z.uuid(), withTimeline: z.boolean().default(false) }),
  run: async ({ tx, actor }, { id, withTimeline }) => {
    const { organizationId } = actor;
    const record = found((await loadDeliveryRecords(tx, organizationId, [id]))[0], "delivery");
    if (!withTimeline) return { ...record, timeline: [] };
    const about = { deliveryId: id, visitIds: record.delivery.visits.map((visit) => visit.id) };
    const timeline = await listDeliveryTimeline(tx, organizationId, about, undefined, MOST_EVENTS);
    return { ...record, timeline };
  },
});
