import "server-only";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, isAmong, textArray } from "@/db/queries/json-param";
import { event, eventColumns, eventSequence } from "@/db/schema/event";
import type { EventType } from "@/server/domain/event/domain-event";

export interface EventFilter {
  readonly entity?: string;
  readonly entityId?: string;
  readonly planId?: string;
}

/** Events after a number, oldest first (index: event's key). */
export async function listEventsAfter(tx: Tx, organizationId: string, afterSeq: number, limit: number) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(and(eq(event.organizationId, organizationId), gt(event.seq, afterSeq)))
    .orderBy(asc(event.seq))
    .limit(limit);
}

/** Entries of some types in a span of the log, oldest first (its key). */
export async function listHeardEvents(
  tx: Tx,
  organizationId: string,
  types: readonly string[],
  { afterSeq, upToSeq, limit }: { readonly afterSeq: number; readonly upToSeq: number; readonly limit: number },
) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        gt(event.seq, afterSeq),
        lte(event.seq, upToSeq),
        sql`${event.type} = any(${textArray(types)})`,
      ),
    )
    .orderBy(asc(event.seq))
    .limit(limit);
}

/** Entries of the log by their numbers, oldest first (its key). */
export async function listEventsBySeq(tx: Tx, organizationId: string, seqs: readonly number[]) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(and(eq(event.organizationId, organizationId), sql`${event.seq} = any(${`{${seqs.join(",")}}`}::bigint[])`))
    .orderBy(asc(event.seq));
}

/** Which of these numbers the log has. */
export async function listSeqsThere(tx: Tx, organizationId: string, seqs: readonly number[]): Promise<number[]> {
  return (await listEventsBySeq(tx, organizationId, seqs)).map(({ seq }) => seq);
}

/** The numbers of what the log says of deliveries and their doors, oldest first, by delivery (index `event_entity`). */
export async function listSeqsOfDeliveries(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<Map<string, number[]>> {
  const byDelivery = new Map<string, number[]>();
  if (deliveryIds.length === 0) return byDelivery;
  const rows = await tx.execute<{ deliveryId: string; seq: string | number }>(sql`
    select e.entity_id as "deliveryId", e.seq from event e
    where e.organization_id = ${organizationId} and e.entity = 'delivery' and e.entity_id = any(${idArray(deliveryIds)})
    union
    select v.delivery_id, e.seq from delivery_visit v
    join event e on e.organization_id = v.organization_id and e.entity = 'stop' and e.entity_id = v.id
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
    order by 2`);
  for (const { deliveryId, seq } of rows) {
    byDelivery.set(deliveryId, [...(byDelivery.get(deliveryId) ?? []), Number(seq)]);
  }
  return byDelivery;
}

/** A timeline, newest first, before a number (indexes `event_entity`, `event_plan`, or the key). */
export async function listTimeline(
  tx: Tx,
  organizationId: string,
  filter: EventFilter,
  beforeSeq: number | undefined,
  limit: number,
) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        filter.entity ? eq(event.entity, filter.entity) : undefined,
        filter.entityId ? eq(event.entityId, filter.entityId) : undefined,
        filter.planId ? eq(event.planId, filter.planId) : undefined,
        beforeSeq === undefined ? undefined : lt(event.seq, beforeSeq),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
}

/** What happened to a delivery and at its doors, newest first, before a number (index `event_entity`). */
export async function listDeliveryTimeline(
  tx: Tx,
  organizationId: string,
  { deliveryId, visitIds }: { readonly deliveryId: string; readonly visitIds: readonly string[] },
  beforeSeq: number | undefined,
  limit: number,
) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        or(
          and(eq(event.entity, "delivery"), eq(event.entityId, deliveryId)),
          and(eq(event.entity, "stop"), isAmong(event.entityId, visitIds)),
        ),
        beforeSeq === undefined ? undefined : lt(event.seq, beforeSeq),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
}

export interface AuditFilter {
  readonly types?: readonly EventType[] | undefined;
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  /** One request or job. */
  readonly correlationId?: string | undefined;
  readonly actorKind?: "user" | "system" | "driver" | "api" | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly before?: Date | undefined;
}

/** The whole log, newest first, before a number (its key): who did what, as it was received. */
export async function listAudit(
  tx: Tx,
  organizationId: string,
  filter: AuditFilter,
  beforeSeq: number | undefined,
  limit: number,
) {
  return tx
    .select(eventColumns)
    .from(event)
    .where(and(isWanted(organizationId, filter), beforeSeq === undefined ? undefined : lt(event.seq, beforeSeq)))
    .orderBy(desc(event.seq))
    .limit(limit);
}

/** The same entries with their hashes, oldest first, after a number and up to one (its key). */
export async function listAuditAfter(
  tx: Tx,
  organizationId: string,
  filter: AuditFilter,
  { afterSeq, upToSeq, limit }: { readonly afterSeq: number; readonly upToSeq: number; readonly limit: number },
) {
  return tx
    .select()
    .from(event)
    .where(and(isWanted(organizationId, filter), gt(event.seq, afterSeq), lte(event.seq, upToSeq)))
    .orderBy(asc(event.seq))
    .limit(limit);
}

function isWanted(
  organizationId: string,
  { types, entity, entityId, correlationId, actorKind, from, before }: AuditFilter,
) {
  return and(
    eq(event.organizationId, organizationId),
    types && inArray(event.type, [...types]),
    entity === undefined ? undefined : eq(event.entity, entity),
    entityId === undefined ? undefined : eq(event.entityId, entityId),
    correlationId === undefined ? undefined : eq(event.correlationId, correlationId),
    actorKind && eq(event.actorKind, actorKind),
    from && gte(event.receivedAt, from),
    before && lt(event.receivedAt, before),
  );
}

/** The number of the newest event; 0 before the first. */
export async function lastEventSeq(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx
    .select({ lastSeq: eventSequence.lastSeq })
    .from(eventSequence)
    .where(eq(eventSequence.organizationId, organizationId));
  return row?.lastSeq ?? 0;
}

/** The same, and nobody writes to the log until the caller's transaction ends: what it writes comes next. */
export async function holdLastEventSeq(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx
    .select({ lastSeq: eventSequence.lastSeq })
    .from(eventSequence)
    .where(eq(eventSequence.organizationId, organizationId))
    .for("update");
  return row?.lastSeq ?? 0;
}

/** True when a request of this name has left such an entry in a plan's log (index `event_plan`). */
export async function hasEventOfMutation(
  tx: Tx,
  organizationId: string,
  planId: string,
  type: EventType,
  mutationId: string,
): Promise<boolean> {
  const rows = await tx
    .select({ seq: event.seq })
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        eq(event.planId, planId),
        eq(event.type, type),
        eq(event.mutationId, mutationId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The newest of some kinds of events about one thing, newest first (index `event_entity`). */
export async function listNewestOf(
  tx: Tx,
  organizationId: string,
  {
    entity,
    entityId,
    types,
  }: { readonly entity: string; readonly entityId: string; readonly types: readonly EventType[] },
  limit: number,
) {
  return tx
    .select({ type: event.type, occurredAt: event.occurredAt })
    .from(event)
    .where(
      and(
        eq(event.organizationId, organizationId),
        eq(event.entity, entity),
        eq(event.entityId, entityId),
        inArray(event.type, [...types]),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
}
