import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPositionGroupWriter } from "@/server/adapters/position-sink/write-position-group";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { tellAct } from "@/server/services/execution/tell-act";
import { type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { routemate } from "./routemate";
import { jobRequest, locatedStop, office } from "./testing/office";
import { webhookMessageSchema } from "./wire/webhook";

let hearing: Subscriber;
let rm: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  hearing = await startSubscriber();
  const ports = {
    webhookSender: createHttpWebhookSender({ allowPrivate: true }),
    webhookFormats: webhookFormatsOf([routemate]),
  };
  rm = await office({ ports });
});
afterAll(() => hearing.close());

/** Sends what is waiting until `enough` holds. */
async function deliverUntil(enough: () => boolean): Promise<void> {
  const engine = await startWebhookEngine({
    database: rm.tenant.database,
    clock: rm.tenant.context().ports.clock,
    systemOf: (organizationId) => {
      const services = rm.tenant.systemContext();
      return { ...services, actor: { ...services.actor, organizationId } };
    },
    listen: async () => async () => {},
    onError: () => {},
    pollMs: 20,
  });
  await expect.poll(enough).toBe(true);
  await engine.stop();
}

const heard = (event: string) => hearing.calls.filter(({ body }) => body.event === event);

describe("POST /integration-webhooks", () => {
  test("200: stops with their proof, the whole job once, and where the driver is, are told", async () => {
    const { status, body: webhook } = await rm.ask("POST", "/integration-webhooks", { body: { url: hearing.url } });
    expect(status).toBe(200);
    expect(webhook).toMatchObject({ active: true, secret: expect.any(String) });
    expect(webhook.events).toEqual(["job.completed", "stop.completed", "stop.failed", "driver.location"]);
    const stops = ["W-1", "W-2"].map((id, at) => locatedStop(id, 55.68 + at / 100, 12.58));
    const { body: job } = await rm.ask("POST", "/integration-import", {
      body: jobRequest({ external_job_id: "heard", stops, scheduled_date: null }),
    });
    const { organizationId, database } = rm.tenant;
    const permissions = new Set(DRIVER_PERMISSIONS);
    const actor = { kind: "driver" as const, id: rm.driverId, label: "Dana", organizationId, permissions };
    const act = (said: { type: string } & Record<string, unknown>) =>
      tellAct({ ...rm.tenant.context(), actor }, { act: said, routeId: job.route_id });
    const visits = await database.raw`select v.id, d.order_ref from delivery_visit v
      join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
      where d.organization_id = ${organizationId}`;
    const visitOf = (id: string) => visits.find((row) => row.order_ref === id)!.id as string;
    await act({ type: "start-route" });
    const at = Date.now();
    const fix = { recordedAtMs: at, lat: 55.681, lng: 12.581 };
    await createPositionGroupWriter(database)(organizationId, [
      { organizationId, driverId: rm.driverId!, routeId: job.route_id, receivedAtMs: at, fixes: [fix as never] },
    ]);
    const done = { type: "complete", outcome: "delivered", recipientName: "Ida Holm", note: "at the door" };
    await act({ ...done, visitIds: [visitOf("W-1")] });
    await act({ type: "complete", visitIds: [visitOf("W-2")], outcome: "failed", reason: "refused" });
    await deliverUntil(() => heard("job.completed").length > 0 && heard("driver.location").length > 0);

    const about = { job_id: job.job_id, external_job_id: "heard", route_id: job.route_id };
    for (const { body } of hearing.calls) webhookMessageSchema.parse(body);
    expect(heard("stop.completed").map(({ body }) => body)).toMatchObject([
      {
        ...about,
        external_stop_id: "W-1",
        status: "completed",
        driver_user_id: rm.driverId,
        proof_of_delivery: { recipient_name: "Ida Holm", notes: "at the door", files: [] },
      },
    ]);
    expect(heard("stop.failed").map(({ body }) => body)).toMatchObject([
      { ...about, external_stop_id: "W-2", status: "failed", failure_reason: "refused" },
    ]);
    expect(heard("job.completed").map(({ body }) => body)).toMatchObject([
      { ...about, status: "completed", status_counts: { completed: 1, failed: 1 } },
    ]);
    expect(heard("driver.location")[0]!.body).toMatchObject({
      driver_user_id: rm.driverId,
      location: { latitude: 55.681, longitude: 12.581 },
    });
    expect(hearing.calls[0]!.headers["x-dray-signature"]).toBeDefined();
  });

  test("400: a URL that is missing, an event there is none of", async () => {
    const { body } = await rm.ask("POST", "/integration-webhooks", { body: { events: ["job.begun"] } });
    expect(body.error.messages).toEqual([
      "url is required",
      "events[0] must be one of job.completed, stop.completed, stop.failed, driver.location",
    ]);
  });
});

describe("GET /integration-webhooks", () => {
  test("200: without the secret; DELETE ends one", async () => {
    const { body } = await rm.ask("POST", "/integration-webhooks", {
      body: { url: hearing.url, events: ["job.completed"] },
    });
    const listed = await rm.ask("GET", "/integration-webhooks");
    expect(listed.body.webhooks[0]).toMatchObject({ webhook_id: body.webhook_id, events: ["job.completed"] });
    expect(JSON.stringify(listed.body)).not.toContain(body.secret);
    const gone = () => rm.ask("DELETE", `/integration-webhooks/${body.webhook_id}`);
    expect(await gone()).toMatchObject({ status: 200, body: { deleted: true } });
    expect(await gone()).toMatchObject({ status: 404, body: { error: "Webhook not found" } });
    expect((await rm.ask("DELETE", "/integration-webhooks/nothing")).status).toBe(404);
  });
});
