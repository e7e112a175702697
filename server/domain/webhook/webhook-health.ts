/**
 * `paused`: we have stopped sending, what happens meanwhile waits a week for whoever resumes it; `disabled`: its owner
 * wants nothing any more, so nothing waits.
 */
export const WEBHOOK_STATUSES = ["active", "paused", "disabled"] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** Why it is not active: too many failures in a row, the endpoint said it is gone for good, or a person wanted it. */
export type WebhookStopReason = "failures" | "gone" | "person";

/** After so many failures in a row, and so long without a success, nothing is sent any more until somebody has looked. */
export const MOST_CONSECUTIVE_FAILURES = 50;
const LONGEST_FAILING_MS = 24 * 3600_000;
/** After so many somebody is told. */
const WORRYING: readonly number[] = [10, 25, MOST_CONSECUTIVE_FAILURES];
/** From so many on it is everybody's business who may do something about it. */
export const WORRYING_FAILURES = WORRYING[0]!;
/** Fewer than these may be single messages an endpoint cannot read; from here on it is the endpoint. */
const FAILURES_OF_AN_ENDPOINT = 3;
const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
const LONGEST_ASKED_PAUSE_MS = 24 * 3600_000;
const GONE = 410;

export interface WebhookHealth {
  readonly status: WebhookStatus;
  readonly stopReason: WebhookStopReason | null;
  readonly consecutiveFailures: number;
  readonly failingSince: Date | null;
  /** Nothing is sent before. */
  readonly resumeAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
}

/** How one try ended: `status` null where there was no answer. */
export interface AttemptEnd {
  readonly at: Date;
  readonly isDelivered: boolean;
  readonly status: number | null;
  /** How long the endpoint asked to be left alone. */
  readonly retryAfterSeconds: number | null;
}

/** `recovered`: what somebody was told of is over. */
export type WebhookNews =
  | { readonly kind: "failing"; readonly failures: number }
  | { readonly kind: "stopped" | "recovered" }
  | null;

/**
 * An endpoint's health after some tries, in the order in which they ended, and what somebody should be told. While it
 * fails it is tried as long after the last time as it has been failing, five minutes at most: a restart costs it
 * seconds, and fifty failures in a row are hours. It is paused only once these hours are a day.
 */
export function healthAfter(
  before: WebhookHealth,
  ends: readonly AttemptEnd[],
): { readonly after: WebhookHealth; readonly news: WebhookNews } {
  let after = before;
  let news: WebhookNews = null;
  for (const end of ends) {
    after = end.isDelivered ? succeeded(after, end) : failed(after, end);
    if (end.isDelivered) news = before.consecutiveFailures >= WORRYING_FAILURES ? { kind: "recovered" } : null;
    else if (after.status === "active" && WORRYING.includes(after.consecutiveFailures)) {
      news = { kind: "failing", failures: after.consecutiveFailures };
    }
  }
  const hasStopped = before.status === "active" && after.status !== "active";
  return { after, news: hasStopped ? { kind: "stopped" } : news };
}

function succeeded(before: WebhookHealth, { at }: AttemptEnd): WebhookHealth {
  return { ...before, consecutiveFailures: 0, failingSince: null, resumeAt: null, lastSuccessAt: at };
}

function failed(before: WebhookHealth, { at, status, retryAfterSeconds }: AttemptEnd): WebhookHealth {
  const consecutiveFailures = before.consecutiveFailures + 1;
  const failingSince = before.failingSince ?? at;
  const ownPauseMs =
    consecutiveFailures < FAILURES_OF_AN_ENDPOINT
      ? 0
      : clamp(at.getTime() - failingSince.getTime(), SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
  const pauseMs = Math.max(ownPauseMs, Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_ASKED_PAUSE_MS));
  const isSpent =
    consecutiveFailures >= MOST_CONSECUTIVE_FAILURES && at.getTime() - failingSince.getTime() >= LONGEST_FAILING_MS;
  const stopReason = status === GONE ? "gone" : isSpent ? "failures" : before.stopReason;
  return {
    ...before,
    status:
      before.status !== "active"
        ? before.status
        : stopReason === "gone"
          ? "disabled"
          : stopReason
            ? "paused"
            : "active",
    stopReason,
    consecutiveFailures,
    failingSince,
    resumeAt: pauseMs === 0 ? before.resumeAt : new Date(at.getTime() + pauseMs),
    lastFailureAt: at,
  };
}

/** Tries under way at once: many while all is well, one while nobody knows. */
export function triesAtOnce({ consecutiveFailures }: Pick<WebhookHealth, "consecutiveFailures">): number {
  if (consecutiveFailures === 0) return 16;
  return consecutiveFailures < FAILURES_OF_AN_ENDPOINT ? 4 : 1;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
