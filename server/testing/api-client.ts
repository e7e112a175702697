import { z } from "zod";
import { isShutApiKey } from "@/db/queries/api/api-keys";
import { outboxMessenger } from "@/server/adapters/messenger/outbox-messenger";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import type { ApiAccess, Dialect } from "@/server/api/kernel/dialect";
import type { Endpoint } from "@/server/api/kernel/endpoint";
import { createPlaces } from "@/server/api/kernel/places";
import { refusalStatuses } from "@/server/api/kernel/refusal-statuses";
import { signDriverToken } from "@/server/auth/driver-token";
import { issueAccessToken } from "@/server/auth/issue-access-token";
import { resolveCaller } from "@/server/auth/resolve-caller";
import { resolveTrackingCode } from "@/server/auth/resolve-tracking-code";
import { API_SCOPES, type ApiScope } from "@/server/domain/access/api-scopes";
import { EventFeed } from "@/server/realtime/event-feed";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { checkHealth } from "@/server/services/health/check-health";
import { hashToken } from "@/server/services/plan/hash-token";
import type { TestTenant } from "./test-tenant";

const messengers = { email: outboxMessenger, sms: outboxMessenger };
const SECRET = "a secret of the tests";

export interface ApiAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say
  readonly body: any;
  readonly headers: Headers;
}

export interface ApiRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the key's secret; null: none is shown. */
  readonly token?: string | null;
}

export interface ApiClient {
  readonly keyId: string;
  readonly secret: string;
  /** How its requests reach the services. */
  readonly access: ApiAccess;
  /** Asks, and holds the answer against the document: a status or a body it does not say is an error. */
  ask(method: string, path: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** The same for a whole request, as clients made from the document send one (`typed-client`). */
  send(request: Request): Promise<Response>;
  /** Opens a stream; whoever does closes it. */
  open(path: string, request?: Omit<ApiRequest, "body">): Promise<Response>;
  /** Says that the log has grown, as the database would. */
  ringStreams(): void;
  /** Errors of our own that were answered with 500. */
  readonly failures: unknown[];
}

/** A dialect as a program of a tenant reaches it: over HTTP's own types, in this process. */
export async function apiClient(
  dialect: Dialect,
  tenant: TestTenant,
  {
    scopes = API_SCOPES,
    now = () => new Date(),
    requestsPerMinute = null,
  }: { scopes?: readonly ApiScope[]; now?: () => Date; requestsPerMinute?: number | null } = {},
): Promise<ApiClient> {
  const { id: keyId, secret } = await createApiKey(tenant.context(), {
    name: "Shop",
    scopes: [...scopes],
    requestsPerMinute,
  });
  const failures: unknown[] = [];
  const listeners = new Set<() => void>();
  const subscribe = (_organizationId: string, listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const feed = new EventFeed({ subscribe, stop: async () => {} }, () => tenant.systemContext());
  const way = { database: tenant.database, secret: SECRET };
  const access: ApiAccess = {
    callerOf: (token) => resolveCaller(way, token, now()),
    servicesOf: ({ actor }, correlationId) => ({ ...tenant.context(), actor, correlationId }),
    issueToken: (keySecret, wanted) => issueAccessToken(way, keySecret, wanted, now()),
    isShut: (keySecret) => isShutApiKey(tenant.database, hashToken(keySecret)),
    signDriverToken: (grant) => signDriverToken(SECRET, grant),
    trackedBy: async (code) => {
      const found = await resolveTrackingCode(tenant.database, code);
      const services = { ...tenant.systemContext() };
      const actor = found && { ...services.actor, organizationId: found.organizationId };
      return found && { services: { ...services, actor: actor! }, deliveryId: found.deliveryId };
    },
    health: () => checkHealth({ database: tenant.database, now: now(), messengers }),
    events: () => feed,
    streams: createPlaces(2),
    addressOf: () => "test",
    newCorrelationId: () => tenant.newId(),
    now,
    onError: (error) => failures.push(error),
  };
  const app = createDialectApp(dialect, access);
  const ask = async (method: string, path: string, { body, headers = {}, token = secret }: ApiRequest = {}) => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
    const response = await app.request(`http://dray.test${dialect.basePath}${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isRaw && { "content-type": "application/json" }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
      duplex: "half",
    } as RequestInit);
    return held(dialect, method, path, response);
  };
  const open = async (path: string, { headers = {}, token = secret }: Omit<ApiRequest, "body"> = {}) =>
    app.request(`http://dray.test${dialect.basePath}${path}`, {
      headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    });
  const send = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const response = await app.request(request);
    await held(dialect, request.method, pathname.slice(dialect.basePath.length) + search, response.clone());
    return response;
  };
  const ringStreams = () => {
    for (const listener of listeners) listener();
  };
  return { keyId, secret, access, ask, send, open, ringStreams, failures };
}

async function held(dialect: Dialect, method: string, path: string, response: Response): Promise<ApiAnswer> {
  if (response.headers.get("content-type") === "text/event-stream") {
    await response.body?.cancel();
    return { status: response.status, body: undefined, headers: response.headers };
  }
  const text = await response.text();
  const body = text === "" ? undefined : JSON.parse(text);
  const answer = { status: response.status, body, headers: response.headers };
  holdAgainst(dialect, method, path, answer);
  return answer;
}

/** Throws where an answer is not as documented: its status, its body, or a name for what it belongs to. */
function holdAgainst(dialect: Dialect, method: string, path: string, { status, body, headers }: ApiAnswer): void {
  const endpoint = endpointOf(dialect, method, path);
  if (!endpoint || path.endsWith(".json")) return;
  const about = `${method} ${endpoint.path} → ${status}`;
  if (!headers.get("x-correlation-id")) throw new Error(`${about} without a correlation id`);
  const documented = endpoint.answers[status];
  if (!documented) {
    if (!refusalStatuses(endpoint, dialect).includes(status))
      throw new Error(`${about} is not documented: ${JSON.stringify(body).slice(0, 300)}`);
    dialect.errorSchema.parse(body);
    return;
  }
  if (documented.hasVersion && status !== 201 && !headers.get("etag")) throw new Error(`${about} without its ETag`);
  const held = documented.schema?.safeParse(body);
  if (held?.error) throw new Error(`${about} is not as documented: ${z.prettifyError(held.error)}`);
}

export function endpointOf(dialect: Dialect, method: string, path: string): Endpoint | undefined {
  const asked = path.split("?")[0]!.split("/");
  const fits = (each: Endpoint) => {
    const parts = each.path.split("/");
    return parts.length === asked.length && parts.every((part, at) => part.startsWith("{") || part === asked[at]);
  };
  const candidates = dialect.endpoints.filter((each) => each.method === method.toLowerCase() && fits(each));
  return candidates.sort((a, b) => a.path.split("{").length - b.path.split("{").length)[0];
}
