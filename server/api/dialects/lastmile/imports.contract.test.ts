import { describe, expect, test } from "vitest";
import { runBulkJob } from "@/server/jobs/handlers/run-bulk-job";
import { logEvents } from "@/server/testing/log-events";
import { dress, undress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const ndjson = { "content-type": "application/x-ndjson" };
const linesOf = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).join("\n");

async function run({ tenant, ask }: Shop, jobId: string) {
  const { organizationId } = tenant;
  const payload = { organizationId, correlationId: "c", jobId: undress("job", jobId)! };
  await runBulkJob(tenant.systemContext(), payload, new AbortController().signal);
  return (await ask("GET", `/jobs/${jobId}`)).body;
}

describe("POST /imports", () => {
  test("202: deliveries, as many at once as are right", async () => {
    const here = await shop();
    const lines = [deliveryRequest({ order_id: "a" }), deliveryRequest({ priority: "urgent" }), deliveryRequest()];
    const { status, body } = await here.ask("POST", "/imports?type=deliveries", {
      body: linesOf(lines),
      headers: ndjson,
    });
    expect(status).toBe(202);
    expect(await run(here, body.job_id)).toMatchObject({
      type: "deliveries",
      status: "completed_with_errors",
      total: 3,
      result: { created: 2, failed: 1 },
      errors: [{ line: 2, code: "meaningless" }],
    });
  });

  test("202: drivers, each known by his client's own name once, with vehicles and partners that are there", async () => {
    const here = await shop();
    const { body: vehicle } = await here.ask("POST", "/vehicles", { body: { type: "van" } });
    const lines = [
      { name: "Ida", external_driver_id: "D1", phone: "+4533123456", vehicle_id: vehicle.id },
      { name: "Bo", external_driver_id: "D1" },
      { name: "Uma", vehicle_id: "veh_nobody" },
      { name: "" },
      { name: "Per", partner_id: dress("partner", "01980000-0000-8000-8000-000000000001") },
    ];
    const { body } = await here.ask("POST", "/imports?type=drivers", { body: linesOf(lines), headers: ndjson });
    const job = await run(here, body.job_id);
    expect(job).toMatchObject({ type: "drivers", total: 5, processed: 5, result: { created: 1, failed: 4 } });
    expect(job.errors.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [2, "exists"],
      [3, "unknown"],
      [4, "meaningless"],
      [5, "unknown"],
    ]);
    const { body: drivers } = await here.ask("GET", "/drivers");
    expect(drivers.items).toMatchObject([{ name: "Ida", external_driver_id: "D1", phone: "+4533123456" }]);
  });

  test("403: drivers by a key that may only bring deliveries", async () => {
    const { ask } = await shop(["deliveries:write"]);
    const line = JSON.stringify({ name: "Ida" });
    expect((await ask("POST", "/imports?type=drivers", { body: line, headers: ndjson })).status).toBe(403);
  });

  test("400, 415, 422: of nothing in particular, another type of body, a pointer to elsewhere that is none", async () => {
    const { ask } = await shop();
    expect((await ask("POST", "/imports", { body: "{}", headers: ndjson })).status).toBe(400);
    expect((await ask("POST", "/imports?type=cats", { body: "{}", headers: ndjson })).status).toBe(400);
    const csv = { body: "a", headers: { "content-type": "text/csv" } };
    expect((await ask("POST", "/imports?type=drivers", csv)).status).toBe(415);
    expect((await ask("POST", "/imports?type=drivers", { body: { s3_uri: "file:///etc/passwd" } })).status).toBe(422);
  });
});

describe("POST /replay", () => {
  const callsOf = async ({ tenant }: Shop) =>
    (await tenant.database.raw`select topic, message_id as name, message->>'deliveryId' as delivery from webhook_call
      where organization_id = ${tenant.organizationId} order by id`) as unknown as {
      topic: string;
      name: string;
      delivery: string;
    }[];

  async function listening() {
    const here = await shop();
    const deliveries: string[] = [];
    for (let count = 0; count < 3; count++) {
      deliveries.push((await here.ask("POST", "/deliveries", { body: deliveryRequest() })).body.delivery_id);
    }
    const body = { url: "https://hooks.example.com/", events: ["delivery.created"], secret: "theirs" };
    const webhookId: string = (await here.ask("POST", "/webhooks", { body })).body.webhook_id;
    return { ...here, deliveries, webhookId };
  }

  test("202: a span is said again to who hears of it now, by the names it had; asked twice it waits once", async () => {
    const here = await listening();
    const from = "2020-01-01T00:00:00Z";
    const { status, body } = await here.ask("POST", "/replay", { body: { from } });
    expect(status).toBe(202);
    const job = await run(here, body.job_id);
    expect(job).toMatchObject({ type: "replay", status: "succeeded", total: 3, processed: 3, errors: [] });
    const calls = await callsOf(here);
    expect(calls.map(({ delivery }) => dress("delivery", delivery))).toEqual(here.deliveries);
    const again = await here.ask("POST", "/replay", { body: { ids: [`evt_${calls[0]!.name}`] } });
    await run(here, again.body.job_id);
    expect(await callsOf(here)).toEqual(calls);
  });

  test("202: deliveries and sequence numbers; an id nobody knows is an error of its line", async () => {
    const here = await listening();
    const ids = [here.deliveries[1], "evt_nothing", dress("delivery", "01980000-0000-8000-8000-000000000001"), 999_999];
    const { body } = await here.ask("POST", "/replay", { body: { ids, webhook_ids: [here.webhookId] } });
    const job = await run(here, body.job_id);
    expect(job).toMatchObject({ status: "completed_with_errors", total: 4, failed: 3 });
    expect(job.errors.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
    expect(await callsOf(here)).toHaveLength(1);
  });

  test("202: stopped before it began it says nothing; what is learned is worked out by jobs", async () => {
    const here = await listening();
    const { body } = await here.ask("POST", "/replay", { body: { from: "2020-01-01T00:00:00Z" } });
    expect((await here.ask("POST", `/jobs/${body.job_id}/cancel`)).body).toMatchObject({ status: "cancelled" });
    await run(here, body.job_id);
    expect(await callsOf(here)).toEqual([]);
    const { tenant } = here;
    await logEvents(tenant, [{ type: "route.finished", entity: "route", entityId: tenant.newId() }]);
    const learning = await here.ask("POST", "/replay", { body: { from: "2020-01-01T00:00:00Z", target: "analytics" } });
    expect(await run(here, learning.body.job_id)).toMatchObject({ status: "succeeded", total: 1 });
    expect(tenant.jobs.at(-1)).toMatchObject({ name: "learn-from-route" });
  });

  test("400, 404, 422: the wrong types, somebody else's webhook, no range and no ids, a range that ends first", async () => {
    const { ask } = await shop();
    const { webhookId } = await listening();
    const statusOf = async (body: unknown) => (await ask("POST", "/replay", { body })).status;
    expect(await statusOf({ from: 7 })).toBe(400);
    expect(await statusOf({ ids: [1], webhook_ids: [webhookId] })).toBe(404);
    expect(await statusOf({})).toBe(422);
    expect(await statusOf({ ids: [1], target: "the past" })).toBe(422);
    expect(await statusOf({ from: "2031-01-02T00:00:00Z", to: "2031-01-01T00:00:00Z" })).toBe(422);
  });
});
