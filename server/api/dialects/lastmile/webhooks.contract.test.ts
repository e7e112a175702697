import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { startWebhookEngine } from "@/server/jobs/handlers/webhook-engine";
import { apiClient } from "@/server/testing/api-client";
import { testProject } from "@/server/testing/order-builders";
import { type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { testTenant } from "@/server/testing/test-tenant";
import { dress, undress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest } from "./testing/shop";
import { webhookMessageSchema } from "./wire/webhook";

const NOBODY = dress("webhook", "01980000-0000-8000-8000-000000000001");

let hearing: Subscriber;
beforeAll(async () => {
  hearing = await startSubscriber((call, _request, response) => response.end(call.body.type === "test" ? "well" : ""));
});
afterAll(() => hearing.close());

/** A shop whose messages may go to this machine, or only to the internet. */
async function listeningShop({ allowPrivate = true } = {}) {
  const tenant = await testTenant({
    webhookSender: createHttpWebhookSender({ allowPrivate }),
    webhookFormats: webhookFormatsOf([lastmile]),
  });
  await testProject(tenant);
  return { tenant, ...(await apiClient(lastmile, tenant)) };
}
const subscription = (overrides: Record<string, unknown> = {}) => ({
  url: hearing.url,
  events: ["delivery.created", "delivery.assigned"],
  secret: "a secret of theirs",
  ...overrides,
});

describe("POST /webhooks", () => {
  test("201: what happens from then on is told, signed, with what the document names", async () => {
    const { ask, tenant } = await listeningShop();
    const { status, body } = await ask("POST", "/webhooks", { body: subscription() });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "active", active: true, events: ["delivery.created", "delivery.assigned"] });
    expect(JSON.stringify(body)).not.toContain("a secret of theirs");
    const { body: delivery, headers } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const engine = await startWebhookEngine({
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
    const callOf = () => hearing.calls.find((call) => call.body.delivery_id === delivery.delivery_id);
    await expect.poll(callOf).toBeDefined();
    await engine.stop();
    const { body: message, text, headers: said } = callOf()!;
    expect(webhookMessageSchema.parse(message)).toMatchObject({
      type: "delivery.created",
      webhook_id: body.webhook_id,
      assignment_id: null,
      driver_id: null,
      correlation_id: headers.get("x-correlation-id"),
      data: { status: "requested" },
    });
    expect(said["webhook-id"]).toBe(message.id);
    const hmac = (content: string) => createHmac("sha256", "a secret of theirs").update(content).digest("hex");
    const [, at, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(said["x-dray-signature"]))!;
    expect(signature).toBe(hmac(`${at}.${text}`));
    expect(said["x-dray-signature-256"]).toBe(`sha256=${hmac(text)}`);
    expect(JSON.stringify(message)).not.toContain("Jane");
  });

  test("201: without a secret one is made, shown this once, and not kept where it can be read", async () => {
    const { ask, tenant } = await listeningShop();
    const request = { body: subscription({ secret: undefined }), headers: { "idempotency-key": "k" } };
    const { body } = await ask("POST", "/webhooks", request);
    expect(body.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect((await ask("POST", "/webhooks", request)).status).toBe(409);
    const kept = await tenant.database.raw`select w.secret, r.body from webhook w, api_request r
      where w.organization_id = ${tenant.organizationId} and r.organization_id = ${tenant.organizationId}`;
    expect(JSON.stringify(kept)).not.toContain(body.secret);
  });

  test("201 twice, one subscription: a named request with its own secret is answered again", async () => {
    const { ask } = await listeningShop();
    const request = { body: subscription(), headers: { "idempotency-key": "k" } };
    const { body } = await ask("POST", "/webhooks", request);
    expect((await ask("POST", "/webhooks", request)).body).toEqual(body);
    expect((await ask("GET", "/webhooks")).body.items).toHaveLength(1);
  });

  test("400, 422: no address, events nobody knows, none, and addresses that may not be called", async () => {
    const { ask } = await listeningShop({ allowPrivate: false });
    const statusOf = async (body: unknown) => (await ask("POST", "/webhooks", { body })).status;
    expect(await statusOf({ events: ["delivery.created"] })).toBe(400);
    expect(await statusOf(subscription({ url: 7 }))).toBe(400);
    const fine = "https://hooks.example.com/x";
    expect(await statusOf(subscription({ url: fine, events: [] }))).toBe(422);
    expect(await statusOf(subscription({ url: fine, events: ["delivery.exploded"] }))).toBe(422);
    const closed = [
      "http://127.0.0.1/x",
      "http://169.254.169.254/",
      "http://[::1]/",
      "http://10.0.0.8/",
      "ftp://a.example",
    ];
    for (const url of [...closed, "no address", "https://a:b@example.com/"]) {
      expect(await statusOf(subscription({ url })), url).toBe(422);
    }
    expect(await statusOf(subscription({ url: fine }))).toBe(201);
  });

  test("403: a key that may not change settings", async () => {
    const { tenant } = await listeningShop();
    const { ask } = await apiClient(lastmile, tenant, { scopes: ["settings:read"] });
    expect((await ask("POST", "/webhooks", { body: subscription() })).status).toBe(403);
  });
});

describe("GET /webhooks", () => {
  test("200: this tenant's, newest first, never with their secrets", async () => {
    const { ask } = await listeningShop();
    await (await listeningShop()).ask("POST", "/webhooks", { body: subscription() });
    for (const events of [["pod.created"], ["delivery.failed"]])
      await ask("POST", "/webhooks", { body: subscription({ events }) });
    const { status, body } = await ask("GET", "/webhooks");
    expect(status).toBe(200);
    expect(body.items.map(({ events }: { events: string[] }) => events)).toEqual([
      ["delivery.failed"],
      ["pod.created"],
    ]);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});

describe("DELETE /webhooks/{id}", () => {
  test("204: nothing is sent any more; 404: unknown, gone, another tenant's", async () => {
    const [mine, theirs] = [await listeningShop(), await listeningShop()];
    const { body } = await mine.ask("POST", "/webhooks", { body: subscription() });
    expect((await theirs.ask("DELETE", `/webhooks/${body.webhook_id}`)).status).toBe(404);
    expect((await mine.ask("DELETE", `/webhooks/${body.webhook_id}`)).status).toBe(204);
    for (const id of [body.webhook_id, NOBODY, "x"])
      expect((await mine.ask("DELETE", `/webhooks/${id}`)).status).toBe(404);
    expect((await mine.ask("GET", "/webhooks")).body.items).toEqual([]);
  });
});

describe("POST /webhooks/test", () => {
  test("200: what came back, or why nothing did", async () => {
    const { ask, tenant } = await listeningShop();
    const { body: good } = await ask("POST", "/webhooks", { body: subscription() });
    const { status, body } = await ask("POST", "/webhooks/test", { body: { webhook_id: good.webhook_id } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ delivered: true, status_code: 200, error: null, response: "well", type: "test" });
    expect(hearing.calls.find(({ headers }) => headers["webhook-id"] === body.id)!.body).toMatchObject({
      id: body.id,
      type: "test",
      delivery_id: null,
    });
    const { body: bad } = await ask("POST", "/webhooks", { body: subscription({ url: "http://127.0.0.1:9/" }) });
    expect((await ask("POST", "/webhooks/test", { body: { id: bad.id } })).body).toMatchObject({
      delivered: false,
      status_code: null,
      error: "http://127.0.0.1:9 cannot be reached (ECONNREFUSED)",
    });
    const rows = await tenant.database
      .raw`select status from webhook_call where webhook_id = ${undress("webhook", bad.id)!}`;
    expect([...rows]).toEqual([{ status: "failed" }]);
  });

  test("400, 404, 422: no JSON, unknown, none named", async () => {
    const { ask } = await listeningShop();
    expect(
      (await ask("POST", "/webhooks/test", { body: "{", headers: { "content-type": "application/json" } })).status,
    ).toBe(400);
    expect((await ask("POST", "/webhooks/test", { body: { webhook_id: NOBODY } })).status).toBe(404);
    expect((await ask("POST", "/webhooks/test", { body: {} })).status).toBe(422);
  });
});
