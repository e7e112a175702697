import "server-only";
import { z } from "zod";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import {
  type ClaimedCall,
  claimWebhookCalls,
  dropWebhookCalls,
  type SettledCall,
  settleWebhookCalls,
  type WebhookTryRow,
} from "@/db/queries/webhook/webhook-calls";
import { lockWebhook, updateWebhook, type WebhookRow } from "@/db/queries/webhook/webhooks";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { pauseAfterTry } from "@/server/domain/webhook/retry-schedule";
import { healthAfter, triesAtOnce } from "@/server/domain/webhook/webhook-health";
import type { WebhookAnswer } from "@/server/ports/webhook-sender";
import { changed, command, unchanged, untraced } from "../kernel/command";
import { openSecrets } from "./webhook-secret";
import { writeWebhookNews } from "./write-webhook-news";

/** A try is under way for a quarter of a minute at most; whose end nobody has said by then was cut off. */
const LOST_AFTER_MS = 30_000;

/** A try that has ended. */
export interface EndedTry {
  readonly call: ClaimedCall;
  readonly body: string;
  readonly at: Date;
  readonly answer: WebhookAnswer;
  /** 0 up to 1: spreads what failed together. */
  readonly random: number;
}

/** What is to be sent, to where, signed with what. */
export interface WebhookTurn {
  readonly calls: readonly ClaimedCall[];
  readonly url: string;
  readonly dialect: string;
  readonly secrets: readonly string[];
  /** Nothing of it is for real, which is said with it. */
  readonly isSandbox: boolean;
}

/**
 * One turn of sending to a subscriber, in one transaction: how tries ended, what that says of his health, and what is to
 * be tried next, as much as his health allows beside what is under way. Null: he is gone.
 */
export const turnWebhook = command({
  permission: "settings.write",
  input: z.object({
    id: z.uuid(),
    ended: z.custom<readonly EndedTry[]>(Array.isArray),
    underWay: z.int().min(0),
    /** Nothing new is begun. */
    isLast: z.boolean().default(false),
  }),
  prepare: async ({ ports }) => ports.secrets,
  run: async (scope, { id, ended, underWay, isLast }) => {
    const { tx, actor, now, prepared: box } = scope;
    const { organizationId } = actor;
    const row = await lockWebhook(tx, organizationId, id);
    if (!row) return unchanged<WebhookTurn | null>(null);
    const { after, news } = healthAfter(row, ended.map(endOf));
    if (ended.length > 0) {
      const settled = ended.map((each) => settledCall(each, now));
      await settleWebhookCalls(tx, organizationId, settled, ended.map(tryRow(organizationId)));
      await updateWebhook(tx, organizationId, id, { ...healthColumns(after), updatedAt: now });
      if (after.status === "disabled" && row.status !== "disabled") await dropWebhookCalls(tx, organizationId, id, now);
    }
    const isOpen = !isLast && after.status === "active" && (after.resumeAt === null || after.resumeAt <= now);
    const limit = isOpen ? triesAtOnce(after) - underWay : 0;
    const lostAt = new Date(now.getTime() + LOST_AFTER_MS);
    const calls = limit > 0 ? await claimWebhookCalls(tx, organizationId, id, { now, lostAt, limit }) : [];
    const secrets = calls.length > 0 ? openSecrets(box, row, now) : [];
    const isSandbox = calls.length > 0 && (await isSandboxOrganization(tx, organizationId));
    const turn: WebhookTurn = { calls, url: row.url, dialect: row.dialect, secrets, isSandbox };
    if (!news) return untraced<WebhookTurn | null>(turn);
    const written = news.kind === "recovered" ? [] : await writeWebhookNews(scope, row, after, news);
    return changed<WebhookTurn | null>(turn, [newsEvent(row, after, news), ...written]);
  },
});

const isTaken = ({ failure }: WebhookAnswer) => failure === null;

function endOf({ at, answer }: EndedTry) {
  const { status, retryAfterSeconds } = answer;
  return { at, isDelivered: isTaken(answer), status, retryAfterSeconds };
}

/** A message as a try has left it. */
export function settledCall({ call, body, at, answer, random }: EndedTry, now: Date): SettledCall {
  const isDelivered = isTaken(answer);
  const pauseMs = isDelivered ? null : pauseAfterTry(call.tries, answer.retryAfterSeconds, random);
  return {
    id: call.id,
    body,
    status: isDelivered ? "delivered" : pauseMs === null ? "failed" : "waiting",
    tries: call.tries,
    nextTryAt: new Date(at.getTime() + (pauseMs ?? 0)),
    lastStatus: answer.status,
    lastFailure: answer.failure,
    deliveredAt: isDelivered ? at : null,
    updatedAt: now,
  };
}

/** A try as it is kept. */
export const tryRow =
  (organizationId: string) =>
  ({ call, at, answer }: EndedTry): WebhookTryRow => ({
    organizationId,
    callId: call.id,
    number: call.tries,
    at,
    milliseconds: answer.milliseconds,
    status: answer.status,
    failure: answer.failure,
    answer: answer.text,
  });

function healthColumns(health: ReturnType<typeof healthAfter>["after"]): Partial<WebhookRow> {
  const { status, stopReason, consecutiveFailures, failingSince, resumeAt, lastSuccessAt, lastFailureAt } = health;
  return { status, stopReason, consecutiveFailures, failingSince, resumeAt, lastSuccessAt, lastFailureAt };
}

function newsEvent(
  { id, url, status }: WebhookRow,
  after: ReturnType<typeof healthAfter>["after"],
  news: NonNullable<ReturnType<typeof healthAfter>["news"]>,
): DomainEvent {
  const failures = news.kind === "failing" ? news.failures : after.consecutiveFailures;
  const data = { url, failures, ...(after.stopReason && { reason: after.stopReason }) };
  if (news.kind !== "stopped") return { type: `webhook.${news.kind}`, entity: "webhook", entityId: id, data };
  return {
    type: "webhook.stopped",
    entity: "webhook",
    entityId: id,
    data,
    before: { status },
    after: { status: after.status },
  };
}
