import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { hearEvents } from "@/server/services/webhook/hear-events";
import { dress, undress } from "./ids";
import { drivenShop } from "./testing/driven-shop";

const NOTHING = "01980000-0000-8000-8000-000000000001";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SIGNED = { base64: PICTURE.toString("base64"), content_type: "image/png" };

let day: Awaited<ReturnType<typeof drivenShop>>;

beforeAll(async () => {
  day = await drivenShop(
    [[0, 1, 2, 3], [4]],
    [{ at: [1, 1] }, { at: [2, 2] }, { at: [3, 3] }, { at: [4, 4], pickupAt: [2, 1] }, { at: [5, 5] }],
  );
  await day.asDriver(0, "POST", `/assignments/${day.assignment(0)}/start-route`);
  const webhookSender = createHttpWebhookSender({ allowPrivate: true });
  const subscription = {
    dialect: "lastmile",
    url: "http://localhost/",
    topics: ["proof.created" as const],
    secret: null,
  };
  await createWebhook(day.scenario.tenant.context("owner", { webhookSender }), subscription);
});

/** How often subscribers are told that a delivery's evidence has been filed. */
async function toldOfEvidence(deliveryId: string): Promise<number> {
  const { tenant } = day.scenario;
  await hearEvents(tenant.systemContext(), {});
  const rows = await tenant.database.raw`select 1 from webhook_call
    where organization_id = ${tenant.organizationId} and topic = 'proof.created'
      and message ->> 'deliveryId' = ${undress("delivery", deliveryId)!}`;
  return rows.length;
}

const statusOf = async (delivery: number) =>
  (await day.ask("GET", `/deliveries/${day.delivery(delivery)}`)).body.status;
const at = (minutes: number) =>
  new Date(day.clock.now().getTime() + minutes * 60_000).toISOString().replace(".000Z", "Z");
const complete = (driver: number, stop: string, body: object) =>
  day.asDriver(driver, "POST", `/stops/${stop}/complete`, { body });
const types = async (delivery: number) =>
  (await day.ask("GET", `/deliveries/${day.delivery(delivery)}/timeline`)).body.items.map(
    ({ type }: { type: string }) => type,
  ) as string[];

describe("POST /driver-api/stops/{stopId}/complete", () => {
  test("200: delivered, with a signature that is hashed and sized as it is kept", async () => {
    const body = { status: "delivered", recipient_signature: SIGNED, timestamp: at(-1), notes: "At the gate" };
    const { status, body: stop } = await complete(0, day.stop(0), body);
    expect(status).toBe(200);
    expect(stop).toMatchObject({
      status: "completed",
      delivery_status: "delivered",
      result: "applied",
      notes: "At the gate",
      pod: {
        delivery_id: day.delivery(0),
        delivered_at: at(-1),
        signature: { sha256: createHash("sha256").update(PICTURE).digest("hex"), size: PICTURE.byteLength },
      },
    });
    expect(stop.pod_id).toBe(stop.pod.pod_id);
    expect(await statusOf(0)).toBe("delivered");
    expect(await types(0)).toEqual(expect.arrayContaining(["stop.completed", "proof.registered"]));
    const kept = await day.ask("GET", `/deliveries/${day.delivery(0)}/pod?verify=true`);
    expect(kept.body.signature).toMatchObject({ verified: true, size: PICTURE.byteLength });
    const again = await complete(0, day.stop(0), body);
    expect(again.body).toMatchObject({ result: "duplicate", pod_id: stop.pod_id });
    expect(again.body.pod.assets).toHaveLength(1);
    expect(await toldOfEvidence(day.delivery(0))).toBe(1);
    expect((await types(0)).filter((type) => type === "stop.completed")).toHaveLength(1);
  });

  test("200: photos that were sent before, by their assets' URLs", async () => {
    const token = await day.tokenOf(0);
    const files = [{ kind: "photo", content_type: "image/png" }];
    const about = { delivery_id: day.delivery(1), stop_id: day.stop(1) };
    const given = await day.ask("POST", "/pod/request-upload", { body: { ...about, files }, token });
    expect(given.status).toBe(201);
    const { asset_url, upload_url } = given.body.uploads[0];
    const early = await complete(0, day.stop(1), { photos: [asset_url] });
    expect(early.status).toBe(422);
    expect(await statusOf(1)).toBe("enroute");
    await day.blobs.put(upload_url.replace(/^memory:/, ""), PICTURE);
    const { body: stop } = await complete(0, day.stop(1), { photos: [asset_url] });
    expect(stop).toMatchObject({ delivery_status: "delivered", pod: { photos: [{ size: PICTURE.byteLength }] } });
  });

  test("a pickup that is complete delivers nothing", async () => {
    const { body: route } = await day.asDriver(0, "GET", `/assignment/${day.assignment(0)}/route`);
    const of = (type: string) =>
      route.stops.find((each: Record<string, string>) => each.delivery_id === day.delivery(3) && each.type === type);
    expect((await complete(0, of("pickup").stop_id, {})).body).toMatchObject({ status: "completed", type: "pickup" });
    expect(await statusOf(3)).toBe("enroute");
    await complete(0, of("dropoff").stop_id, {});
    expect(await statusOf(3)).toBe("delivered");
  });

  test("what is told late changes nothing that is newer; what was failed by mistake is put right", async () => {
    const stop = day.stop(2);
    await day.asDriver(0, "POST", `/stops/${stop}/failed`, { body: { reason: "refused" } });
    const late = await complete(0, stop, { timestamp: at(-30) });
    expect(late.body).toMatchObject({ result: "superseded", status: "failed", delivery_status: "failed" });
    day.clock.advanceSeconds(60);
    expect((await complete(0, stop, {})).body).toMatchObject({ result: "applied", delivery_status: "delivered" });
    const first = await day.asDriver(0, "POST", `/stops/${stop}/arrive`, { body: { timestamp: at(-40) } });
    expect(first.body).toMatchObject({ status: "completed" });
  });

  test("409: what was sent back is not delivered any more, and no evidence is kept of it", async () => {
    const body = { reason: "refused", next_action: "return_to_warehouse" };
    await day.asDriver(1, "POST", `/stops/${day.stop(4)}/failed`, { body });
    day.clock.advanceSeconds(60);
    const refused = await complete(1, day.stop(4), { recipient_signature: SIGNED });
    expect([refused.status, refused.body.error.details.reason]).toEqual([409, "closed"]);
    expect(await types(4)).not.toContain("proof.registered");
    expect(await statusOf(4)).toBe("returned");
  });

  test("400, 401, 403, 404, 422: another's stop, none, a key, a file that is none of ours", async () => {
    const path = `/driver-api/stops/${day.stop(0)}/complete`;
    expect((await day.ask("POST", path, { body: {}, token: null })).status).toBe(401);
    expect((await day.ask("POST", path, { body: {} })).status).toBe(403);
    expect((await complete(1, day.stop(0), {})).status).toBe(404);
    expect((await complete(0, dress("stop", NOTHING), {})).status).toBe(404);
    expect((await complete(0, day.stop(0), { status: "lost" })).status).toBe(422);
    expect((await complete(0, day.stop(0), { photos: "one" })).status).toBe(400);
    expect((await complete(0, day.stop(0), { photos: ["https://example.com/a.png"] })).status).toBe(422);
    expect((await complete(0, day.stop(0), { timestamp: at(60) })).status).toBe(422);
  });
});
