import { createFetchJson, type FetchJsonOptions, HttpFailure } from "@/server/adapters/http/fetch-json";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import {
  type RoadAnswers,
  type RoadEngine,
  type RoadLimits,
  RoadRefusal,
  type RoadRequest,
  RoadsUnavailable,
} from "./road-engine";

/** What differs between routing servers. */
export interface RoadServerDialect {
  readonly limits: RoadLimits;
  /** Profiles it is asked about; others it cannot drive. */
  readonly profiles: ReadonlySet<TravelProfile>;
  /** An address to GET or, with a body, to POST to. */
  toCall(request: RoadRequest): { readonly url: URL; readonly post?: unknown };
  /** Throws an Error on an answer of another shape or size. */
  read(request: RoadRequest, body: unknown): RoadAnswers[keyof RoadAnswers];
  /** What an answer other than 200 says about the question; undefined when it says more about the server. */
  refusalOf(status: number, text: string): RoadRefusal | undefined;
}

export interface RoadServerOptions extends Pick<FetchJsonOptions, "userAgent" | "headers" | "guard" | "wait"> {
  /** Tries after the first; absent: two for a matrix, one for the rest. */
  readonly maxRetries?: number;
  /** For a matrix; ways and roads nearby, for which a person may be waiting, get a quarter of it and one more try, soon. */
  readonly timeoutMs?: number;
  /**
   * After a failure the server is left alone for so long: every call is refused at once instead of waited for. Where servers
   * of several profiles stand side by side, each rests by itself.
   */
  readonly restMs?: number;
  readonly nowMs?: () => number;
}

/** Roads known by a server over HTTP. A server that is away, slow or talks nonsense is `RoadsUnavailable`, soon. */
export function createRoadServer(
  dialect: RoadServerDialect,
  { maxRetries, timeoutMs = 20_000, restMs = 30_000, nowMs = () => performance.now(), ...http }: RoadServerOptions,
): RoadEngine {
  const patient = createFetchJson({ ...http, timeoutMs, maxRetries: maxRetries ?? 2 });
  const brisk = createFetchJson({ ...http, timeoutMs: timeoutMs / 4, maxRetries: maxRetries ?? 1, maxPauseMs: 2_000 });
  const closing = new AbortController();
  const resting = new Map<string, { readonly untilMs: number; readonly reason: string }>();

  function unavailable({ origin }: URL, reason: string, cause: unknown): RoadsUnavailable {
    resting.set(origin, { untilMs: nowMs() + restMs, reason });
    return new RoadsUnavailable(reason, { cause });
  }

  async function askOnce(request: RoadRequest, signal?: AbortSignal): Promise<RoadAnswers[keyof RoadAnswers]> {
    if (closing.signal.aborted) throw new RoadsUnavailable("the road server was closed");
    const { url, post } = dialect.toCall(request);
    const rest = resting.get(url.origin);
    if (rest && nowMs() < rest.untilMs) throw new RoadsUnavailable(rest.reason);
    const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    const fetchJson = request.kind === "matrix" ? patient : brisk;
    const body = await fetchJson(url, { signal: either, post }).catch((error: unknown) => {
      signal?.throwIfAborted();
      if (closing.signal.aborted) throw new RoadsUnavailable("the road server was closed");
      throw (error instanceof HttpFailure && refusal(error)) || unavailable(url, messageOf(error), error);
    });
    try {
      resting.delete(url.origin);
      return dialect.read(request, body);
    } catch (error) {
      if (error instanceof RoadRefusal) throw error;
      throw unavailable(url, `${url.origin} answered something else than asked: ${messageOf(error)}`, error);
    }
  }

  function refusal({ answer }: HttpFailure): RoadRefusal | undefined {
    return answer && dialect.refusalOf(answer.status, answer.text);
  }

  return {
    limits: dialect.limits,
    ask: <R extends RoadRequest>(request: R, signal?: AbortSignal) =>
      askOnce(request, signal) as Promise<RoadAnswers[R["kind"]]>,
    close: async () => closing.abort(),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
