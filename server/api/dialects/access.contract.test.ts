import { beforeAll, describe, expect, test } from "vitest";
import { API_SCOPES, type ApiScope } from "@/server/domain/access/api-scopes";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { rotateApiKey } from "@/server/services/api-key/rotate-api-key";
import { type ApiClient, apiClient } from "@/server/testing/api-client";
import type { ConformanceDriver } from "@/server/testing/conformance-driver";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import type { Dialect } from "../kernel/dialect";
import type { Endpoint } from "../kernel/endpoint";
import { vendorsOf } from "../kernel/vendors";
import { DIALECTS } from "./registry";

/** Asked with POST and the like, these only look: long questions, and what an optimizer would make of them. */
const LOOKING = new Set([
  "searchOrders",
  "getOrders",
  "getCompletionDetails",
  "searchStops",
  "previewPlan",
  "listPlanOptions",
]);

const isReading = (scope: ApiScope) => scope.endsWith(":read");
const forKeys = ({ endpoints }: Dialect) => endpoints.filter(({ credentials }) => credentials.includes("key"));
const title = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`;

/** A dialect whose endpoints do nothing but say that they were reached, and which tells why it refused. */
function watched(dialect: Dialect) {
  let said: string[] = [];
  const endpoints = dialect.endpoints.map((each) => ({
    ...each,
    params: undefined,
    query: undefined,
    body: undefined,
    streamed: undefined,
    verify: undefined,
    answers: { 204: { description: "reached" } },
    run: async () => {
      said.push("reached");
      return { status: 204 };
    },
  }));
  const spy: Dialect = {
    ...dialect,
    requestsPerMinute: 1_000_000,
    endpoints: endpoints as unknown as readonly Endpoint[],
    refuse: (refusal, correlationId) => {
      said.push(refusal.code);
      return dialect.refuse(refusal, correlationId);
    },
  };
  const heard = () => {
    const now = said;
    said = [];
    return now;
  };
  return { spy, heard };
}

describe.each(DIALECTS)("$name, endpoint by endpoint", (dialect) => {
  const { spy, heard } = watched(dialect);
  let tenant: TestTenant;
  let client: ApiClient;
  let driver: ConformanceDriver;
  beforeAll(async () => {
    tenant = await testTenant({ vendors: vendorsOf(DIALECTS) });
    // A second from one request to the next: strangers are let try twice as often.
    let at = Date.now();
    const now = () => {
      at += 1000;
      return new Date(at);
    };
    client = await apiClient(spy, tenant, { now });
    ({ conformanceDriver: driver } = await import(`./${dialect.name}/testing/conformance-driver.ts`));
  });
  const made = (key: Partial<Parameters<typeof createApiKey>[1]>) =>
    createApiKey(tenant.context(), { name: "Till", scopes: [...API_SCOPES], ...key });
  /** What an endpoint says to who shows this secret: that it was reached, or the code of its refusal. */
  const answered = async (endpoint: Endpoint, secret: string | null) => {
    const url = `http://dray.test${dialect.basePath}${endpoint.path.replace(/\{\w+\}/g, "x")}`;
    const bare = new Request(url, { method: endpoint.method.toUpperCase() });
    const { status } = await client.send(await driver.show(bare, secret, client));
    return { said: heard(), status };
  };
  const all = async (secret: string | null) => {
    const answers = new Map<string, { said: string[]; status: number }>();
    for (const each of forKeys(spy)) answers.set(title(each), await answered(each, secret));
    return [...answers];
  };
  const open = () => forKeys(spy).filter(({ isSandboxOnly }) => !isSandboxOnly);

  test("a key without its scope is refused, one with that scope alone gets through", async () => {
    const secrets = new Map<ApiScope, { readonly only: string; readonly without: string }>();
    for (const scope of new Set(open().flatMap((each) => each.scope ?? []))) {
      const only = await made({ scopes: [scope] });
      const without = await made({ scopes: API_SCOPES.filter((each) => each !== scope) });
      secrets.set(scope, { only: only.secret, without: without.secret });
    }
    for (const each of open()) {
      const { only, without } = secrets.get(each.scope!)!;
      const refused = await answered(each, without);
      expect(refused, title(each)).toEqual({ said: ["scope"], status: 403 });
      expect((await answered(each, only)).said, title(each)).toEqual(["reached"]);
    }
    expect(open().length).toBeGreaterThan(3);
  });

  test("a key that may only read changes nothing", async () => {
    const { secret } = await made({ scopes: API_SCOPES.filter(isReading) });
    const changing = open().filter(({ method, id }) => method !== "get" && !LOOKING.has(id));
    expect(changing.filter(({ scope }) => scope && isReading(scope)).map(title)).toEqual([]);
    for (const each of changing) {
      expect(await answered(each, secret), title(each)).toEqual({ said: ["scope"], status: 403 });
    }
  });

  test("a key that is shut, has run out, was replaced, or was made for another API opens nothing", async () => {
    const shut = await made({});
    await revokeApiKey(tenant.context(), { id: shut.id });
    const replaced = await made({});
    const { secret: another } = await rotateApiKey(tenant.context(), { id: replaced.id, overlapDays: 0 });
    const ended = await made({ expiresAt: new Date(Date.now() + 60_000) });
    await tenant.database.raw`update api_key set expires_at = now() - interval '1 second' where id = ${ended.id}`;
    const other = DIALECTS.find(({ name }) => name !== dialect.name)!;
    const foreign = await made({ dialect: other.name });
    const client = await made({ isClient: true });
    for (const [why, { secret }] of Object.entries({ shut, replaced, ended, foreign, client })) {
      for (const [endpoint, { said, status }] of await all(secret)) {
        expect({ said, status }, `${endpoint}: ${why}`).toEqual({ said: ["unauthenticated"], status: 401 });
      }
    }
    const [endpoint] = open();
    const own = await made({ dialect: dialect.name });
    for (const secret of [another, own.secret]) expect((await answered(endpoint!, secret)).said).toEqual(["reached"]);
  });
});
