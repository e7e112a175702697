import { createGuardedFetch, GuardedFailure, guardedUrl } from "@/server/adapters/http/guarded-request";
import { retryAfterMs } from "@/server/adapters/http/retry-after";
import type { WebhookAnswer, WebhookSender } from "@/server/ports/webhook-sender";

const TIMEOUT_MS = 15_000;
/** So much of an answer is kept; whoever says more has still answered. */
const KEPT_BYTES = 4096;

/**
 * Sends over guarded HTTP. What counts is the status: an answer whose body is too long, or never ends, is one all the
 * same.
 */
export function createHttpWebhookSender({
  allowPrivate,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
}): WebhookSender {
  const ask = createGuardedFetch({ allowPrivate, timeoutMs, maxAnswerBytes: KEPT_BYTES, keepsConnections: true });
  return {
    refusalOf: (url) => {
      const reading = guardedUrl(url, allowPrivate);
      return reading.ok ? null : reading.message;
    },
    post: async (url, headers, body) => {
      const begunMs = performance.now();
      try {
        const { status, text, headers: said, milliseconds } = await ask({ url, method: "POST", headers, body });
        return answerOf({ status, headers: said, text }, milliseconds);
      } catch (error) {
        if (!(error instanceof GuardedFailure)) throw error;
        const milliseconds = Math.round(performance.now() - begunMs);
        if (error.begun) return answerOf(error.begun, milliseconds);
        return { status: null, failure: error.message, text: "", retryAfterSeconds: null, milliseconds };
      }
    },
  };
}

function answerOf(
  { status, headers, text }: NonNullable<GuardedFailure["begun"]>,
  milliseconds: number,
): WebhookAnswer {
  const isTaken = status >= 200 && status < 300;
  const pauseMs = isTaken ? undefined : retryAfterMs(headers["retry-after"]);
  return {
    status,
    failure: isTaken
      ? null
      : status >= 300 && status < 400
        ? `answered ${status}: nobody is followed`
        : `answered ${status}`,
    text: text.replaceAll("\0", ""),
    retryAfterSeconds: pauseMs === undefined ? null : Math.ceil(pauseMs / 1000),
    milliseconds,
  };
}
