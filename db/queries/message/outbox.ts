import "server-only";
import { and, desc, eq, inArray, like, lt, notLike } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { outboxMessage } from "@/db/schema/event";
import {
  COLLEAGUE_PURPOSE,
  CUSTOMER_PURPOSE,
  type MessageAudience,
  PARTNER_PURPOSE,
} from "@/server/domain/message/message-purpose";

/** How the purposes of messages begin; drivers' are all others. */
const PURPOSE_OF: Readonly<Record<Exclude<MessageAudience, "drivers">, string>> = {
  customers: CUSTOMER_PURPOSE,
  partners: PARTNER_PURPOSE,
  colleagues: COLLEAGUE_PURPOSE,
};

export type OutboxRow = typeof outboxMessage.$inferSelect;
export type OutboxStatus = OutboxRow["status"];

/** Messages, newest first, before one (index `outbox_message_recent`). */
export async function listOutbox(
  tx: Tx,
  organizationId: string,
  filter: {
    beforeId?: string;
    routeId?: string;
    deliveryId?: string;
    audience?: MessageAudience;
    status?: OutboxStatus;
  },
  limit: number,
): Promise<OutboxRow[]> {
  return tx
    .select()
    .from(outboxMessage)
    .where(
      and(
        eq(outboxMessage.organizationId, organizationId),
        filter.beforeId ? lt(outboxMessage.id, filter.beforeId) : undefined,
        filter.routeId ? eq(outboxMessage.routeId, filter.routeId) : undefined,
        filter.deliveryId ? eq(outboxMessage.deliveryId, filter.deliveryId) : undefined,
        filter.audience && isFor(filter.audience),
        filter.status ? eq(outboxMessage.status, filter.status) : undefined,
      ),
    )
    .orderBy(desc(outboxMessage.id))
    .limit(limit);
}

function isFor(audience: MessageAudience) {
  const { purpose } = outboxMessage;
  if (audience !== "drivers") return like(purpose, `${PURPOSE_OF[audience]}%`);
  return and(...Object.values(PURPOSE_OF).map((other) => notLike(purpose, `${other}%`)));
}

export async function findMessage(tx: Tx, organizationId: string, id: string): Promise<OutboxRow | undefined> {
  const [row] = await tx
    .select()
    .from(outboxMessage)
    .where(and(eq(outboxMessage.organizationId, organizationId), eq(outboxMessage.id, id)));
  return row;
}

/** The message, held until the transaction ends. */
export async function lockMessage(tx: Tx, organizationId: string, id: string): Promise<OutboxRow | undefined> {
  const [row] = await tx
    .select()
    .from(outboxMessage)
    .where(and(eq(outboxMessage.organizationId, organizationId), eq(outboxMessage.id, id)))
    .for("update");
  return row;
}

export async function setMessageStatus(
  tx: Tx,
  organizationId: string,
  id: string,
  change: { status: OutboxStatus; via?: string; failure?: string | null; updatedAt: Date },
): Promise<void> {
  await tx
    .update(outboxMessage)
    .set(change)
    .where(and(eq(outboxMessage.organizationId, organizationId), eq(outboxMessage.id, id)));
}

/** How many messages of one purpose somebody was sent about a route. */
export async function countMessages(
  tx: Tx,
  organizationId: string,
  { routeId, recipient, purpose }: { routeId: string; recipient: string; purpose: string },
): Promise<number> {
  return tx.$count(
    outboxMessage,
    and(
      eq(outboxMessage.organizationId, organizationId),
      eq(outboxMessage.routeId, routeId),
      eq(outboxMessage.recipient, recipient),
      eq(outboxMessage.purpose, purpose),
    ),
  );
}

/** Over which channels the drivers of these routes were sent them, each once. */
export async function listRouteChannels(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
  purpose: string,
): Promise<{ routeId: string; channel: OutboxRow["channel"] }[]> {
  if (routeIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ routeId: outboxMessage.routeId, channel: outboxMessage.channel })
    .from(outboxMessage)
    .where(
      and(
        eq(outboxMessage.organizationId, organizationId),
        inArray(outboxMessage.routeId, [...routeIds]),
        eq(outboxMessage.purpose, purpose),
      ),
    );
  return rows.flatMap(({ routeId, channel }) => (routeId ? [{ routeId, channel }] : []));
}
