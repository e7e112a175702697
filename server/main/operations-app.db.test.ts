import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { putOwnSource } from "@/db/queries/own-source/own-sources";
import { withTenant } from "@/db/with-tenant";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { drivenDay } from "@/server/testing/driven-day";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { testTenant } from "@/server/testing/test-tenant";
import type { Core } from "./boot-core";
import { createMetrics } from "./metrics";
import { createOperationsApp } from "./operations-app";

/** The queue's own tables are there once a queue was. */
beforeAll(async () => {
  const { database } = await testTenant();
  const queue = await startBossJobQueue(database, () => undefined);
  await queue.stop();
});

const TOKEN = "a-token-of-prometheus";
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

interface Broken {
  readonly blobs?: { has(): Promise<boolean>; bucket: null };
  readonly roadSources?: readonly string[];
}

/** Asks a process over this database; what it stores and where it drives is as told. */
function operations(
  database: Database,
  { token = TOKEN, ...broken }: Broken & { readonly token?: string | null } = {},
) {
  const messenger = new FakeMessenger();
  const core = {
    database,
    env: { DRAY_METRICS_TOKEN: token ?? undefined },
    ports: {
      clock: { now: () => new Date() },
      messengers: { email: messenger, sms: messenger },
      blobs: { has: async () => false, bucket: null },
      travel: estimateTravel,
      roadSources: [],
      ...broken,
    },
  } as unknown as Core;
  const metrics = createMetrics(database);
  const app = createOperationsApp(core, metrics);
  const ask = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  return { ask, metrics, known: { authorization: `Bearer ${token}` } };
}

/** A database that is there, until it is told to hang: connections stay open, and nothing comes back any more. */
async function hangingDatabase(url: string) {
  const { hostname, port } = new URL(url);
  let hangs = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
    near.on("data", (data) => void (hangs || far.write(data)));
    far.on("data", (data) => void (hangs || near.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const database = openDatabase(through.href, { maxConnections: 2 });
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      return database.close();
    },
  });
  const hang = () => {
    hangs = true;
  };
  return { database, hang };
}

/** A scrape as Prometheus reads it: values by name and labels; a line it could not read fails. */
function readScrape(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const parsed = /^([a-z_][a-z0-9_]*(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*\})?) (\S+)$/i.exec(line);
      expect(parsed, line).not.toBeNull();
      const value = Number(parsed![2]!.replace("Inf", "Infinity"));
      expect(Number.isNaN(value), line).toBe(parsed![2] === "Nan");
      return [parsed![1]!, value] as const;
    }),
  );
}

