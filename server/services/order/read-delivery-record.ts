import "server-only";
import { z } from "zod";
import { listDeliveryTimelines } from "@/db/queries/event/list-delivery-timelines";
import { gathered } from "../kernel/gathered";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { loadDeliveryRecords } from "./load-delivery-records";

const MOST_EVENTS = 200;

const readSome = query({
  permission: "order.read",
  input: z.object({ ids: z.array(z.uuid()), withTimelineOf: z.array(z.uuid()) }),
  run: async ({ tx, actor }, { ids, withTimelineOf }) => {
    const { organizationId } = actor;
    const [records, timelines] = await Promise.all([
      loadDeliveryRecords(tx, organizationId, ids),
      listDeliveryTimelines(tx, organizationId, withTimelineOf, MOST_EVENTS),
    ]);
    return { records, timelines };
  },
});

const readOne = gathered({
  permission: "order.read",
  input: z.object({ id: z.uuid(), withTimeline: z.boolean().default(false) }),
  most: 100,
  // While one question is read in the database, the answers to the one before are written.
  lanes: 2,
  work: async (services, asked) => {
    const ids = [...new Set(asked.map(({ input }) => input.id))];
    const withTimelineOf = [...new Set(asked.flatMap(({ input }) => (input.withTimeline ? [input.id] : [])))];
    const { records, timelines } = await readSome(services, { ids, withTimelineOf });
    const byId = new Map(records.map((record) => [record.delivery.id, record]));
    return asked.map(({ input: { id, withTimeline } }) => {
      const record = byId.get(id);
      return record && { ...record, timeline: (withTimeline && timelines.get(id)) || [] };
    });
  },
});

/** One delivery with who brings it and, where wanted, what the log says of it and its doors, newest first. */
export async function readDeliveryRecord(services: ServiceContext, input: { id: string; withTimeline?: boolean }) {
  return found(await readOne(services, input), "delivery");
}
