import "server-only";
import { and, desc, eq, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { event } from "@/db/schema/event";
import { listDeliveryTimeline } from "./list-events";

type TimelineEvent = typeof event.$inferSelect;

interface DeliveryDoors {
  readonly deliveryId: string;
  readonly visitIds: readonly string[];
}

/** More than this are asked for one delivery at a time. */
const MOST_TOGETHER = 2000;

/** What happened to each of several deliveries and at their doors, newest first (index `event_entity`). */
export async function listDeliveryTimelines(
  tx: Tx,
  organizationId: string,
  about: readonly DeliveryDoors[],
  mostEach: number,
): Promise<ReadonlyMap<string, TimelineEvent[]>> {
  const timelines = new Map<string, TimelineEvent[]>(about.map(({ deliveryId }) => [deliveryId, []]));
  if (about.length === 0) return timelines;
  const deliveryOf = new Map(about.flatMap(({ deliveryId, visitIds }) => visitIds.map((id) => [id, deliveryId])));
  const rows = await tx
    .select()
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        or(
          and(eq(event.entity, "delivery"), isAmong(event.entityId, [...timelines.keys()])),
          and(eq(event.entity, "stop"), isAmong(event.entityId, [...deliveryOf.keys()])),
        ),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(MOST_TOGETHER);
  if (rows.length === MOST_TOGETHER) {
    for (const each of about) {
      const timeline = await listDeliveryTimeline(tx, organizationId, each, undefined, mostEach);
      timelines.set(each.deliveryId, timeline);
    }
    return timelines;
  }
  for (const row of rows) {
    const timeline = timelines.get(row.entity === "delivery" ? row.entityId : deliveryOf.get(row.entityId)!);
    if (timeline && timeline.length < mostEach) timeline.push(row);
  }
  return timelines;
}