describe("GET /metrics", () => {
  test("the document's names, counted in the database; requests of this process by pattern", async () => {
    const today = new Date();
    const day = await drivenDay([[0, 1]], undefined, { now: today, date: today.toISOString().slice(0, 10) });
    const { scenario } = day;
    const { database, organizationId, newId } = scenario.tenant;
    for (const mutation of ["one", "one", "two"]) {
      const data = database.raw.json({ orders: 3, doubtful: 2 });
      await database.raw`with next as (update event_sequence set last_seq = last_seq + 1
          where organization_id = ${organizationId} returning last_seq)
        insert into event (organization_id, seq, type, entity, entity_id, actor_kind, actor_label, correlation_id,
          mutation_id, occurred_at, received_at, data)
        select ${organizationId}, last_seq, ${mutation === "two" ? "location.geocoded" : "plan.rolled-over"}, 'plan',
          ${newId()}, 'system', 'Dray', 'test', ${mutation}, now(), now(), ${data} from next`;
    }
    await database.raw`update assignment set created_at = now() - interval '10 minutes'
      where organization_id = ${organizationId}`;
    await database.raw`insert into route_run (organization_id, route_id, plan_id, started_at, breaks, skew_seconds,
        synced_at, updated_at)
      values (${organizationId}, ${scenario.routeIds[0]!}, ${scenario.planId}, now(), '[]', 0, now(), now())`;
    for (const [index, status] of ["delivered", "failed"].entries()) {
      await database.raw`insert into stop_run (organization_id, route_id, visit_id, plan_id, delivery_id, status,
          completed_at, updated_at)
        values (${organizationId}, ${scenario.routeIds[0]!}, ${scenario.visitIds[index]!}, ${scenario.planId},
          ${scenario.deliveryIds[index]!}, ${status}, now(), now())`;
    }
    const { ask, metrics, known } = operations(database);
    metrics.observe({ method: "GET", route: "/api/trpc/*", status: 204, seconds: 0.01 });
    const answer = await ask("/metrics", known);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const scraped = readScrape(await answer.text());
    // In tests an organization's short name is its id.
    const of = `organization="${organizationId}"`;
    expect(scraped.get(`lastmile_orders_pushed_total{${of},plan_id="${scenario.planId}"}`)).toBe(2);
    expect(scraped.get(`lastmile_rollover_orders_total{${of}}`)).toBe(3);
    expect(scraped.get(`lastmile_geocoding_failures_total{${of}}`)).toBe(2);
    expect(scraped.get(`lastmile_first_attempt_success_rate{${of}}`)).toBe(1 / 2);
    const lag = scraped.get(`lastmile_driver_app_open_lag_seconds{${of},quantile="0.5"}`)!;
    expect(Math.abs(lag - 600)).toBeLessThan(30);
    expect(scraped.get("dray_database_up")).toBe(1);
    expect(scraped.get('dray_webhook_calls{state="waiting"}')).toBe(0);
    expect(scraped.get('dray_http_request_duration_seconds_count{method="GET",route="/api/trpc/*",status="2xx"}')).toBe(
      1,
    );
    expect([...scraped.keys()].some((name) => name.startsWith("nodejs_eventloop_lag_p99_seconds"))).toBe(true);
  });

  test("plans of other days and sandboxes are left out, so that there is an end of labels", async () => {
    const { scenario } = await drivenDay([[0]], undefined, {
      date: "2026-01-05",
      now: new Date("2026-01-05T07:00:00Z"),
    });
    const { database, organizationId } = scenario.tenant;
    const text = async () => (await operations(database).ask("/metrics", { authorization: `Bearer ${TOKEN}` })).text();
    const before = await text();
    expect(before).not.toContain(scenario.planId);
    expect(before).toContain(organizationId);
    await database.raw`insert into sandbox (organization_id, of_organization_id, created_at)
      values (${organizationId}, ${organizationId}, now())`;
    expect(await text()).not.toContain(organizationId);
  });

  test("is nobody's without the token, and without one only this machine's own", async () => {
    const { database } = await testTenant();
    const { ask } = operations(database);
    for (const authorization of ["", "Bearer wrong", `Basic ${TOKEN}`]) {
      expect((await ask("/metrics", { authorization })).status, authorization).toBe(401);
    }
    const near = { [CLIENT_ADDRESS_HEADER]: "127.0.0.1" };
    expect((await ask("/metrics", near)).status).toBe(401);
    const untold = operations(database, { token: null });
    expect((await untold.ask("/metrics", near)).status).toBe(200);
    expect((await untold.ask("/metrics", { [CLIENT_ADDRESS_HEADER]: "::ffff:127.0.0.1" })).status).toBe(200);
    // A proxy on this machine brings everybody from here.
    expect((await untold.ask("/metrics", { ...near, "x-forwarded-for": "203.0.113.9" })).status).toBe(401);
    expect((await untold.ask("/metrics", { [CLIENT_ADDRESS_HEADER]: "203.0.113.9" })).status).toBe(401);
    expect((await untold.ask("/metrics")).status).toBe(401);
  });

  test("what is slow to count leaves out its own figures, and nobody else’s", async () => {
    const { database } = await testTenant();
    const ask = database.raw as (...asked: readonly unknown[]) => unknown;
    const never = new Promise(() => undefined);
    const slow = (strings: TemplateStringsArray, ...values: readonly unknown[]) =>
      strings.join().includes("webhook_call") ? never : ask(strings, ...values);
    const raw = Object.assign(slow, { json: database.raw.json }) as unknown as Database["raw"];
    const operated = operations({ ...database, raw });
    const scraped = readScrape(await (await operated.ask("/metrics", operated.known)).text());
    expect(scraped.get("dray_database_up")).toBe(1);
    expect(scraped.get("dray_database_connections_max")).toBeGreaterThan(0);
    expect([...scraped.keys()].some((name) => name.startsWith("lastmile_rollover_orders_total"))).toBe(true);
    expect([...scraped.keys()].filter((name) => name.startsWith("dray_webhook_calls"))).toEqual([]);
  });

  test("says what this process knows while the database hangs, and nothing old", async () => {
    const { database: real } = await testTenant();
    const { database, hang } = await hangingDatabase(real.url);
    await database.raw`select 1`;
    hang();
    const { ask, known } = operations(database);
    const scraped = readScrape(await (await ask("/metrics", known)).text());
    expect(scraped.get("dray_database_up")).toBe(0);
    expect([...scraped.keys()].filter((name) => name.startsWith("lastmile_"))).toEqual([]);
    expect([...scraped.keys()].some((name) => name.startsWith("process_"))).toBe(true);
  });
});

