import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { handOverDeliveries } from "@/server/services/partner/hand-over-deliveries";
import { apiClient } from "@/server/testing/api-client";
import { testProject } from "@/server/testing/order-builders";
import { partnerServer } from "@/server/testing/partner-server";
import { type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { testTenant } from "@/server/testing/test-tenant";
import { dress, undress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, shop } from "./testing/shop";
import { webhookMessageSchema } from "./wire/webhook";

const PATH = "/sandbox/partner-callbacks";
const HOUR_MS = 3600_000;

let hearing: Subscriber;
beforeAll(async () => {
  hearing = await startSubscriber((_call, _request, response) => response.end());
});
afterAll(() => hearing.close());

/** Somebody's sandbox as its key sees it, which asks for its own; and a real organization beside it. */
async function sandboxShop() {
  const owner = await shop();
  const tenant = await testTenant({
    webhookSender: createHttpWebhookSender({ allowPrivate: true }),
    webhookFormats: webhookFormatsOf([lastmile]),
  });
  await testProject(tenant);
  const client = await apiClient(lastmile, tenant);
  await tenant.database.raw`insert into sandbox (organization_id, of_organization_id, created_at)
    values (${tenant.organizationId}, ${owner.tenant.organizationId}, now())`;
  const scopes = ["plans:write", "deliveries:read", "deliveries:write", "fleet:write", "fleet:read", "settings:write"];
  const { body } = await client.ask("POST", "/keys", { body: { name: "Sandbox", kind: "sandbox", scopes } });
  const ask = (method: string, path: string, said?: object) =>
    client.ask(method, path, { token: body.key, ...(said && { body: said }) });
  return { owner, tenant, ask };
}
type Sandbox = Awaited<ReturnType<typeof sandboxShop>>;

/** A delivery with a partner whose server is somewhere real. */
async function handedOver({ ask, tenant }: Pick<Sandbox, "ask" | "tenant">) {
  const server = await partnerServer(() => ({ body: { accepted: true, price_cents: 1, currency: "DKK" } }));
  const { body: partner } = await ask("POST", "/partners", { name: "Swift", type: "3pl" });
  const partner_id: string = partner.partner_id;
  const credentials = { base_url: server.url, api_key: "a key of theirs" };
  const connected = await ask("POST", `/partners/${partner_id}/credentials`, credentials);
  const { body: delivery } = await ask("POST", "/deliveries", deliveryRequest());
  const deliveryId = undress("delivery", delivery.delivery_id)!;
  const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds: [deliveryId] });
  return {
    partner_id,
    assignment_id: dress("assignment", verdict!.handoverId!),
    asked: server.asked,
    connected: connected.body,
    statusOf: async () => (await ask("GET", `/deliveries/${delivery.delivery_id}`)).body.status as string,
  };
}

const outcomes = ({ body }: Awaited<ReturnType<Sandbox["ask"]>>) =>
  body.results.map(({ status, outcome }: Record<string, string>) => `${status} ${outcome}`);

