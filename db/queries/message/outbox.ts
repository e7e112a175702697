import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { outboxMessage } from "@/db/schema/event";

export type OutboxRow = typeof outboxMessage.$inferSelect;
export type OutboxStatus = OutboxRow["status"];

/** Messages, newest first, before one (index `outbox_message_recent`). */
export async function listOutbox(
  tx: Tx,
  organizationId: string,
  filter: { beforeId?: string; routeId?: string; status?: OutboxStatus },
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
        filter.status ? eq(outboxMessage.status, filter.status) : undefined,
      ),
    )
    .orderBy(desc(outboxMessage.id))
    .limit(limit);
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
