import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { type ReceivedCall, type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { easyroutes } from "./easyroutes";
import { dress } from "./ids";
import { importedBananas } from "./testing/examples";
import { plannedShop } from "./testing/shop";
import { routeSchema } from "./wire/route";
import { importedStopSchema } from "./wire/stop";
import { TOPICS, webhookEventSchema } from "./wire/webhook";

const hearing: Subscriber[] = [];
afterAll(async () => {
  for (const each of hearing) await each.close();
});

/** A day with a program that may be told of it on this machine. */
async function listeningShop({ allowPrivate = true } = {}) {
  const ports = {
    webhookSender: createHttpWebhookSender({ allowPrivate }),
    webhookFormats: webhookFormatsOf([easyroutes]),
  };
  return plannedShop([{ at: [1, 1] }], ports);
}
type Listening = Awaited<ReturnType<typeof listeningShop>>;

const FINE = "https://hooks.example.com/x";
const subscribe = ({ ask }: Listening, url: string, topics: readonly string[]) =>
  ask("POST", "/webhooks", { body: { url, topics } });

describe("POST /webhooks", () => {
  test("200: the document's example, with an id, and active", async () => {
    const mine = await listeningShop();
    const { status, body } = await subscribe(mine, FINE, ["ROUTE_CREATED", "ROUTE_UPDATED"]);
    expect(status).toBe(200);
    const topics = ["ROUTE_CREATED", "ROUTE_UPDATED"];
    expect(body).toEqual({ id: expect.stringMatching(/^sub-/), url: FINE, topics, active: true });
  });

  test("400: a sixth, topics one may not subscribe to, addresses that may not be called, and commas too many", async () => {
    const mine = await listeningShop({ allowPrivate: false });
    const codeOf = async (url: string, topics: readonly string[]) => (await subscribe(mine, url, topics)).body.code;
    for (const topic of ["UNKNOWN", "TEST", "ROUTE_EXPLODED"]) expect(await codeOf(FINE, [topic]), topic).toBe(3);
    expect(await codeOf(FINE, [])).toBe(3);
    for (const url of ["http://127.0.0.1/x", "ftp://a.example", "no address"]) {
      expect(await codeOf(url, ["ROUTE_CREATED"]), url).toBe(3);
    }
    const printed = '{ "url": "https://example.com/webhook", "topics": ["ROUTE_CREATED",], }';
    expect((await mine.ask("POST", "/webhooks", { body: printed })).status).toBe(400);
    for (let count = 0; count < 5; count++) expect(await codeOf(`${FINE}${count}`, ["ROUTE_CREATED"])).toBeUndefined();
    expect(await subscribe(mine, FINE, ["ROUTE_CREATED"])).toMatchObject({ status: 400, body: { code: 9 } });
  });
});

test("POST /webhooks: of many at the same moment five are taken", async () => {
  const mine = await listeningShop();
  const asked = Array.from({ length: 9 }, (_, index) => subscribe(mine, `${FINE}${index}`, ["ROUTE_CREATED"]));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  expect((await mine.ask("GET", "/webhooks")).body.webhooks).toHaveLength(5);
});

describe("GET /webhooks", () => {
  test("200: each with the topics it was given, all of which there are", async () => {
    const mine = await listeningShop();
    await subscribe(mine, FINE, TOPICS);
    await subscribe(mine, `${FINE}/2`, ["STOP_STATUS_UPDATED", "STOP_STATUS_UPDATED"]);
    const { webhooks } = (await mine.ask("GET", "/webhooks")).body;
    expect(webhooks.map(({ topics }: { topics: string[] }) => topics)).toEqual([["STOP_STATUS_UPDATED"], TOPICS]);
  });
});

describe("DELETE /webhooks/{id}", () => {
  test("200: ended; 404: what is not there", async () => {
    const mine = await listeningShop();
    const { id } = (await subscribe(mine, FINE, ["ROUTE_CREATED"])).body;
    expect(await mine.ask("DELETE", `/webhooks/${id}`)).toMatchObject({ status: 200, body: {} });
    expect((await mine.ask("GET", "/webhooks")).body).toEqual({ webhooks: [] });
    for (const gone of [id, "sub-123e4567-e89b-12d3-a456-426614174000"]) {
      expect((await mine.ask("DELETE", `/webhooks/${gone}`)).body).toMatchObject({ code: 5 });
    }
  });
});

describe("what subscribers hear", () => {
  let mine: Listening;
  let calls: ReceivedCall[];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    mine = await listeningShop();
    const subscriber = await startSubscriber();
    hearing.push(subscriber);
    calls = subscriber.calls;
    await subscribe(mine, subscriber.url, TOPICS);
    const { tenant } = mine.scenario;
    const engine = await startWebhookEngine({
      database: tenant.database,
      clock: tenant.context().ports.clock,
      systemOf: (organizationId) => {
        const system = tenant.systemContext();
        return { ...system, actor: { ...system.actor, organizationId } };
      },
      listen: async () => async () => {},
      onError: () => {},
      pollMs: 20,
    });
    stop = () => engine.stop();
  });
  afterAll(() => stop());

  /** The message of a topic about a thing, once it has come. */
  async function heard(topic: string, objectId: string) {
    const find = () => calls.find(({ body }) => body.topic === topic && body.objectId === objectId);
    await expect.poll(find).toBeDefined();
    const { body, headers } = find()!;
    const { slug } = { slug: mine.scenario.tenant.organizationId };
    expect(webhookEventSchema.parse(body)).toMatchObject({ apiVersion: "V2024_07", organization: slug });
    expect(headers).toMatchObject({
      "x-easyroutes-event-id": body.eventId,
      "x-easyroutes-topic": topic,
      "x-easyroutes-event-timestamp": body.eventTimestamp,
      "x-easyroutes-api-version": "V2024_07",
      "x-easyroutes-object-id": objectId,
    });
    expect(body.eventId).toMatch(/^evt-[0-9a-f-]{36}$/);
    return body.payload;
  }

  test("imported stops: created, imported again under the same name, deleted", async () => {
    const named = { ...importedBananas, clientStopId: "c" };
    const importing = async (stop: object) =>
      (await mine.ask("POST", "/stops/imports", { body: [stop] })).body.stops[0];
    const { id } = await importing(named);
    expect(importedStopSchema.parse(await heard("IMPORTED_STOP_CREATED", id)).id).toBe(id);
    await importing({ ...named, note: "Ring" });
    expect(await heard("IMPORTED_STOP_UPDATED", id)).toMatchObject({ id, note: "Ring" });
    await mine.ask("DELETE", "/stops/imports/c");
    expect(await heard("IMPORTED_STOP_DELETED", id)).toEqual({});
  });

  test("drivers: added, changed, deactivated, activated, archived", async () => {
    const { projectId, tenant } = mine.scenario;
    const shift = { shiftFromSeconds: 28_800, shiftToSeconds: 64_800 };
    const save = (status: "active" | "inactive" | "archived", id?: string) =>
      saveDriver(tenant.context(), { ...(id && { id }), projectId, driver: { name: "John Doe", status, ...shift } });
    const { id } = await save("active");
    const drv = dress("driver", id);
    expect(await heard("DRIVER_ADDED", drv)).toMatchObject({ id: drv, firstName: "John", lastName: "Doe" });
    await save("inactive", id);
    expect(await heard("DRIVER_DEACTIVATED", drv)).toMatchObject({ status: "INACTIVE" });
    expect(await heard("DRIVER_UPDATED", drv)).toMatchObject({ id: drv });
    await save("active", id);
    expect(await heard("DRIVER_ACTIVATED", drv)).toMatchObject({ id: drv });
    await save("archived", id);
    expect(await heard("DRIVER_ARCHIVED", drv)).toEqual({});
  });

  test("routes and their stops: from their making to their end", async () => {
    const { scenario } = mine;
    const { planId, tenant } = scenario;
    const context = tenant.context();
    const [first, second] = scenario.driverIds as [string, string];
    await chooseDrivers(context, { planId, drivers: [{ driverId: first }] });
    expect(await heard("ROUTE_DELETED", mine.route(1))).toEqual({});
    const { added } = await chooseDrivers(context, { planId, drivers: [{ driverId: first }, { driverId: second }] });
    const made = dress("route", added[0]!.routeId);
    expect(await heard("ROUTE_CREATED", made)).toMatchObject({ id: made, stops: [] });

    const rte = mine.route(0);
    const body = [{ importedStopId: dress("delivery", scenario.deliveryIds[0]!) }];
    await mine.ask("POST", `/routes/${rte}/stops`, { body });
    expect(routeSchema.parse(await heard("ROUTE_UPDATED", rte)).stops).toHaveLength(1);
    const routes = (await scenario.seenRoutes()).filter(({ routeId }) => routeId === scenario.routeIds[0]);
    await dispatchRoutes(context, { planId, mutationId: scenario.mutationId(), routes });
    expect(await heard("ROUTE_DISPATCHED", rte)).toMatchObject({ id: rte });

    const visitId = scenario.visitIds[0]!;
    const rst = dress("stop", visitId);
    const acts = [
      { type: "start-route" },
      { type: "depart", visitId },
      { type: "complete", visitIds: [visitId], outcome: "attempted", reason: "nobody-home", note: "Dark" },
      { type: "finish-route" },
    ];
    for (const [index, act] of acts.entries()) {
      const occurredAt = `2026-06-10T05:0${index}:00Z`;
      await reportForDriver(context, {
        routeId: scenario.routeIds[0]!,
        act: { opId: crypto.randomUUID(), occurredAt, ...act },
      });
    }
    expect(await heard("ROUTE_STARTED", rte)).toMatchObject({ start: { status: "STARTED" } });
    expect(await heard("ROUTE_START_STOP_UPDATED", rte)).toMatchObject({ id: rte });
    expect(await heard("STOP_STATUS_UPDATED", rst)).toMatchObject({ id: rte });
    expect((await heard("STOP_UPDATED", rst)).stops[0].id).toBe(rst);
    expect(await heard("ROUTE_COMPLETED", rte)).toMatchObject({
      end: { status: "COMPLETED" },
      stops: [{ deliveryStatus: "ATTEMPTED_DELIVERY", attemptedReason: "NOT_AVAILABLE", attemptedNote: "Dark" }],
    });
    expect(await heard("ROUTE_END_STOP_UPDATED", rte)).toMatchObject({ id: rte });
  });
});
