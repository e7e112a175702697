import { setTimeout as sleep } from "node:timers/promises";
import { retryAfterMs } from "./retry-after";

/** A service that does not answer as it should. Its text never holds what was asked about, or a key. */
export class HttpFailure extends Error {
  readonly retryAfterMs: number | undefined;
  /** What it answered, where it answered at all. */
  readonly answer: { readonly status: number; readonly text: string } | undefined;

  constructor(
    message: string,
    /** Worth another try later. */
    readonly retryable: boolean,
    details: { retryAfterMs?: number; answer?: HttpFailure["answer"] } = {},
  ) {
    super(message);
    this.retryAfterMs = details.retryAfterMs;
    this.answer = details.answer;
  }
}

export interface FetchJsonOptions {
  readonly userAgent: string;
  /** Starts of two requests are at least this far apart; 0 for one's own server. */
  readonly minIntervalMs?: number;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  /** Waiting and time, for tests. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly nowMs?: () => number;
}

export type FetchJson = (
  url: URL,
  options: { signal?: AbortSignal; check?: (body: unknown) => void; post?: unknown },
) => Promise<unknown>;

/** Longer than this is not a pause but "come back tomorrow". */
const MAX_PAUSE_MS = 60_000;
const FIRST_PAUSE_MS = 500;

/**
 * GETs JSON (or POSTs some for it) politely: spaced out, with a timeout, trying again after a network fault, 429 or 5xx
 * with growing pauses, or as long as Retry-After says. `check` may throw an HttpFailure for a refusal inside a body.
 */
export function createFetchJson({
  userAgent,
  minIntervalMs = 0,
  timeoutMs = 10_000,
  maxRetries = 3,
  wait = async (ms, signal) => {
    await sleep(ms, undefined, { signal });
  },
  nowMs = () => performance.now(),
}: FetchJsonOptions): FetchJson {
  let nextStartMs = Number.NEGATIVE_INFINITY;

  async function takeTurn(signal?: AbortSignal): Promise<void> {
    const startMs = Math.max(nowMs(), nextStartMs);
    nextStartMs = startMs + minIntervalMs;
    const pauseMs = startMs - nowMs();
    if (pauseMs > 0) await wait(pauseMs, signal);
  }

  return async (url, { signal, check, post }) => {
    for (let attempt = 0; ; attempt++) {
      signal?.throwIfAborted();
      await takeTurn(signal);
      try {
        const body = await fetchOnce(url, { userAgent, timeoutMs, signal, post });
        check?.(body);
        return body;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof HttpFailure) || !error.retryable || attempt >= maxRetries) throw error;
        const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** attempt;
        if (pauseMs > MAX_PAUSE_MS) throw error;
        await wait(pauseMs, signal);
      }
    }
  };
}

interface OneFetch {
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly post?: unknown;
}

async function fetchOnce(url: URL, { userAgent, timeoutMs, signal, post }: OneFetch): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      headers: {
        "user-agent": userAgent,
        accept: "application/json",
        ...(post !== undefined && { "content-type": "application/json" }),
      },
      ...(post !== undefined && { method: "POST", body: JSON.stringify(post) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch {
    const reason = timeout.aborted ? `did not answer within ${timeoutMs} ms` : "cannot be reached";
    throw new HttpFailure(`${url.origin} ${reason}`, true);
  }
  if (!response.ok) {
    const retryable = response.status === 429 || response.status >= 500;
    throw new HttpFailure(`${url.origin} answered ${response.status}`, retryable, {
      retryAfterMs: retryAfterMs(response.headers.get("retry-after")),
      answer: { status: response.status, text },
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFailure(`${url.origin} answered something other than JSON`, false);
  }
}
