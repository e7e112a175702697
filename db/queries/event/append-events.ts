import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { event, eventSequence } from "@/db/schema/event";
import type { Actor } from "@/server/domain/access/actor";
import type { DomainEvent } from "@/server/domain/event/domain-event";

/** Channel on which the log says that it has grown; the payload is the organization's id. */
export const EVENT_CHANNEL = "dray_event";

/**
 * Writes events to the organization's log, numbered without gaps, and tells listeners once the transaction commits.
 * The counter's row stays locked until then: a reader who has seen number n has seen all before it.
 */
export async function appendEvents(
  tx: Tx,
  actor: Actor,
  correlationId: string,
  receivedAt: Date,
  events: readonly DomainEvent[],
): Promise<void> {
  const { organizationId } = actor;
  const [counter] = await tx
    .insert(eventSequence)
    .values({ organizationId, lastSeq: events.length })
    .onConflictDoUpdate({
      target: eventSequence.organizationId,
      set: { lastSeq: sql`${eventSequence.lastSeq} + ${events.length}` },
    })
    .returning({ lastSeq: eventSequence.lastSeq });
  const firstSeq = counter!.lastSeq - events.length + 1;
  const rows = events.map((each, index) => ({
    organizationId,
    seq: firstSeq + index,
    type: each.type,
    entity: each.entity,
    entityId: each.entityId,
    planId: each.planId ?? null,
    actorKind: actor.kind,
    actorId: actor.id,
    actorLabel: actor.label,
    correlationId: each.correlationId ?? correlationId,
    mutationId: each.mutationId ?? null,
    occurredAt: each.occurredAt ?? receivedAt,
    receivedAt,
    data: { ...each.data },
    before: each.before ? { ...each.before } : null,
    after: each.after ? { ...each.after } : null,
  }));
  await bulkInsert(tx, event, rows);
  await tx.execute(sql`select pg_notify(${EVENT_CHANNEL}, ${organizationId})`);
}
