import "server-only";
import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { webhook, webhookCursor } from "@/db/schema/webhook";

export type WebhookRow = typeof webhook.$inferSelect;

export async function insertWebhook(tx: Tx, row: typeof webhook.$inferInsert): Promise<void> {
  await tx.insert(webhook).values(row);
}

/** An organization's subscriptions, newest first; it has few. */
export async function listWebhooks(tx: Tx, organizationId: string, dialect?: string): Promise<WebhookRow[]> {
  return tx
    .select()
    .from(webhook)
    .where(
      and(eq(webhook.organizationId, organizationId), dialect === undefined ? undefined : eq(webhook.dialect, dialect)),
    )
    .orderBy(desc(webhook.id));
}

/** Those for whom messages are made: of a paused one they wait. */
export async function listHearingWebhooks(tx: Tx, organizationId: string): Promise<WebhookRow[]> {
  return tx
    .select()
    .from(webhook)
    .where(and(eq(webhook.organizationId, organizationId), inArray(webhook.status, ["active", "paused"])));
}

/** Holds an organization's number of subscriptions until the transaction ends: who counts them adds one before the next counts. */
export async function lockWebhookCount(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${organizationId}`}, 0))`);
}

export async function countWebhooks(tx: Tx, organizationId: string, dialect: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(webhook)
    .where(and(eq(webhook.organizationId, organizationId), eq(webhook.dialect, dialect)));
  return row!.count;
}

export async function findWebhook(tx: Tx, organizationId: string, id: string): Promise<WebhookRow | undefined> {
  const [row] = await tx.select().from(webhook).where(isNamed(organizationId, id));
  return row;
}

export async function lockWebhook(tx: Tx, organizationId: string, id: string): Promise<WebhookRow | undefined> {
  const [row] = await tx.select().from(webhook).where(isNamed(organizationId, id)).for("update");
  return row;
}

export async function updateWebhook(
  tx: Tx,
  organizationId: string,
  id: string,
  columns: Partial<typeof webhook.$inferInsert>,
): Promise<void> {
  await tx.update(webhook).set(columns).where(isNamed(organizationId, id));
}

export async function deleteWebhook(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(webhook).where(isNamed(organizationId, id));
}

/** Begins to go through an organization's log, from a number on, where nobody does yet. */
export async function beginCursor(tx: Tx, organizationId: string, seq: number): Promise<void> {
  await tx.insert(webhookCursor).values({ organizationId, seq }).onConflictDoNothing();
}

/** How far the log has been gone through, held until the transaction ends; undefined where somebody else is at it. */
export async function lockCursor(tx: Tx, organizationId: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ seq: webhookCursor.seq })
    .from(webhookCursor)
    .where(eq(webhookCursor.organizationId, organizationId))
    .for("update", { skipLocked: true });
  return row?.seq;
}

export async function moveCursor(tx: Tx, organizationId: string, seq: number): Promise<void> {
  await tx.update(webhookCursor).set({ seq }).where(eq(webhookCursor.organizationId, organizationId));
}

const isNamed = (organizationId: string, id: string) =>
  and(eq(webhook.organizationId, organizationId), eq(webhook.id, id));
