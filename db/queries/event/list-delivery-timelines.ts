import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { event } from "@/db/schema/event";

/** An entry of the log as a timeline tells it. */
export type TimelineEvent = Pick<
  typeof event.$inferSelect,
  "seq" | "type" | "occurredAt" | "receivedAt" | "actorKind" | "actorLabel" | "correlationId" | "after" | "data"
>;

/** Instants as epoch milliseconds. */
type TimelineRow = Omit<TimelineEvent, "occurredAt" | "receivedAt"> & {
  readonly deliveryId: string;
  readonly occurredAtMs: number;
  readonly receivedAtMs: number;
};

/**
 * What happened to each of several deliveries and at their doors, newest first, `mostEach` at most (indexes
 * `event_entity`, `delivery_visit_delivery`). Asks for nothing but the deliveries' ids, so it can be asked beside them.
 */
export async function listDeliveryTimelines(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  mostEach: number,
): Promise<ReadonlyMap<string, readonly TimelineEvent[]>> {
  const timelines = new Map<string, TimelineEvent[]>(deliveryIds.map((id) => [id, []]));
  if (deliveryIds.length === 0) return timelines;
  const wanted = idArray(deliveryIds);
  const rows = await tx.execute<TimelineRow>(sql`
    select about.delivery_id as "deliveryId", e.seq::float8 as seq, e.type, e.actor_kind as "actorKind",
      e.actor_label as "actorLabel", e.correlation_id as "correlationId", e.after, e.data,
      (extract(epoch from e.occurred_at) * 1000)::float8 as "occurredAtMs",
      (extract(epoch from e.received_at) * 1000)::float8 as "receivedAtMs"
    from (
      select id as delivery_id, 'delivery' as entity, id from unnest(${wanted}) id
      union all
      select delivery_id, 'stop', id from delivery_visit
      where organization_id = ${organizationId} and delivery_id = any(${wanted})) about
    cross join lateral (
      select * from event
      where organization_id = ${organizationId} and entity = about.entity and entity_id = about.id
      order by seq desc limit ${mostEach}) e
    order by e.seq desc`);
  for (const { deliveryId, occurredAtMs, receivedAtMs, ...entry } of rows) {
    const timeline = timelines.get(deliveryId)!;
    if (timeline.length === mostEach) continue;
    timeline.push({ ...entry, occurredAt: new Date(occurredAtMs), receivedAt: new Date(receivedAtMs) });
  }
  return timelines;
}
