import { setTimeout as sleep } from "node:timers/promises";
import {
  createGuardedFetch,
  GuardedFailure,
  type GuardedFailureKind,
  type GuardedFetch,
  type GuardOptions,
} from "./guarded-request";
import { retryAfterMs } from "./retry-after";

/** A service that does not answer as it should. Its text never holds what was asked about, or a key. */
export class HttpFailure extends Error {
  readonly retryAfterMs: number | undefined;
  /** What it answered, where it answered at all. */
  readonly answer: { readonly status: number; readonly text: string } | undefined;
  /** Why it did not answer, where it was asked over guarded HTTP. */
  readonly kind: GuardedFailureKind | undefined;

  constructor(
    message: string,
    /** Worth another try later. */
    readonly retryable: boolean,
    details: { retryAfterMs?: number; answer?: HttpFailure["answer"]; kind?: GuardedFailureKind } = {},
  ) {
    super(message);
    this.retryAfterMs = details.retryAfterMs;
    this.answer = details.answer;
    this.kind = details.kind;
  }
}

export type HttpGuard = Omit<GuardOptions, "timeoutMs">;

export interface FetchJsonOptions {
  readonly userAgent: string;
  /** Starts of two requests are at least this far apart; 0 for one's own server. */
  readonly minIntervalMs?: number;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  /** Whoever says that it is to be left alone for longer is not asked again. Absent: a minute; two seconds where it is guarded. */
  readonly maxPauseMs?: number;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For servers that others than the installation's keeper have named. Absent: asked plainly. */
  readonly guard?: HttpGuard;
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
/** Others than the installation's keeper do not say how long its people and jobs wait. */
const MAX_GUARDED_PAUSE_MS = 2_000;
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
  headers,
  guard,
  maxPauseMs = guard ? MAX_GUARDED_PAUSE_MS : MAX_PAUSE_MS,
  wait = async (ms, signal) => {
    await sleep(ms, undefined, { signal });
  },
  nowMs = () => performance.now(),
}: FetchJsonOptions): FetchJson {
  const guarded = guard && createGuardedFetch({ ...guard, timeoutMs });
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
        const body = await fetchOnce(url, { userAgent, timeoutMs, headers, guarded, signal, post });
        check?.(body);
        return body;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof HttpFailure) || !error.retryable || attempt >= maxRetries) throw error;
        const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** attempt;
        if (pauseMs > maxPauseMs) throw error;
        await wait(pauseMs, signal);
      }
    }
  };
}

interface OneFetch extends Pick<FetchJsonOptions, "userAgent" | "headers"> {
  readonly timeoutMs: number;
  readonly guarded?: GuardedFetch;
  readonly signal?: AbortSignal;
  readonly post?: unknown;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

async function fetchOnce(url: URL, fetching: OneFetch): Promise<unknown> {
  const { guarded } = fetching;
  const { status, retryAfter, text } = await (guarded ? askGuarded(guarded, url, fetching) : askPlainly(url, fetching));
  if (status < 200 || status > 299) {
    const retryable = status === 429 || status >= 500;
    throw new HttpFailure(`${url.origin} answered ${status}`, retryable, {
      retryAfterMs: retryAfterMs(retryAfter),
      answer: { status, text },
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFailure(`${url.origin} answered something other than JSON`, false);
  }
}

function requestOf({ userAgent, headers, post }: OneFetch) {
  return {
    method: post === undefined ? ("GET" as const) : ("POST" as const),
    headers: {
      "user-agent": userAgent,
      accept: "application/json",
      ...(post !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(post !== undefined && { body: JSON.stringify(post) }),
  };
}

async function askPlainly(url: URL, fetching: OneFetch): Promise<Answer> {
  const { timeoutMs, signal } = fetching;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...requestOf(fetching),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const retryAfter = response.headers.get("retry-after") ?? undefined;
    return { status: response.status, retryAfter, text: await response.text() };
  } catch {
    const reason = timeout.aborted ? `did not answer within ${timeoutMs} ms` : "cannot be reached";
    throw new HttpFailure(`${url.origin} ${reason}`, true);
  }
}

async function askGuarded(guarded: GuardedFetch, url: URL, fetching: OneFetch): Promise<Answer> {
  try {
    const { status, headers, text } = await guarded({
      url: url.href,
      ...requestOf(fetching),
      ...(fetching.signal && { signal: fetching.signal }),
    });
    return { status, retryAfter: headers["retry-after"], text };
  } catch (error) {
    if (!(error instanceof GuardedFailure)) throw error;
    const isLasting = error.kind === "forbidden-address" || error.kind === "too-large";
    throw new HttpFailure(error.message, !isLasting, { kind: error.kind });
  }
}