describe("GET /health", () => {
  test("each part, with figures for who may see them", async () => {
    const { database } = await testTenant();
    const { ask, known } = operations(database);
    const answer = await ask("/health");
    expect(answer.status).toBe(200);
    const { subsystems } = (await answer.json()) as { subsystems: Record<string, unknown> };
    expect(Object.keys(subsystems)).toEqual([
      "database",
      "job_queue",
      "optimizer",
      "webhooks",
      "partner_connectors",
      "location_ingestion",
      "messages",
      "geocoder",
      "travel_engine",
      "file_store",
      "own_sources",
    ]);
    expect(subsystems.job_queue).toEqual({ status: "ok" });
    const told = (await (await ask("/health", known)).json()) as { subsystems: Record<string, unknown> };
    expect(told.subsystems.webhooks).toMatchObject({ status: "ok", figures: { waiting: 0, overdue_seconds: 0 } });
  });

  test("one part that fails is named, and says nothing of why", async () => {
    const { database } = await testTenant();
    const has = () => Promise.reject(new Error("the key AKIA123 is wrong"));
    const { ask, known } = operations(database, { blobs: { has, bucket: null } });
    const answer = await ask("/health", known);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).not.toContain("AKIA");
    expect(JSON.parse(text)).toMatchObject({
      status: "degraded",
      subsystems: { file_store: { status: "unavailable" }, database: { status: "ok" } },
    });
    expect((await ask("/health/ready")).status).toBe(200);
  });

  test("organizations' own sources that fail are counted, whose they are is not told, and the installation is well", async () => {
    const { database, organizationId, newId } = await testTenant();
    const now = new Date();
    const row = { id: newId(), sealed: null, changedAt: now, updatedAt: now, answeredAt: null, failedAt: now };
    const settings = { kind: "photon" as const, url: "https://secret.example" };
    const failing = { organizationId, part: "geocoder" as const, settings, fault: "slow" as const, failingSince: now };
    const { ask, known, metrics } = operations(database);
    const counted = async () => {
      const answer = await (await operations(database).ask("/health", known)).text();
      expect(answer).not.toContain("secret.example");
      return JSON.parse(answer).subsystems.own_sources;
    };
    const before = await counted();
    await withTenant(database, organizationId, (tx) => putOwnSource(tx, { ...row, ...failing }, null));
    const after = await counted();
    expect(after.status).toBe("ok");
    expect(after.figures.failing_geocoders).toBe(before.figures.failing_geocoders + 1);
    const { subsystems } = (await (await ask("/health")).json()) as { subsystems: Record<string, unknown> };
    expect(subsystems.own_sources).toEqual({ status: "ok" });
    expect(await metrics.text()).toMatch(/^dray_own_sources_failing\{part="geocoder"\} [1-9]/m);
  });

  test("roads that are configured and do not answer are a travel engine that is not well", async () => {
    const { scenario } = await drivenDay([[0]]);
    const { ask } = operations(scenario.tenant.database, { roadSources: ["valhalla"] });
    const { subsystems } = (await (await ask("/health")).json()) as { subsystems: Record<string, unknown> };
    expect(subsystems.travel_engine).toEqual({ status: "degraded" });
  });

  test("a database that hangs makes us unavailable, not silent; asked again nothing piles up", async () => {
    const { database: real } = await testTenant();
    const { database, hang } = await hangingDatabase(real.url);
    const { ask } = operations(database);
    expect((await ask("/health/ready")).status).toBe(200);
    hang();
    const again = operations(database);
    const answer = await again.ask("/health");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: "unavailable",
      subsystems: { database: { status: "unavailable" }, file_store: { status: "ok" } },
    });
    expect((await again.ask("/health/ready")).status).toBe(503);
    expect((await again.ask("/health/live")).status).toBe(200);
  });

  test("one that is not there at all, too", async () => {
    const gone = openDatabase("postgres://dray:secret@127.0.0.1:1/none");
    opened.push(gone);
    const { ask, known } = operations(gone);
    const answer = await ask("/health", known);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain("secret");
  });
});
