import "server-only";
import type { ApiCaller } from "@/server/domain/access/api-caller";
import { admitCaller } from "./admit-caller";
import { answerOnce, requestNameOf } from "./answer-once";
import { ApiRefusal, refusalOf } from "./api-refusal";
import { correlationIdOf } from "./correlation-id";
import type { ApiAccess, Dialect } from "./dialect";
import type { Answer, Call, Endpoint } from "./endpoint";
import { expectedVersion, versionTag } from "./expected-version";
import { parsePart } from "./parse-part";
import type { Places } from "./places";
import type { RateLimiter } from "./rate-limiter";
import { type ReadRequest, readRequest } from "./read-request";

/** What all endpoints of a dialect are served with. */
export interface Serving {
  readonly dialect: Dialect;
  readonly access: ApiAccess;
  readonly limiter: RateLimiter;
  /** Of requests under way, where the dialect limits them. */
  readonly places: Places;
}

/**
 * One request's whole way: who asks, what with, whether it was answered already, what it means, and the answer or the
 * refusal in the dialect's words. Never throws.
 */
export async function serveEndpoint(
  serving: Serving,
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const name = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
  const correlationId = correlationIdOf(request.headers) ?? serving.access.newCorrelationId();
  let leave = () => {};
  const response = guarded(serving, correlationId, name, async () => {
    const { dialect, access } = serving;
    const caller = await admitCaller(serving, endpoint, request);
    leave = enter(serving, caller);
    const services = caller ? access.servicesOf(caller, correlationId) : undefined;
    const stillAllowed = async () => caller === null || (await access.callerOf(dialect.tokenOf(request)!)) !== null;
    const read = await readRequest(endpoint, request, dialect.maxBodyBytes);
    if (caller && services) {
      const { bytes } = read;
      await endpoint.verify?.({ services, caller, headers: request.headers, params, bytes });
    }
    const run = (as = services) =>
      guarded(serving, correlationId, name, async () => {
        const asked = parts(endpoint, request, params, read);
        const call = { access, correlationId, headers: request.headers, services: as, stillAllowed, ...asked };
        const response = responseOf(await endpoint.run(call as Call<unknown, unknown, unknown>));
        // Whoever asks for the head alone reads no stream, and would never hang it up.
        if (request.method === "HEAD") await response.body?.cancel();
        return response;
      });
    const isNamed = endpoint.method !== "get" && dialect.requestNames !== "ignored";
    const requestName = isNamed ? requestNameOf(request.headers) : undefined;
    if (!caller || !services || requestName === undefined) return run();
    const isShownOnce =
      typeof endpoint.isShownOnce === "function" ? endpoint.isShownOnce(read.raw) : endpoint.isShownOnce;
    const named = { keyId: caller.keyId, endpoint: name, name: requestName };
    return answerOnce(services, named, read, {
      answer: () => run({ ...services, request: named }),
      ...(endpoint.isResumable && {
        resume: (begunUnder) => run({ ...services, request: named, correlationId: begunUnder, isResumed: true }),
      }),
      ...(isShownOnce && { isShownOnce }),
      keeps: dialect.requestNames === "first-success" ? "first-success" : "first",
    });
  });
  return response.finally(() => leave());
}

/** Takes one of its caller's places, where the dialect gives so many; answers with the way to give it back. */
function enter({ dialect, places }: Serving, caller: ApiCaller | null): () => void {
  if (dialect.mostAtOnce === undefined || caller === null) return () => {};
  const leave = places.take(caller.keyId);
  if (leave) return leave;
  throw new ApiRefusal("too-many-at-once", `More than ${dialect.mostAtOnce} requests at once.`);
}

/** Runs a part of a request's way; what it throws becomes the dialect's answer. */
export async function guarded(
  { dialect, access }: Serving,
  correlationId: string,
  endpoint: string,
  work: () => Promise<Response>,
): Promise<Response> {
  const response = await work().catch((error: unknown) => {
    const refusal = refusalOf(error);
    if (!refusal) access.onError(error, { correlationId, endpoint });
    const refused = refusal ? dialect.refuse(refusal, correlationId) : dialect.fail(correlationId);
    for (const [name, value] of Object.entries(refusal?.headers ?? {})) refused.headers.set(name, value);
    if (dialect.saysWhenToRetry === false) refused.headers.delete("retry-after");
    return refused;
  });
  response.headers.set("x-correlation-id", correlationId);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

/** Proxies are asked not to hold a stream back. */
const STREAM_HEADERS = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };

function parts(endpoint: Endpoint, request: Request, params: Record<string, string>, read: ReadRequest) {
  const query = queryOf(new URL(request.url).searchParams, endpoint.listParams ?? []);
  return {
    params: endpoint.params && parsePart(endpoint.params, params, "path"),
    query: endpoint.query && parsePart(endpoint.query, query, "query"),
    body: endpoint.body && parsePart(endpoint.body, read.raw, "body"),
    // Where nothing is changed in a version, nobody insists on one.
    expectedVersion: endpoint.refusals.includes(412) ? expectedVersion(request.headers) : undefined,
    stream: read.stream,
    bytes: read.bytes,
    mediaType: read.mediaType,
    lastEventId: lastEventIdOf(request.headers),
  };
}

/** What a reader heard last; what is no number of ours is nothing. */
function lastEventIdOf(headers: Headers): number | undefined {
  const id = headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

function queryOf(search: URLSearchParams, listParams: readonly string[]): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of listParams) if (search.has(name)) query[name] = search.getAll(name);
  for (const [name, value] of search) {
    if (listParams.includes(name)) continue;
    if (Object.hasOwn(query, name)) throw new ApiRefusal("malformed", `${name}: is there twice`);
    query[name] = value;
  }
  return query;
}

function responseOf({ status, body, stream, version, headers }: Answer): Response {
  const said = { ...headers, ...(version !== undefined && { etag: versionTag(version) }) };
  if (stream) return new Response(stream, { status, headers: { ...STREAM_HEADERS, ...said } });
  if (body === undefined) return new Response(null, { status, headers: said });
  return Response.json(body, { status, headers: said });
}
