import { expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { moveStops } from "@/server/services/plan/move-stops";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { type ApiAnswer, apiClient } from "@/server/testing/api-client";
import type { ConformanceDriver } from "@/server/testing/conformance-driver";
import { sendOut } from "@/server/testing/driven-day";
import { FakeClock } from "@/server/testing/fake-clock";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { planScenario } from "@/server/testing/plan-scenario";
import { solvingPorts } from "@/server/testing/solving-ports";
import { startSubscriber } from "@/server/testing/subscriber";
import { webhookFormatsOf } from "../kernel/webhook-formats";
import { DIALECTS } from "./registry";

const NUMBER = "ORD-77";

type Ask = (method: string, path: string, body?: unknown) => Promise<ApiAnswer["body"]>;
type Stage = "created" | "planned" | "sent" | "under way" | "delivered";

/** One order as a vendor tells of it: its ten minutes in the vendor's unit, and how it is. */
interface Told {
  readonly service?: unknown;
  readonly status: unknown;
}

/** How each dialect is asked about an order it may never have heard of, and what it must say at each stage. */
const SPEAKERS: Readonly<
  Record<
    string,
    {
      readonly tell: (ask: Ask) => Promise<Told>;
      readonly service?: unknown;
      readonly statuses: Readonly<Record<Stage, unknown>>;
      /** What of a webhook's body says that the order was delivered. */
      readonly delivered?: object;
    }
  >
> = {
  lastmile: {
    tell: async (ask) => {
      const { items } = await ask("GET", "/deliveries?limit=10");
      expect(items).toHaveLength(1);
      return { status: items[0].status };
    },
    statuses: {
      created: "requested",
      planned: "scheduled",
      sent: "assigned",
      "under way": "enroute",
      delivered: "delivered",
    },
    delivered: { type: "stop.completed" },
  },
  optimoroute: {
    tell: async (ask) => {
      const { orders } = await ask("POST", "/get_orders", { orders: [{ orderNo: NUMBER }] });
      const { orders: details } = await ask("POST", "/get_completion_details", { orders: [{ orderNo: NUMBER }] });
      return { service: orders[0].data.duration, status: details[0].data.status };
    },
    service: 10,
    statuses: {
      created: "unscheduled",
      planned: "scheduled",
      sent: "scheduled",
      "under way": "on_route",
      delivered: "success",
    },
  },
  routal: {
    tell: async (ask) => {
      const predicates = [{ field: "external_id", operator: "eq", value: NUMBER, type: "string" }];
      const { docs } = await ask("POST", "/v2/stops/search", { predicates, limit: 10, offset: 0 });
      return { service: docs[0].duration, status: docs[0].status };
    },
    service: 600,
    statuses: {
      created: "pending",
      planned: "pending",
      sent: "pending",
      "under way": "pending",
      delivered: "completed",
    },
    delivered: { event_id: expect.stringContaining("stop.reported"), data: { type: "service_report_completed" } },
  },
  easyroutes: {
    tell: async (ask) => {
      const { duration } = await ask("GET", `/stops/imports/${NUMBER}`);
      const { routeInfo } = await ask("GET", `/stops/imports/${NUMBER}/routes`);
      return { service: duration, status: routeInfo?.[0]?.deliveryStatus };
    },
    service: "600s",
    statuses: {
      created: undefined,
      planned: "READY_FOR_DELIVERY",
      sent: "READY_FOR_DELIVERY",
      "under way": "OUT_FOR_DELIVERY",
      delivered: "DELIVERED",
    },
    delivered: { topic: "STOP_STATUS_UPDATED" },
  },
  // Knows the jobs it was sent and no others, but hears of every stop.
  routemate: {
    tell: async () => ({ status: null }),
    statuses: { created: null, planned: null, sent: null, "under way": null, delivered: null },
    delivered: { event: "stop.completed" },
  },
};

async function driverOf(name: string): Promise<ConformanceDriver> {
  const { conformanceDriver } = await import(`./${name}/testing/conformance-driver.ts`);
  return conformanceDriver;
}

test("one company speaks all dialects at once: an order of one is there in all, in its units and statuses, to the end", async () => {
  const clock = new FakeClock("2026-06-10T05:00:00Z");
  const scenario = await planScenario([], {
    drivers: 1,
    ports: {
      clock,
      blobs: memoryBlobStore(),
      ...solvingPorts,
      webhookSender: createHttpWebhookSender({ allowPrivate: true }),
      webhookFormats: webhookFormatsOf(DIALECTS),
    },
  });
  const { tenant, date } = scenario;

  const asks = new Map<string, Ask>();
  let secret: string | undefined;
  for (const dialect of DIALECTS) {
    const client = await apiClient(dialect, tenant, { now: () => clock.now() });
    // One key opens them all.
    secret ??= client.secret;
    const key = secret;
    const driver = await driverOf(dialect.name);
    asks.set(dialect.name, async (method, path, body) => {
      const request = new Request(`http://dray.test${dialect.basePath}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      const response = await client.send(await driver.show(request, key, client));
      const text = await response.text();
      expect(response.status, `${dialect.name} ${path}: ${text.slice(0, 300)}`).toBeLessThan(300);
      return text === "" ? undefined : JSON.parse(text);
    });
  }
  const hearings = new Map<string, Awaited<ReturnType<typeof startSubscriber>>>();
  for (const { name, webhooks } of DIALECTS) {
    if (!webhooks) continue;
    const hearing = await startSubscriber();
    hearings.set(name, hearing);
    const topics = [...webhooks.topics];
    await createWebhook(tenant.context(), { dialect: name, url: hearing.url, topics, secret: null });
  }
  const expectAll = async (stage: Stage) => {
    for (const { name } of DIALECTS) {
      const speaker = SPEAKERS[name];
      if (!speaker) throw new Error(`nobody here knows how ${name} tells of an order`);
      const told = await speaker.tell(asks.get(name)!);
      expect({ name, ...told }, stage).toEqual({
        name,
        ...(speaker.service !== undefined && { service: speaker.service }),
        status: speaker.statuses[stage],
      });
    }
  };

  await createIn(asks, date);
  await expectAll("created");

  const pool = (await scenario.board()).pool;
  expect(pool).toHaveLength(1);
  const visitId = pool[0]!;
  await moveStops(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    visitIds: [visitId],
    to: { kind: "best", routeId: scenario.routeIds[0]! },
    confirmed: await scenario.seenRoutes(),
  });
  await expectAll("planned");

  const { driver, act } = await sendOut(scenario, clock);
  await expectAll("sent");

  const services = await driver(0);
  const say = (said: Record<string, unknown> & { type: string }) =>
    syncDriverOps(services, { deviceNow: clock.now().toISOString(), ops: [act(said)] });
  await say({ type: "start-route" });
  await say({ type: "depart", visitId });
  await expectAll("under way");

  await say({ type: "arrive", visitId });
  clock.advanceSeconds(300);
  await say({ type: "complete", visitIds: [visitId], outcome: "delivered" });
  await expectAll("delivered");

  const system = tenant.systemContext();
  const engine = await startWebhookEngine({
    database: tenant.database,
    clock,
    systemOf: (organizationId) => ({ ...system, actor: { ...system.actor, organizationId } }),
    listen: async () => async () => {},
    onError: (error) => {
      throw error;
    },
    pollMs: 20,
  });
  for (const [name, { calls }] of hearings) {
    await expect
      .poll(() => calls.map(({ body }) => body), { message: name })
      .toContainEqual(expect.objectContaining(nested(SPEAKERS[name]!.delivered!)));
  }
  await engine.stop();
  for (const { close } of hearings.values()) await close();
});

/** Objects within it are held by what they contain too. */
const nested = (wanted: object): object =>
  Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => [
      key,
      value !== null && Object.getPrototypeOf(value) === Object.prototype ? expect.objectContaining(value) : value,
    ]),
  );

/** The order comes in over whichever vendor's API is served, so that the rest of the story needs none of them. */
async function createIn(asks: ReadonlyMap<string, Ask>, date: string): Promise<void> {
  const optimoroute = asks.get("optimoroute");
  if (optimoroute) {
    const location = { address: "Bredgade 74, 1260 København", latitude: 55.6845, longitude: 12.5929 };
    const order = { operation: "CREATE", orderNo: NUMBER, date, type: "D", duration: 10, location };
    const { success } = await optimoroute("POST", "/create_order", order);
    expect(success).toBe(true);
    return;
  }
  const stop = {
    clientStopId: NUMBER,
    duration: "600s",
    address: { address1: "Bredgade 74", city: "København", zip: "1260", countryCode: "DK" },
    coordinates: { latitude: 55.6845, longitude: 12.5929 },
    deliveryDate: { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) },
  };
  await asks.get("easyroutes")!("POST", "/stops/imports", [stop]);
}
