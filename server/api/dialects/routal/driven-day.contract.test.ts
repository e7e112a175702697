import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { idFromHex24 } from "@/server/domain/ids";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { readRoutes } from "@/server/services/assignment/read-routes";
import { retryDelivery } from "@/server/services/exception/retry-delivery";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { registerPod } from "@/server/services/proof/register-pod";
import { readStopDeliveries } from "@/server/services/wave/search-stops";
import { type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { type Shop, shop, stopRequest, stopRequests } from "./testing/shop";

const NOBODY = "0123456789abcdef01234567";
/** The smallest picture there is. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let hearing: Subscriber;
let it: Shop;
beforeAll(async () => {
  hearing = await startSubscriber();
  it = await shop({ vans: 1, ports: { webhookSender: createHttpWebhookSender({ allowPrivate: true }) } });
});
afterAll(() => hearing.close());

/** The driver of a route, as his link makes him. */
async function driverOf(own: Shop, routeId: string) {
  const { public_link } = await own.done("POST", `/v2/route/${routeId}/dispatch`);
  const actor = await resolveRouteLink(own.tenant.database, public_link.split("/run/")[1]!, new Date());
  let deviceSeq = 0;
  return async (...acts: readonly object[]) => {
    const ops = acts.map((act) => {
      deviceSeq++;
      return { opId: randomUUID(), deviceSeq, occurredAt: new Date().toISOString(), ...act };
    });
    await syncDriverOps({ ...own.tenant.context(), actor: actor! }, { deviceNow: new Date(), ops: ops as never });
  };
}

async function engineOf({ tenant }: Shop) {
  return startWebhookEngine({
    database: tenant.database,
    clock: tenant.context().ports.clock,
    systemOf: (organizationId) => ({
      ...tenant.systemContext(),
      actor: { ...tenant.systemContext().actor, organizationId },
    }),
    listen: async () => async () => {},
    onError: () => {},
    pollMs: 20,
  });
}

describe("POST /v2/webhook", () => {
  test("200: a day as its subscriber hears it, in the vendor's envelope and without a signature", async () => {
    const url = `${hearing.url}?token=secret`;
    const webhook = await it.done("POST", "/v2/webhook", { query: { project_id: it.project_id }, body: { url } });
    expect(webhook).toMatchObject({ url, enabled: true, project_id: it.project_id });
    const plan = await it.planOn("2031-05-22");
    const [one, two, three] = await it.push(plan.id, stopRequests(3));
    await it.done("POST", `/v2/plan/${plan.id}/optimize`);
    const [route] = await it.done("GET", `/v2/plan/${plan.id}/routes`);
    const drive = await driverOf(it, route.id);
    await drive({ type: "start-route" });
    expect((await it.done("GET", `/v2/route/${route.id}`)).status).toBe("in_transit");
    expect((await it.planOn("2031-05-22")).status).toBe("in_progress");
    const visit = ({ id }: { id: string }) => idFromHex24(id)!;
    const { tenant } = it;
    const [door] = await readStopDeliveries(tenant.context(), { visitIds: [visit(one)] });
    await registerPod(tenant.context(), {
      deliveryId: door!.deliveryId,
      visitId: visit(one),
      files: [
        { kind: "photo", contentType: "image/png", content: PNG },
        { kind: "signature", contentType: "image/png", content: PNG },
      ],
    });
    await drive(
      {
        type: "complete",
        visitIds: [visit(one)],
        outcome: "delivered",
        note: "At the door",
        answers: [{ task: 0, value: "PKG-1" }],
      },
      { type: "complete", visitIds: [visit(two)], outcome: "failed", reason: "nobody-home" },
    );
    const [third] = await readStopDeliveries(tenant.context(), { visitIds: [visit(three)] });
    const [{ version } = { version: 0 }] = await readRoutes(tenant.context(), { routeIds: [visit(route)] });
    const cancelled = await cancelDeliveries(tenant.context(), {
      ids: [third!.deliveryId],
      mutationId: randomUUID(),
      reason: "Refunded",
      confirmed: [{ routeId: visit(route), version }],
    });
    expect(cancelled).toBeDefined();
    await drive({ type: "finish-route" });

    const stops = await it.done("GET", `/v2/plan/${plan.id}/stops`);
    const byId = new Map(stops.map((stop: { id: string }) => [stop.id, stop])) as Map<string, { [key: string]: never }>;
    const statusOf = ({ id }: { id: string }) => byId.get(id)!.status;
    expect([one, two, three].map(statusOf)).toEqual(["completed", "incomplete", "canceled"]);
    expect((await it.planOn("2031-05-22")).status).toBe("finished");
    const [report] = byId.get(one.id)!.reports as unknown as { [key: string]: never }[];
    expect(report).toMatchObject({
      stop_id: one.id,
      type: "service_report_completed",
      comments: "At the door",
      cancel_reason: null,
      tasks: [{ status: "completed", value: "PKG-1" }, { status: "pending" }],
    });

    const engine = await engineOf(it);
    const said = () => hearing.calls.filter(({ body }) => body.data?.external_id !== undefined || body.event_id);
    const of = (event: string) => said().filter(({ body }) => body.event_id === `routal.planner.2.${event}`);
    await expect.poll(() => of("route.finished").length).toBe(1);
    await expect.poll(() => of("stop.reported").length).toBe(3);
    await engine.stop();
    expect(of("plan.created")).toMatchObject([{ body: { data: { id: plan.id } } }]);
    expect(of("stop.created")).toHaveLength(3);
    expect(of("route.started")).toMatchObject([{ body: { data: { id: route.id, plan_id: plan.id } } }]);
    const reported = new Map(of("stop.reported").map(({ body }) => [body.data.stop_id, body]));
    expect(reported.get(one.id)).toMatchObject({
      created_at: expect.stringMatching(/Z$/),
      project_id: it.project_id,
      meta: {},
      data: {
        type: "service_report_completed",
        external_id: one.external_id,
        plan_id: plan.id,
        updated_at: expect.any(String),
      },
    });
    expect(reported.get(one.id)!.data.report).toMatchObject({ type: "service_report_completed" });
    expect(reported.get(one.id)!.data.images).toHaveLength(1);
    expect(reported.get(one.id)!.data.signature).toContain("/routal/v3/stop/report/");
    expect(reported.get(two.id)!.data).toMatchObject({
      type: "service_report_incomplete",
      cancel_reason: "nobody_home",
    });
    expect(reported.get(three.id)!.data).toMatchObject({ type: "service_report_canceled" });
    const { headers } = of("stop.reported")[0]!;
    expect(Object.keys(headers).filter((name) => name.includes("signature"))).toEqual([]);
  });

  test("400: no address, or events nobody knows", async () => {
    const ask = (body: object) => it.ask("POST", "/v2/webhook", { body });
    expect((await ask({})).status).toBe(400);
    expect((await ask({ url: hearing.url, enabled_events: ["stop.exploded"] })).status).toBe(400);
  });
});

test("a stop that is tried again is open, and keeps the report of its attempt", async () => {
  const own = await shop({ vans: 1 });
  const plan = await own.planOn("2031-05-22");
  const [stop] = await own.push(plan.id, [stopRequest(1)]);
  await own.done("POST", `/v2/plan/${plan.id}/optimize`);
  const [route] = await own.done("GET", `/v2/plan/${plan.id}/routes`);
  const drive = await driverOf(own, route.id);
  const visitId = idFromHex24(stop.id)!;
  await drive(
    { type: "start-route" },
    { type: "complete", visitIds: [visitId], outcome: "failed", reason: "nobody-home" },
    { type: "finish-route" },
  );
  const [door] = await readStopDeliveries(own.tenant.context(), { visitIds: [visitId] });
  await retryDelivery(own.tenant.context(), { deliveryId: door!.deliveryId, date: "2031-05-23" });
  const next = await own.planOn("2031-05-23");
  const read = async () => (await own.done("GET", `/v2/plan/${next.id}/stops`))[0];
  const attempt = [{ type: "service_report_incomplete", route_id: route.id }];
  expect(await read()).toMatchObject({ id: stop.id, status: "pending", reports: attempt });
  await own.done("POST", `/v2/plan/${next.id}/optimize`);
  const [again] = await own.done("GET", `/v2/plan/${next.id}/routes`);
  await own.done("POST", `/v2/route/${again.id}/dispatch`);
  expect(await read()).toMatchObject({ status: "pending", route_id: again.id, reports: attempt });
});

describe("PUT /v2/webhook/{id}", () => {
  test("200: other events, stopped, and on again; also by the events' full names; 404: nobody's", async () => {
    const { id } = await it.done("POST", "/v2/webhook", { body: { url: hearing.url } });
    const put = (body: object) => it.done("PUT", `/v2/webhook/${id}`, { body });
    expect(await put({ enabled_events: ["routal.planner.2.stop.reported"] })).toMatchObject({
      enabled_events: ["stop.reported"],
    });
    expect((await put({ enabled: false })).enabled).toBe(false);
    expect((await put({ enabled: true })).enabled).toBe(true);
    const { status, body } = await it.ask("PUT", `/v2/webhook/${NOBODY}`, { body: { enabled: false } });
    expect([status, body.message_id]).toEqual([404, "highway.webhook.error.not_found"]);
  });

  test("disabled after fifty failures in a row", async () => {
    const { id } = await it.done("POST", "/v2/webhook", { body: { url: hearing.url } });
    const { database } = it.tenant;
    await database.raw`update webhook set consecutive_failures = 50, status = 'paused', stop_reason = 'failures'
      where id = ${idFromHex24(id)!}`;
    expect(await it.done("PUT", `/v2/webhook/${id}`, { body: {} })).toMatchObject({
      enabled: false,
      consecutive_failures: 50,
    });
  });
});

describe("DELETE /v2/webhook/{id}", () => {
  test("200: gone; 404: the second time", async () => {
    const { id } = await it.done("POST", "/v2/webhook", { body: { url: hearing.url } });
    expect(await it.done("DELETE", `/v2/webhook/${id}`)).toMatchObject({ id, deleted: true });
    expect((await it.ask("DELETE", `/v2/webhook/${id}`)).status).toBe(404);
  });
});

describe("GET /v3/stop/report/{report_id}/image/{image_id}", () => {
  test("200: the bytes, under their own type; 404: of nobody's report, or a picture it has not", async () => {
    const own = await shop({ vans: 1 });
    const plan = await own.planOn("2031-05-22");
    const [stop] = await own.push(plan.id, [stopRequest(1)]);
    await own.done("POST", `/v2/plan/${plan.id}/optimize`);
    const [route] = await own.done("GET", `/v2/plan/${plan.id}/routes`);
    const drive = await driverOf(own, route.id);
    const visitId = idFromHex24(stop.id)!;
    const [door] = await readStopDeliveries(own.tenant.context(), { visitIds: [visitId] });
    const files = [{ kind: "photo" as const, contentType: "image/png" as const, content: PNG }];
    await registerPod(own.tenant.context(), { deliveryId: door!.deliveryId, visitId, files });
    await drive({ type: "start-route" }, { type: "complete", visitIds: [visitId], outcome: "delivered" });
    const [read] = await own.done("GET", `/v2/plan/${plan.id}/stops`);
    const [image] = read.reports[0].images;
    const path = `/v3/stop/report/${read.reports[0].id}/image/${image.id}`;
    expect(image.url).toBe(`http://dray.test/routal${path}`);
    const response = await own.open(`${path}?private_key=${own.secret}`, { token: null });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    expect((await own.ask("GET", `/v3/stop/report/${NOBODY}/image/${image.id}`)).status).toBe(404);
    expect((await own.ask("GET", `/v3/stop/report/${stop.id}/image/${NOBODY}`)).status).toBe(404);
  });
});
