import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { createAuth } from "@/server/auth/auth";
import type { EventBus } from "@/server/ports/event-bus";
import { createLive } from "@/server/realtime/live";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { testTenant } from "@/server/testing/test-tenant";
import type { Core } from "./boot-core";
import { createHttpApp, MAX_JSON_BYTES, MAX_SIGN_IN_BYTES } from "./create-http-app";
import { createLogger } from "./logger";
import { stampRequest } from "./stamp-request";

const ORIGIN = "http://dray.test";
const ids = randomIdSource({ now: () => new Date() });
const servers: Server[] = [];
const subscribers = new Set<() => void>();
const bus: EventBus = {
  subscribe: (_organizationId, listener) => {
    subscribers.add(listener);
    return () => subscribers.delete(listener);
  },
  stop: async () => {},
};

let core: Core;
let url: string;

beforeAll(async () => {
  core = await testCore();
  url = await serve(core);
});

afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

async function testCore(): Promise<Core> {
  const { database, context, systemContext } = await testTenant();
  const secret = "a secret of more than thirty-two characters";
  const clock = { now: () => new Date() };
  const settings = { baseUrl: ORIGIN, secret, limitSignIn: true, database, ids, mailer: new FakeMessenger(), clock };
  const systemOf = (organizationId: string) => {
    const system = systemContext();
    return { ...system, actor: { ...system.actor, organizationId } };
  };
  return {
    auth: createAuth(settings),
    live: createLive({ bus, positionBus: bus, accessBus: { ...bus, subscribe: () => () => {} } }, systemOf),
    database,
    log: createLogger("silent"),
    env: { rootDir: process.cwd() },
    ports: { ids, clock: { now: () => new Date() }, basemapFile: null, mapStyle: null },
    contextOf: (actor: object) => ({ ...context(), actor }),
  } as unknown as Core;
}

async function serve(served: Core): Promise<string> {
  const listener = getRequestListener(createHttpApp(served).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    stampRequest(request);
    void listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const sent = { "content-type": "application/json", origin: ORIGIN, ...headers };
  return fetch(`${url}${path}`, { method: "POST", headers: sent, body: text });
}

/** Somebody with an organization of their own; returns their cookie. */
async function member(): Promise<string> {
  const { headers } = await core.auth.api.signUpEmail({
    body: { name: "Ida", email: `${ids.newId()}@example.com`, password: "correct horse battery" },
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  await core.auth.api.createOrganization({
    body: { name: "North", slug: ids.newId() },
    headers: new Headers({ cookie }),
  });
  return cookie;
}

/** A body that says nothing of its length; resolves with the answer's status. */
function postChunks(path: string, chunks: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    request.on("error", reject);
    for (let index = 0; index < chunks; index++) request.write(`"${"a".repeat(65_536)}"`);
    request.end();
  });
}

describe("HTTP without Next", () => {
  test("a session remembers the caller's true address", async () => {
    const email = `${ids.newId()}@example.com`;
    const account = { name: "Ida", email, password: "correct horse battery" };
    const spoofed = { "X-Dray-Client-Address": "203.0.113.9" };
    expect((await post("/api/auth/sign-up/email", account, spoofed)).status).toBe(200);
    const [session] = await core.database.raw`
      select s.ip_address from session s join "user" u on u.id = s.user_id where u.email = ${email}`;
    expect(session?.ip_address).toBe("127.0.0.1");
  });

  test("sign-in is limited by the caller's address, which a header of theirs does not change", async () => {
    const attempt = (index: number) =>
      post(
        "/api/auth/sign-in/email",
        { email: "nobody@example.com", password: "wrong horse battery" },
        { "x-dray-client-address": `203.0.113.${index}`, "X-Forwarded-For": `203.0.113.${index}` },
      );
    const statuses = [];
    for (let index = 1; index <= 6; index++) statuses.push((await attempt(index)).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });

  test("a customer's page keeps to its stricter headers, besides those of every answer", async () => {
    const { status, headers } = await fetch(`${url}/track/${"A".repeat(43)}`);
    expect(status).toBe(404);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("the map an organization has chosen, whose address may hold a key, is told to people of its desk alone", async () => {
    const maps = { readOwn: async () => ({ document: { version: 8 }, origins: ["https://tiles.example"] }) };
    const address = await serve({ ...core, ports: { ...core.ports, maps } } as unknown as Core);
    const cookie = await member();
    const session = await core.auth.api.getSession({ headers: new Headers({ cookie }) });
    const userId = session!.user.id;
    const told = async (headers: Record<string, string> = { cookie }) =>
      (await fetch(`${address}/basemap/own/light`, { headers })).status;
    expect([await told(), await told({})]).toEqual([200, 204]);
    const { raw } = core.database;
    for (const role of ["driver", "partner"]) {
      await raw`update member set role = ${role} where user_id = ${userId}`;
      expect(await told(), role).toBe(204);
    }
    await raw`update member set role = 'viewer' where user_id = ${userId}`;
    expect(await told()).toBe(200);
    await raw`update organization set requires_second_factor = true
      where id = (select organization_id from member where user_id = ${userId})`;
    expect(await told()).toBe(204);
  });

  test("what may be kept says so itself: only health and metrics are never kept for their sake", async () => {
    const kept = async (path: string) => (await fetch(`${url}${path}`)).headers.get("cache-control");
    expect(await kept("/basemap/world.pmtiles")).toBe("public, max-age=3600");
    expect(await kept("/v1/lastmile/openapi.json")).toBe("public, max-age=300");
    for (const path of ["/health/live", "/metrics"]) expect(await kept(path), path).toBe("no-store");
  });

  test("413: nobody can make the server hold a body of any size", async () => {
    const big = "a".repeat(MAX_SIGN_IN_BYTES);
    expect((await post("/api/auth/sign-up/email", { name: big })).status).toBe(413);
    const json = { "content-type": "application/json", origin: ORIGIN };
    expect(await postChunks("/api/auth/sign-up/email", 8, json)).toBe(411);
    const cookie = await member();
    const huge = await post("/api/trpc/project.create", { json: { name: "a".repeat(MAX_JSON_BYTES) } }, { cookie });
    expect(huge.status).toBe(413);
    const project = { name: "B", timeZone: "Europe/Madrid", defaultCountry: "ES", currency: "EUR" };
    const small = await post("/api/trpc/project.create", { json: project }, { cookie });
    expect(small.status).toBe(200);
  });

  test("an event stream is given up when its reader leaves", async () => {
    const cookie = await member();
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/trpc/event.stream`, { headers: { cookie }, signal: leaving.signal });
    const reader = response.body!.getReader();
    let text = "";
    while (!text.includes("id: ")) text += new TextDecoder().decode((await reader.read()).value);
    expect(subscribers.size).toBe(1);
    leaving.abort();
    await expect.poll(() => subscribers.size).toBe(0);
  });

  test("503: uploads say so when the database is away", async () => {
    const cookie = await member();
    const away = openDatabase("postgres://nobody@127.0.0.1:1/none");
    const address = await serve({ ...core, database: away });
    const body = "external_id,name\nA,Ida\n";
    const headers = { cookie, origin: ORIGIN, "content-type": "text/csv" };
    const uploaded = await fetch(`${address}/api/uploads/orders`, { method: "POST", headers, body });
    expect(uploaded.status).toBe(503);
    expect(await uploaded.json()).toMatchObject({ error: { code: "unavailable" } });
    const asked = await fetch(`${address}/api/trpc/project.list`, { headers: { cookie } });
    expect(asked.status).toBe(503);
    await away.close();
  });
});