describe("POST /sandbox/partner-callbacks", () => {
  test("200: a partner's words go the way every partner's go; his server is never asked", async () => {
    const shared = await sandboxShop();
    const { partner_id, assignment_id, asked, connected, statusOf } = await handedOver(shared);
    expect(connected.test).toMatchObject({ status: "skipped" });
    expect(await statusOf()).toBe("assigned");
    const updates = [{ status: "picked_up" }, { status: "delivered", recipient_name: "Jane" }];
    const answer = await shared.ask("POST", PATH, { partner_id, assignment_id, updates });
    expect(answer).toMatchObject({ status: 200, body: { assignment_id, sandbox: true } });
    expect(outcomes(answer)).toEqual(["picked_up applied", "delivered applied"]);
    expect(await statusOf()).toBe("delivered");
    const kept = await shared.tenant.database.raw`select kind from partner_exchange
      where partner_id = ${undress("partner", partner_id)!} and kind = 'status'`;
    expect(kept).toHaveLength(2);
    const pickup = { location: { lat: 55.7, lon: 12.6 } };
    const dropoff = { location: { lat: 55.6, lon: 12.5 } };
    const rate = await shared.ask("POST", `/partners/${partner_id}/rates/test`, { pickup, dropoff });
    expect(rate.body).toMatchObject({ ok: true });
    expect(asked).toEqual([]);
  });

  test("200: twice, late and out of order; what contradicts the end is refused and said", async () => {
    const shared = await sandboxShop();
    const { partner_id, assignment_id, statusOf } = await handedOver(shared);
    const updates = [{ status: "enroute" }, { status: "arrived" }, { status: "delivered", event_id: "end" }];
    const how = { copies: 2, late_seconds: 7200, order: "reversed" };
    const answer = await shared.ask("POST", PATH, { partner_id, assignment_id, updates, ...how });
    expect(outcomes(answer)).toEqual([
      "delivered applied",
      "delivered duplicate",
      "arrived superseded",
      "arrived duplicate",
      "enroute superseded",
      "enroute duplicate",
    ]);
    const times = answer.body.results.map(({ occurred_at }: { occurred_at: string }) => Date.parse(occurred_at));
    expect(times[0] - times[4]).toBe(2000);
    expect(times[0]).toBeLessThan(Date.now() - HOUR_MS);
    const again = [{ status: "delivered", event_id: "end" }, { status: "failed" }];
    const more = await shared.ask("POST", PATH, { partner_id, assignment_id, updates: again });
    expect(outcomes(more)).toEqual(["delivered duplicate", "failed refused"]);
    expect(await statusOf()).toBe("delivered");
  });

  test("403, 404: a production key, production's ids, another partner's assignment; nothing is changed", async () => {
    const shared = await sandboxShop();
    const { owner, ask } = shared;
    const real = await owner.ask("POST", "/partners", { body: { name: "Real", type: "3pl" } });
    const mine = await handedOver(shared);
    const { body: rival } = await ask("POST", "/partners", { name: "Rival", type: "3pl" });
    const { raw } = owner.tenant.database;
    const seq = () => raw`select last_seq from event_sequence where organization_id = ${owner.tenant.organizationId}`;
    const before = await seq();
    const said = { partner_id: mine.partner_id, assignment_id: mine.assignment_id, updates: [{ status: "enroute" }] };
    expect((await owner.ask("POST", PATH, { body: said })).status).toBe(403);
    expect((await ask("POST", PATH, { ...said, partner_id: real.body.partner_id })).status).toBe(404);
    expect((await ask("POST", PATH, { ...said, partner_id: rival.partner_id })).status).toBe(404);
    expect(await seq()).toEqual(before);
    expect(await mine.statusOf()).toBe("assigned");
  });

  test("400, 422: nothing said, words and orders nobody knows", async () => {
    const { ask } = await sandboxShop();
    const said = { partner_id: "ptn_1", assignment_id: "asg_1", updates: [{ status: "enroute" }] };
    expect((await ask("POST", PATH, { partner_id: "ptn_1", assignment_id: "asg_1" })).status).toBe(400);
    expect((await ask("POST", PATH, { ...said, updates: [] })).status).toBe(422);
    expect((await ask("POST", PATH, { ...said, updates: [{ status: "vaporised" }] })).status).toBe(422);
    expect((await ask("POST", PATH, { ...said, order: "shuffled" })).status).toBe(422);
    expect((await ask("POST", PATH, { ...said, copies: 6 })).status).toBe(422);
  });
});

