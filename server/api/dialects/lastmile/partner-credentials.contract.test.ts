import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { composeId } from "@/server/domain/ids";
import { keepApi } from "@/server/jobs/handlers/keep-api";
import { logEvents } from "@/server/testing/log-events";
import { type PartnerReply, partnerServer } from "@/server/testing/partner-server";
import { dress, undress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const NOWHERE = dress("partner", composeId(0, 1));
const WAY = {
  pickup: { address: { line1: "Amerika Plads 1", location: { lat: 55.706, lon: 12.588 } } },
  dropoff: { address: { line1: "Bredgade 1" }, location: { lat: 55.6832, lon: 12.5883 } },
  packages: [{ weight: 1500 }, { weight: 500 }],
};

let shared: Shop;
let other: Shop;
beforeAll(async () => {
  shared = await shop();
  other = await shop();
});

async function partnerOf({ ask }: Shop, overrides: Record<string, unknown> = {}) {
  const { body } = await ask("POST", "/partners", { body: { name: "Swift", type: "3pl", ...overrides } });
  return body.partner_id as string;
}

describe("POST /partners/{partnerId}/credentials", () => {
  test("201: stored sealed, tried and signed, and said to nobody: neither answered nor logged nor kept in the clear", async () => {
    const { ask, tenant } = shared;
    const id = await partnerOf(shared);
    // A server that says back what it was sent.
    const server = await partnerServer(({ headers }) => ({ body: { got: headers.authorization } }));
    const secrets = { api_key: "pk_live_tell_nobody", secret: "whsec_tell_nobody", client_id: "cid_tell_nobody" };
    const { status, body } = await ask("POST", `/partners/${id}/credentials`, {
      body: { base_url: `${server.url}/v2/`, ...secrets },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ partner_id: id, connector: "http", fields: ["api_key", "secret", "client_id"] });
    expect(body.test).toMatchObject({ status: "ok", ok: true, latency_ms: expect.any(Number) });
    const [heard] = server.asked;
    expect(heard).toMatchObject({ method: "GET", path: "/v2/health" });
    expect(heard!.headers.authorization).toBe("Bearer pk_live_tell_nobody");
    const signed = createHmac("sha256", secrets.secret).update(`${heard!.headers["x-dray-timestamp"]}.`).digest("hex");
    expect(heard!.headers["x-dray-signature"]).toBe(`sha256=${signed}`);
    const kept = await tenant.database.raw`
      select c::text as row from partner_connection c where organization_id = ${tenant.organizationId}
      union all select e::text from partner_exchange e where organization_id = ${tenant.organizationId}
      union all select v::text from event v where organization_id = ${tenant.organizationId}
      union all select r::text from api_request r where organization_id = ${tenant.organizationId}`;
    expect(kept.length).toBeGreaterThan(2);
    expect(JSON.stringify([kept, body])).not.toContain("tell_nobody");
    expect(JSON.stringify((await ask("GET", `/partners/${id}`)).body)).not.toContain("tell_nobody");
  });

  test("201, 422: a partner who is mailed lists, at times of the day that are such", async () => {
    const { ask } = shared;
    const path = `/partners/${await partnerOf(shared)}/credentials`;
    const manifest = { emails: ["dispatch@swift.example"], send_times: ["07:30", "13:00"] };
    const { status, body } = await ask("POST", path, { body: { manifest } });
    expect([status, body.connector, body.test.status]).toEqual([201, "manifest", "skipped"]);
    for (const wrong of [{ emails: [] }, { emails: ["nobody"] }, { ...manifest, send_times: ["25:00"] }]) {
      expect((await ask("POST", path, { body: { manifest: wrong } })).status).toBe(422);
    }
    expect((await ask("POST", path, { body: { connector: "manifest" } })).status).toBe(422);
  });

  test("201: rotated, the old ones go, and their secrets are forgotten a day later", async () => {
    const { ask, tenant } = shared;
    const id = await partnerOf(shared);
    const path = `/partners/${id}/credentials`;
    const first = await ask("POST", path, { body: { api_key: "first" } });
    expect(first.body).toMatchObject({
      connector: "tariff",
      replaced_credential_id: null,
      test: { status: "skipped" },
    });
    const second = await ask("POST", path, { body: { api_key: "second" } });
    expect(second.body.replaced_credential_id).toBe(first.body.credential_id);
    const sealedOf = () => tenant.database.raw<{ id: string; sealed: string | null }[]>`
      select id, sealed from partner_connection where partner_id = ${undress("partner", id)!} order by id`;
    expect((await sealedOf()).map(({ sealed }) => sealed !== null)).toEqual([true, true]);
    const tomorrow = { now: () => new Date(Date.now() + 25 * 3600_000) };
    await keepApi(tenant.database, tomorrow, { exchangeDays: 180 });
    expect((await sealedOf()).map(({ sealed }) => sealed !== null)).toEqual([false, true]);
  });

  test.each<[string, PartnerReply]>([
    ["hangs", "hang"],
    ["answers 500", { status: 500 }],
    ["answers ten megabytes", "flood"],
    ["sends elsewhere", { status: 302, location: "http://169.254.169.254/latest" }],
  ])("201: a server that %s is kept, and said to have failed", async (_what, reply) => {
    const server = await partnerServer(() => reply);
    const { status, body } = await shared.ask("POST", `/partners/${await partnerOf(shared)}/credentials`, {
      body: { base_url: server.url, secret: "long enough" },
    });
    expect(status).toBe(201);
    expect(body.test).toMatchObject({ status: "failed", ok: false });
    expect(server.asked).toHaveLength(1);
  });

  test("400, 422: nothing in it, wrong types, an address that is none, an unknown connector", async () => {
    const path = `/partners/${await partnerOf(shared)}/credentials`;
    const status = async (body: unknown) => (await shared.ask("POST", path, { body })).status;
    expect(await status({ api_key: 1 })).toBe(400);
    expect(await status([])).toBe(400);
    for (const body of [{}, { base_url: "ftp://x.test" }, { connector: "pigeon" }, { secret: "short" }]) {
      expect(await status(body), JSON.stringify(body)).toBe(422);
    }
    expect(await status({ tariff: { currency: "kroner" } })).toBe(422);
  });

  test("404: nobody's partner, and another tenant's, alike", async () => {
    const foreign = await partnerOf(other);
    for (const id of [NOWHERE, foreign, "nobody"]) {
      expect((await shared.ask("POST", `/partners/${id}/credentials`, { body: { api_key: "k" } })).status).toBe(404);
    }
  });
});

describe("POST /partners/{partnerId}/rates/test", () => {
  test("200: by the partner's price list, or the assumed one where there is none", async () => {
    const id = await partnerOf(shared, { type: "ownfleet" });
    const path = `/partners/${id}/rates/test`;
    const assumed = await shared.ask("POST", path, { body: { ...WAY, distance_meters: 10_000 } });
    expect(assumed).toMatchObject({
      status: 200,
      body: { ok: true, basis: "assumed_tariff", distance_meters: 10_000 },
    });
    expect(assumed.body.price).toEqual({ amount_cents: 1550, amount: 15.5, currency: "DKK" });
    const tariff = { currency: "eur", base_cents: 500, per_km_cents: 100, per_kg_cents: 20, co2_grams_per_km: 90 };
    await shared.ask("POST", `/partners/${id}/credentials`, { body: { tariff } });
    const listed = await shared.ask("POST", path, { body: { ...WAY, distance_meters: 10_000 } });
    expect(listed.body).toMatchObject({
      basis: "tariff",
      co2_grams: 900,
      price: { amount_cents: 1540, currency: "EUR" },
    });
    const estimated = await shared.ask("POST", path, { body: WAY });
    expect(estimated.body.distance_meters).toBeGreaterThan(2500);
  });

  test("200: prices by the kilometre and kilogram count in parts of a cent, emissions in parts of a gram", async () => {
    const id = await partnerOf(shared, { type: "ownfleet" });
    const rates = { per_km_cents: 111.23, per_kg_cents: 0.4, co2_grams_per_km: 219.34 };
    const tariff = { currency: "EUR", base_cents: 500, ...rates };
    const kept = await shared.ask("POST", `/partners/${id}/credentials`, { body: { tariff } });
    expect(kept.status, JSON.stringify(kept.body)).toBe(201);
    const body = { ...WAY, distance_meters: 100_000, packages: [{ weight: 10_000 }] };
    const listed = await shared.ask("POST", `/partners/${id}/rates/test`, { body });
    // 500 + 100 km at 111.23 + 10 kg at 0.4; 100 km at 219.34 g.
    expect(listed.body).toMatchObject({ price: { amount_cents: 11_627, currency: "EUR" }, co2_grams: 21_934 });
  });

  test("200: by the partner's own server, its answer kept word for word", async () => {
    const id = await partnerOf(shared);
    const answer = { price_cents: 990, currency: "DKK", co2_grams: 120, eta_minutes: 55, quote_id: "q-1", more: "ø" };
    const server = await partnerServer(({ path }) => ({ body: path === "/quotes" ? answer : {} }));
    await shared.ask("POST", `/partners/${id}/credentials`, { body: { base_url: server.url } });
    const { body } = await shared.ask("POST", `/partners/${id}/rates/test`, { body: WAY });
    expect(body).toMatchObject({ ok: true, basis: "partner", quote_id: "q-1", eta_minutes: 55, co2_grams: 120 });
    expect(JSON.parse(server.asked[1]!.body)).toMatchObject({
      weight_grams: 2000,
      parcels: 2,
      service_level: "standard",
    });
    const [kept] = await shared.tenant.database.raw`select kind, request, answer, status from partner_exchange
      where partner_id = ${undress("partner", id)!} and kind = 'quote'`;
    expect(kept).toMatchObject({ status: 200, answer: JSON.stringify(answer) });
    expect(kept!.request).toBe(`POST /quotes\n${server.asked[1]!.body}`);
  });

  test.each<PartnerReply>(["hang", "garbage", "flood", { status: 500 }, { status: 302, location: "/health" }])(
    "200: a partner who is of no use (%s) is an answer without a price",
    async (reply) => {
      const id = await partnerOf(shared);
      const server = await partnerServer(({ path }) => (path === "/health" ? {} : reply));
      await shared.ask("POST", `/partners/${id}/credentials`, { body: { base_url: server.url } });
      const { status, body } = await shared.ask("POST", `/partners/${id}/rates/test`, { body: WAY });
      expect({ status, ok: body.ok, price: body.price }).toEqual({ status: 200, ok: false, price: null });
      expect(body.message).not.toBe("");
    },
  );

  test("400, 404, 422: wrong types, nobody's partner, a way nobody can measure", async () => {
    const path = `/partners/${await partnerOf(shared)}/rates/test`;
    const status = async (body: unknown, at = path) => (await shared.ask("POST", at, { body })).status;
    expect(await status({ distance_meters: "far" })).toBe(400);
    expect(await status({})).toBe(422);
    expect(await status({ pickup: { address: { line1: "Bredgade 1" } }, dropoff: WAY.dropoff })).toBe(422);
    expect(await status({ ...WAY, vehicle_type: "rocket" })).toBe(422);
    expect(await status(WAY, `/partners/${NOWHERE}/rates/test`)).toBe(404);
    expect(await status(WAY, `/partners/${await partnerOf(other)}/rates/test`)).toBe(404);
  });
});

describe("GET /partners/{partnerId}/performance", () => {
  test("200: nothing yet; then what was delivered in time and what was not, of the period", async () => {
    const { ask, tenant } = shared;
    const id = await partnerOf(shared, { metadata: { sla: { on_time_pct: 90 } } });
    const path = `/partners/${id}/performance`;
    const none = await ask("GET", path);
    expect(none).toMatchObject({
      status: 200,
      body: { partner_id: id, deliveries: 0, on_time_pct: null, missed_pickups: 0 },
    });
    const windows = ["2031-03-03T10:00:00Z", "2031-03-03T10:00:00Z", "2031-03-03T10:00:00Z"];
    const made = await ask("POST", "/deliveries", {
      body: windows.map((to) => ({
        ...deliveryRequest(),
        dropoff: { ...deliveryRequest().dropoff, window: { from: "2031-03-03T08:00:00Z", to } },
      })),
    });
    const ids: string[] = made.body.deliveries.map(
      (each: { delivery_id: string }) => undress("delivery", each.delivery_id)!,
    );
    const { raw } = tenant.database;
    await raw`update delivery set partner_id = ${undress("partner", id)!}, status = 'delivered'
      where organization_id = ${tenant.organizationId} and id = any(${ids.slice(0, 2)}::uuid[])`;
    await raw`update delivery set partner_id = ${undress("partner", id)!}, status = 'failed' where id = ${ids[2]!}`;
    const cameAt = ["2031-03-03T09:59:00Z", "2031-03-03T10:01:00Z"];
    const changed = { type: "delivery.changed", entity: "delivery", after: { status: "delivered" } } as const;
    await logEvents(
      tenant,
      cameAt.map((at, index) => ({ ...changed, entityId: ids[index]!, occurredAt: new Date(at) })),
    );
    const { body } = await ask("GET", path);
    expect(body).toMatchObject({
      deliveries: 3,
      delivered: 2,
      failed: 1,
      on_time: 1,
      on_time_pct: 50,
      success_pct: 66.7,
    });
    expect(body.sla).toEqual({ on_time_target_pct: 90, met: false });
    const before = await ask("GET", `${path}?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z`);
    expect(before.body.deliveries).toBe(0);
  });

  test("400, 404: a period that ends before it begins, nobody's partner", async () => {
    const path = `/partners/${await partnerOf(shared)}/performance`;
    for (const query of ["from=2030-01-01T00:00:00Z&to=2020-01-01T00:00:00Z", "from=monday"]) {
      expect((await shared.ask("GET", `${path}?${query}`)).status).toBe(400);
    }
    for (const id of [NOWHERE, await partnerOf(other)]) {
      expect((await shared.ask("GET", `/partners/${id}/performance`)).status).toBe(404);
    }
  });
});
