import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/server/domain/access/actor";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import type { Core } from "@/server/main/boot-core";
import { createHttpApp } from "@/server/main/create-http-app";
import { createLogger } from "@/server/main/logger";
import { stampRequest } from "@/server/main/stamp-request";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";

let server: Server;
let base: string;
let authorization: string;

/** The API as a process serves it: real sockets, and the database behind them. */
beforeAll(async () => {
  const tenant = await testTenant();
  await testProject(tenant);
  const { ports } = tenant.context();
  const core = {
    database: tenant.database,
    log: createLogger("silent"),
    env: { rootDir: process.cwd() },
    secret: "a secret of more than thirty-two characters",
    ports: { ...ports, basemapFile: null, mapStyle: null },
    contextOf: (actor: Actor, correlationId: string) => ({ ...tenant.context(), actor, correlationId }),
    systemContext: () => tenant.systemContext(),
  } as unknown as Core;
  const { secret } = await createApiKey(tenant.context(), { name: "Shop", scopes: [...API_SCOPES] });
  authorization = `Bearer ${secret}`;
  const listener = getRequestListener(createHttpApp(core).fetch, { overrideGlobalObjects: false });
  server = createServer((request, response) => {
    stampRequest(request);
    void listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/lastmile`;
});

afterAll(() => server.close().closeAllConnections());

const delivery = { dropoff: { address: { line1: "Bredgade 1", city: "København K", postal_code: "1260" } } };

test("a key's requests reach the core over HTTP, nobody else's do", async () => {
  const headers = { authorization, "content-type": "application/json" };
  const made = await fetch(`${base}/deliveries`, { method: "POST", headers, body: JSON.stringify(delivery) });
  expect(made.status).toBe(201);
  const { delivery_id } = (await made.json()) as { delivery_id: string };
  expect((await fetch(`${base}/deliveries/${delivery_id}`, { headers })).status).toBe(200);
  const nobody = await fetch(`${base}/deliveries/${delivery_id}`);
  expect(nobody.status).toBe(401);
  expect(nobody.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await nobody.json()).toMatchObject({ error: { code: "unauthenticated", correlation_id: expect.any(String) } });
});

test("lines are taken while they come, in chunks without a length", async () => {
  const line = new TextEncoder().encode(`${JSON.stringify(delivery)}\n`);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 50) controller.enqueue(line);
      else controller.close();
    },
  });
  const headers = { authorization, "content-type": "application/x-ndjson" };
  const taken = await fetch(`${base}/deliveries/bulk`, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  expect(taken.status).toBe(202);
  const { job_id } = (await taken.json()) as { job_id: string };
  const job = await fetch(`${base}/jobs/${job_id}`, { headers: { authorization } });
  expect(await job.json()).toMatchObject({ total: 50, status: "queued" });
});

test("the document and its reference are for everybody, and whole", async () => {
  const document = await fetch(`${base}/openapi.json`);
  expect(document.status).toBe(200);
  const { openapi, paths, components } = (await document.json()) as Record<string, Record<string, unknown>>;
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths!)).toContain("/deliveries/{deliveryId}");
  const names = Object.keys(components!.schemas as object);
  expect(names).toContain("Delivery");
  const text = JSON.stringify({ paths, components });
  const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
  expect(referred.length).toBeGreaterThan(20);
  for (const name of referred) expect(names).toContain(name);
  expect(text).not.toContain("#/$defs/");
  const page = await fetch(`${base}/reference`);
  const html = await page.text();
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(html).toContain('id="createDeliveries"');
  expect(html).not.toMatch(/<script|src=|href="http/);
});