describe("POST /sandbox/partner-behavior", () => {
  /** Two partners and what becomes of a delivery that is handed over while the first of them behaves like this. */
  async function handOverTo(behavior: Record<string, unknown>) {
    const shared = await sandboxShop();
    const { ask, tenant } = shared;
    const [first, second] = await Promise.all(
      ["Bad", "Good"].map(async (name, index) => {
        const { body } = await ask("POST", "/partners", { name, type: "3pl" });
        const tariff = { currency: "DKK", base_cents: 100 * (index + 1) };
        await ask("POST", `/partners/${body.partner_id}/credentials`, { tariff });
        return body.partner_id as string;
      }),
    );
    const told = await ask("POST", "/sandbox/partner-behavior", { partner_id: first, ...behavior });
    const from = { address: { line1: "Amerika Plads 1", location: { lat: 55.706, lon: 12.588 } } };
    const { body: delivery } = await ask("POST", "/deliveries", deliveryRequest({ pickup: from }));
    const deliveryIds = [undress("delivery", delivery.delivery_id)!];
    const [verdict] = await handOverDeliveries(tenant.context(), { deliveryIds });
    const nameOf = (id: string | null) => (id && dress("partner", id) === first ? "bad" : id && "good");
    const kept = await tenant.database.raw`select kind, status, failure from partner_exchange
      where organization_id = ${tenant.organizationId} and partner_id = ${undress("partner", first!)!} order by id`;
    return {
      told,
      second,
      asked: verdict!.attempts.map(({ partnerId, outcome }) => `${nameOf(partnerId)} ${outcome}`),
      has: nameOf(verdict!.partnerId),
      kept: kept.map(({ kind, status }) => `${kind} ${status}`),
      ask,
    };
  }

  test("200: with 500, garbage, silence or no the next one has it, and what was said is kept", async () => {
    const error = await handOverTo({ answer: "error" });
    expect(error.told).toMatchObject({ status: 200, body: { answer: "error", delay_seconds: 0, sandbox: true } });
    // Who quotes no price is asked last: the other one took it.
    expect([error.asked, error.has]).toEqual([["good accepted"], "good"]);
    expect(error.kept).toEqual(["quote 500"]);
    const declined = await handOverTo({ answer: "decline" });
    expect([declined.asked, declined.has]).toEqual([["bad declined", "good accepted"], "good"]);
    expect(declined.kept).toEqual(["quote 200", "hand-over 200"]);
    for (const answer of ["garbage", "silence"]) {
      const { asked, has } = await handOverTo({ answer });
      expect([asked, has]).toEqual([["good accepted"], "good"]);
    }
  });

  test("200: late, he has it all the same; later, it waits for his word", async () => {
    const late = await handOverTo({ delay_seconds: 0.05 });
    expect([late.asked, late.has]).toEqual([["bad accepted"], "bad"]);
    const awaited = await handOverTo({ answer: "later" });
    expect(awaited.asked).toEqual(["bad awaited"]);
    // Later than anybody waits for is not at all.
    expect((await handOverTo({ delay_seconds: 30 })).has).toBe("good");
  });

  test("403, 404, 422: a production key, nobody's partner, behaviour nobody knows", async () => {
    const { owner, ask } = await sandboxShop();
    const { body: real } = await owner.ask("POST", "/partners", { body: { name: "Real", type: "3pl" } });
    const path = "/sandbox/partner-behavior";
    expect((await owner.ask("POST", path, { body: { partner_id: real.partner_id, answer: "error" } })).status).toBe(
      403,
    );
    expect((await ask("POST", path, { partner_id: real.partner_id, answer: "error" })).status).toBe(404);
    expect((await ask("POST", path, { partner_id: real.partner_id, answer: "explode" })).status).toBe(422);
    expect((await ask("POST", path, { partner_id: real.partner_id, delay_seconds: 31 })).status).toBe(422);
  });
});

test("a sandbox's messages to subscribers say that they are one's, and nobody else's do", async () => {
  const callOf = async (ask: Sandbox["ask"]) => {
    const { body: hook } = await ask("POST", "/webhooks", { url: hearing.url, events: ["delivery.created"] });
    const { body } = await ask("POST", "/webhooks/test", { webhook_id: hook.webhook_id });
    return hearing.calls.find(({ headers }) => headers["webhook-id"] === body.id)!;
  };
  const inside = await callOf((await sandboxShop()).ask);
  expect(webhookMessageSchema.parse(inside.body).sandbox).toBe(true);
  expect(inside.headers["x-dray-sandbox"]).toBe("true");
  const real = await testTenant({
    webhookSender: createHttpWebhookSender({ allowPrivate: true }),
    webhookFormats: webhookFormatsOf([lastmile]),
  });
  const client = await apiClient(lastmile, real);
  const outside = await callOf((method, path, body) => client.ask(method, path, body && { body }));
  expect(outside.body).not.toHaveProperty("sandbox");
  expect(outside.headers).not.toHaveProperty("x-dray-sandbox");
});
