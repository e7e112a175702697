import "server-only";
import { and, asc, desc, eq, gte, inArray, lt, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { bulkInsert, recordColumns } from "@/db/queries/bulk-insert";
import { idArray, jsonParam } from "@/db/queries/json-param";
import { webhookCall, webhookTry } from "@/db/schema/webhook";
import type { WebhookCallStatus } from "@/server/domain/webhook/webhook-call";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";

export type WebhookCallRow = typeof webhookCall.$inferSelect;
export type WebhookTryRow = typeof webhookTry.$inferSelect;

/** Inserts messages for subscribers; one that waits already waits once (index `webhook_call_order`). */
export async function insertWebhookCalls(
  tx: Tx,
  rows: readonly (typeof webhookCall.$inferInsert)[],
): Promise<readonly string[]> {
  return bulkInsert(
    tx,
    webhookCall,
    rows,
    sql`on conflict (organization_id, webhook_id, subject_id, message_id) where status = 'waiting' do nothing`,
  );
}

export interface ClaimedCall {
  readonly id: string;
  readonly messageId: string;
  readonly message: WebhookMessage;
  readonly body: string | null;
  /** Which try this is. */
  readonly tries: number;
}

/**
 * Takes what is due of a subscriber, of each thing only what comes first (indexes `webhook_call_due`,
 * `webhook_call_order`). It stays waiting, and is due again at `lostAt` if nobody has said by then how its try ended.
 */
export async function claimWebhookCalls(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  { now, lostAt, limit }: { readonly now: Date; readonly lostAt: Date; readonly limit: number },
): Promise<ClaimedCall[]> {
  const rows = await tx.execute<Record<string, unknown> & ClaimedCall>(sql`
    with due as (
      select c.id from webhook_call c
      where c.organization_id = ${organizationId} and c.webhook_id = ${webhookId} and c.status = 'waiting'
        and c.next_try_at <= ${now.toISOString()}::timestamptz
        and not exists (
          select 1 from webhook_call e
          where e.organization_id = c.organization_id and e.webhook_id = c.webhook_id and e.subject_id = c.subject_id
            and e.status = 'waiting' and e.message_id < c.message_id)
      order by c.next_try_at, c.id limit ${limit} for update skip locked
    )
    update webhook_call c set tries = c.tries + 1, next_try_at = ${lostAt.toISOString()}::timestamptz
    from due where c.organization_id = ${organizationId} and c.id = due.id
    returning c.id, c.message_id as "messageId", c.message, c.body, c.tries`);
  return [...rows];
}

export type SettledCall = Pick<
  WebhookCallRow,
  "id" | "body" | "status" | "tries" | "nextTryAt" | "lastStatus" | "lastFailure" | "deliveredAt" | "updatedAt"
>;

/** Says how tries ended. One that was given up as lost meanwhile, and tried again, has nothing to say any more. */
export async function settleWebhookCalls(
  tx: Tx,
  organizationId: string,
  calls: readonly SettledCall[],
  tries: readonly WebhookTryRow[],
): Promise<void> {
  if (calls.length === 0) return;
  const { definitions } = recordColumns(webhookCall, Object.keys(calls[0]!));
  await tx.execute(sql`
    update webhook_call c set body = r.body, status = r.status, next_try_at = r."nextTryAt", last_status = r."lastStatus",
      last_failure = r."lastFailure", delivered_at = r."deliveredAt", updated_at = r."updatedAt"
    from jsonb_to_recordset(${jsonParam(calls)}) as r(${definitions})
    where c.organization_id = ${organizationId} and c.id = any(${idArray(calls.map(({ id }) => id))}) and c.id = r.id
      and c.status = 'waiting' and c.tries = r.tries`);
  await bulkInsert(tx, webhookTry, tries, sql`on conflict do nothing`);
}

/** A subscriber's messages, newest first, before an id (index `webhook_call_recent`). */
export async function listWebhookCalls(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  { status, beforeId, limit }: { status?: WebhookCallStatus | undefined; beforeId?: string | undefined; limit: number },
): Promise<WebhookCallRow[]> {
  return tx
    .select()
    .from(webhookCall)
    .where(
      and(
        eq(webhookCall.organizationId, organizationId),
        eq(webhookCall.webhookId, webhookId),
        status && eq(webhookCall.status, status),
        beforeId === undefined ? undefined : lt(webhookCall.id, beforeId),
      ),
    )
    .orderBy(desc(webhookCall.id))
    .limit(limit);
}

/** Which of a subscriber's messages are to be sent once more. */
interface ResendChoice {
  /** `lost`: what was given up and has not been sent or asked for since; `all`: whatever does not wait. */
  readonly which: "lost" | "all";
  /** Made in this span; exclusive at its end. */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  readonly topic?: WebhookTopic | undefined;
}

/** A choice's messages, once by name, as they happened (index `webhook_call_recent`). Tests tell of nothing. */
function resendable(tx: Tx, organizationId: string, webhookId: string, { which, from, before, topic }: ResendChoice) {
  const later = alias(webhookCall, "later");
  const isLost = which === "lost";
  return tx
    .selectDistinctOn([webhookCall.messageId], {
      messageId: webhookCall.messageId,
      topic: webhookCall.topic,
      seq: webhookCall.seq,
      subjectId: webhookCall.subjectId,
      message: webhookCall.message,
      body: webhookCall.body,
    })
    .from(webhookCall)
    .where(
      and(
        eq(webhookCall.organizationId, organizationId),
        eq(webhookCall.webhookId, webhookId),
        isLost ? inArray(webhookCall.status, ["failed", "dropped"]) : undefined,
        ne(webhookCall.topic, "test"),
        from && gte(webhookCall.createdAt, from),
        before && lt(webhookCall.createdAt, before),
        topic && eq(webhookCall.topic, topic),
        notExists(
          tx
            .select({ id: later.id })
            .from(later)
            .where(
              and(
                eq(later.organizationId, organizationId),
                eq(later.webhookId, webhookId),
                eq(later.messageId, webhookCall.messageId),
                inArray(later.status, isLost ? ["delivered", "waiting"] : ["waiting"]),
              ),
            ),
        ),
      ),
    );
}

/** What a choice comes to, as it happened. */
export async function listResendable(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  choice: ResendChoice,
  limit: number,
): Promise<Pick<WebhookCallRow, "messageId" | "topic" | "seq" | "subjectId" | "message" | "body">[]> {
  return resendable(tx, organizationId, webhookId, choice).orderBy(asc(webhookCall.messageId)).limit(limit);
}

/** How many messages that is. */
export async function countResendable(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  choice: ResendChoice,
): Promise<number> {
  return tx.$count(resendable(tx, organizationId, webhookId, choice).as("resendable"));
}

export async function findWebhookCall(tx: Tx, organizationId: string, id: string): Promise<WebhookCallRow | undefined> {
  const [row] = await tx
    .select()
    .from(webhookCall)
    .where(and(eq(webhookCall.organizationId, organizationId), eq(webhookCall.id, id)));
  return row;
}

/** All tries of a message, in order. */
export async function listWebhookTries(tx: Tx, organizationId: string, callId: string): Promise<WebhookTryRow[]> {
  return tx
    .select()
    .from(webhookTry)
    .where(and(eq(webhookTry.organizationId, organizationId), eq(webhookTry.callId, callId)))
    .orderBy(asc(webhookTry.number));
}

/** Has what waits for a subscriber tried at once, whatever pause it was in; how many these are. */
export async function hastenWebhookCalls(tx: Tx, organizationId: string, webhookId: string, now: Date): Promise<void> {
  await tx.update(webhookCall).set({ nextTryAt: now, updatedAt: now }).where(isWaiting(organizationId, webhookId));
}

/** Gives up what waits for a subscriber that wants nothing any more. */
export async function dropWebhookCalls(tx: Tx, organizationId: string, webhookId: string, now: Date): Promise<void> {
  await tx.update(webhookCall).set({ status: "dropped", updatedAt: now }).where(isWaiting(organizationId, webhookId));
}

const isWaiting = (organizationId: string, webhookId: string) =>
  and(
    eq(webhookCall.organizationId, organizationId),
    eq(webhookCall.webhookId, webhookId),
    eq(webhookCall.status, "waiting"),
  );
