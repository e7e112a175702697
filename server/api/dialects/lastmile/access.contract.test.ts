import { describe, expect, test } from "vitest";
import { keepApi } from "@/server/jobs/handlers/keep-api";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { rotateApiKey } from "@/server/services/api-key/rotate-api-key";
import { claimRequest } from "@/server/services/api-request/claim-request";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { apiClient } from "@/server/testing/api-client";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, shop } from "./testing/shop";

const LIST = "/deliveries?limit=1";

describe("who asks", () => {
  test("401: no token, one of nobody, one that is shut, one that has run out", async () => {
    const { ask, tenant, keyId } = await shop();
    expect((await ask("GET", LIST)).status).toBe(200);
    const bare = await ask("GET", LIST, { token: null });
    expect(bare.status).toBe(401);
    expect(bare.headers.get("www-authenticate")).toContain("Bearer");
    expect(bare.body.error).toMatchObject({ code: "unauthenticated", correlation_id: expect.any(String) });
    for (const token of ["nonsense", "dray_at_e30.x", "dray_at_", "dray_live_0"]) {
      expect((await ask("GET", LIST, { token })).status).toBe(401);
    }
    await revokeApiKey(tenant.context(), { id: keyId });
    expect((await ask("GET", LIST)).status).toBe(401);
  });

  test("403: a key that was not made for it, and a header that names another tenant", async () => {
    const reader = await shop(["deliveries:read"]);
    const refused = await reader.ask("POST", "/deliveries", { body: deliveryRequest() });
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({ code: "scope", details: { scope: "deliveries:write" } });
    const other = await testTenant();
    const strange = { "x-tenant-id": other.organizationId };
    expect((await reader.ask("GET", LIST, { headers: strange })).status).toBe(403);
    const own = { "x-tenant-id": reader.tenant.organizationId };
    expect((await reader.ask("GET", LIST, { headers: own })).status).toBe(200);
  });

  test("200: a token for a key's id and secret, by body, form or Basic, for some of its scopes", async () => {
    const { ask, keyId, secret, tenant } = await shop();
    const client_id = dress("API key", keyId);
    const grant = { grant_type: "client_credentials", client_id, client_secret: secret };
    const whole = await ask("POST", "/oauth/token", { token: null, body: grant });
    expect(whole).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 3600 } });
    expect((await ask("GET", LIST, { token: whole.body.access_token })).status).toBe(200);
    const form = new URLSearchParams({ ...grant, scope: "deliveries:read" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const reading = await ask("POST", "/oauth/token", { token: null, body: form, headers });
    expect(reading.body.scope).toBe("deliveries:read");
    const token = reading.body.access_token;
    expect((await ask("POST", "/deliveries", { token, body: deliveryRequest() })).status).toBe(403);
    const basic = { authorization: `Basic ${Buffer.from(`${client_id}:${secret}`).toString("base64")}` };
    const byBasic = await ask("POST", "/oauth/token", {
      token: null,
      headers: basic,
      body: { grant_type: "client_credentials" },
    });
    expect(byBasic.status).toBe(200);
    await revokeApiKey(tenant.context(), { id: keyId });
    expect((await ask("GET", LIST, { token })).status).toBe(401);
  });

  test("a client’s secret opens nothing by itself; its tokens end with it, and last no longer than it does", async () => {
    let at = Date.now();
    const tenant = await testTenant();
    const { ask } = await apiClient(lastmile, tenant, { now: () => new Date(at) });
    const scopes = ["deliveries:read", "deliveries:write"] as const;
    const expiresAt = new Date(at + 600_000);
    const made = await createApiKey(tenant.context(), { name: "Shop", scopes: [...scopes], isClient: true, expiresAt });
    const client_id = dress("API key", made.id);
    const grant = { grant_type: "client_credentials", client_id, client_secret: made.secret };
    expect((await ask("GET", LIST, { token: made.secret })).status).toBe(401);
    const given = await ask("POST", "/oauth/token", {
      token: null,
      body: { ...grant, scope: "deliveries:read audit:read" },
    });
    expect(given.body).toMatchObject({ scope: "deliveries:read", expires_in: 600 });
    const token = given.body.access_token;
    expect((await ask("GET", LIST, { token })).status).toBe(200);
    expect((await ask("POST", "/deliveries", { token, body: deliveryRequest() })).status).toBe(403);
    const nothing = await ask("POST", "/oauth/token", { token: null, body: { ...grant, scope: "audit:read" } });
    expect(nothing.status).toBe(422);
    const { secret } = await rotateApiKey(tenant.context(), { id: made.id, overlapDays: 0 });
    expect((await ask("GET", LIST, { token })).status).toBe(401);
    const again = await ask("POST", "/oauth/token", { token: null, body: { ...grant, client_secret: secret } });
    expect((await ask("GET", LIST, { token: again.body.access_token })).status).toBe(200);
    const [{ last_used_at }] = (await ask("GET", "/keys")).body.items;
    expect(last_used_at).not.toBeNull();
    at += 600_000;
    expect((await ask("GET", LIST, { token: again.body.access_token })).status).toBe(401);
  });

  test("a key that was made for another API is given no token here", async () => {
    const tenant = await testTenant({ vendors: new Map([["other", {}]]) as never });
    const { ask } = await apiClient(lastmile, tenant);
    const { secret } = await createApiKey(tenant.context(), {
      name: "x",
      scopes: ["deliveries:read"],
      dialect: "other",
    });
    const grant = { grant_type: "client_credentials", client_secret: secret };
    expect((await ask("POST", "/oauth/token", { token: null, body: grant })).status).toBe(401);
    expect((await ask("GET", LIST, { token: secret })).status).toBe(401);
  });

  test("401, 422: another client's secret, a token for a token, another grant", async () => {
    const { ask, keyId, secret } = await shop();
    const grant = { grant_type: "client_credentials", client_secret: secret };
    const stranger = { ...grant, client_id: dress("API key", (await testTenant()).organizationId) };
    expect((await ask("POST", "/oauth/token", { token: null, body: stranger })).status).toBe(401);
    const { body } = await ask("POST", "/oauth/token", { token: null, body: grant });
    const again = { ...grant, client_secret: body.access_token };
    expect((await ask("POST", "/oauth/token", { token: null, body: again })).status).toBe(401);
    const other = { ...grant, grant_type: "password", client_id: dress("API key", keyId) };
    expect((await ask("POST", "/oauth/token", { token: null, body: other })).status).toBe(422);
  });

  test("401: a token an hour later", async () => {
    let at = Date.now();
    const tenant = await testTenant();
    const { ask, secret } = await apiClient(lastmile, tenant, { now: () => new Date(at) });
    const grant = { grant_type: "client_credentials", client_secret: secret };
    const { body } = await ask("POST", "/oauth/token", { token: null, body: grant });
    at += 3_599_000;
    expect((await ask("GET", LIST, { token: body.access_token })).status).toBe(200);
    at += 2000;
    expect((await ask("GET", LIST, { token: body.access_token })).status).toBe(401);
  });

  test("429: more than a key's requests a minute, with when to ask again", async () => {
    const tenant = await testTenant();
    const { ask } = await apiClient(lastmile, tenant, { now: () => new Date(0), requestsPerMinute: 3 });
    for (let count = 0; count < 3; count++) expect((await ask("GET", LIST)).status).toBe(200);
    const refused = await ask("GET", LIST);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(lastmile.requestsPerMinute).toBeGreaterThanOrEqual(600);
  });
});

describe("what a request is made of", () => {
  test("400, 415, 413, 404, 405: not JSON, another type, too large, no endpoint, another method", async () => {
    const { ask } = await shop();
    const json = { "content-type": "application/json" };
    expect((await ask("POST", "/deliveries", { body: "{", headers: json })).status).toBe(400);
    expect((await ask("POST", "/deliveries", { body: "[1]", headers: json })).status).toBe(400);
    expect((await ask("POST", "/deliveries", { body: "a=1", headers: { "content-type": "text/csv" } })).status).toBe(
      415,
    );
    const large = JSON.stringify(deliveryRequest({ source: "x".repeat(lastmile.maxBodyBytes) }));
    expect((await ask("POST", "/deliveries", { body: large, headers: json })).status).toBe(413);
    expect(await ask("GET", "/nowhere")).toMatchObject({ status: 404, body: { error: { code: "no_such_endpoint" } } });
    const wrong = await ask("DELETE", "/deliveries");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("POST, GET");
  });

  test("a sender's own correlation id is said back, and is in the log", async () => {
    const { ask, tenant } = await shop();
    const headers = { "x-correlation-id": "shop-12345678" };
    const { headers: said } = await ask("POST", "/deliveries", { body: deliveryRequest(), headers });
    expect(said.get("x-correlation-id")).toBe("shop-12345678");
    const [row] = await tenant.database.raw`select correlation_id, actor_kind from event
      where organization_id = ${tenant.organizationId} and type = 'delivery.created'`;
    expect(row).toEqual({ correlation_id: "shop-12345678", actor_kind: "api" });
  });
});

describe("named requests", () => {
  const named = (name: string) => ({ "idempotency-key": name });

  test("201 twice, made once: the same answer to the same request", async () => {
    const { ask } = await shop();
    const first = await ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("a") });
    const again = await ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("a") });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect((await ask("GET", "/deliveries")).body.items).toHaveLength(1);
    const other = await ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("b") });
    expect(other.body.delivery_id).not.toBe(first.body.delivery_id);
  });

  test("409: the same name for another body; refusals are kept as well", async () => {
    const { ask } = await shop();
    await ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("a") });
    const other = await ask("POST", "/deliveries", { body: deliveryRequest({ order_id: "x" }), headers: named("a") });
    expect(other).toMatchObject({ status: 409, body: { error: { code: "name_reused" } } });
    const wrong = deliveryRequest({ priority: "urgent" });
    for (let count = 0; count < 2; count++) {
      expect((await ask("POST", "/deliveries", { body: wrong, headers: named("c") })).status).toBe(422);
    }
  });

  test("409: of requests that come at once under one name one is made, whichever", async () => {
    const { ask } = await shop();
    const send = () => ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("at once") });
    const answers = await Promise.all([send(), send(), send(), send()]);
    for (const { status, body } of answers) expect([201, 409], JSON.stringify(body)).toContain(status);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await ask("GET", "/deliveries")).body.items).toHaveLength(1);
  });

  test("409: done by a process that died before it answered, it is not done again, then or a day long", async () => {
    let at = Date.now();
    const tenant = await testTenant({ clock: { now: () => new Date(at) } });
    const projectId = await testProject(tenant);
    const { ask, keyId } = await apiClient(lastmile, tenant);
    const request = { keyId, endpoint: "POST /deliveries", name: "died" };
    const services = { ...tenant.context(), request };
    await claimRequest(services, request);
    await createDeliveries(services, { projectId, deliveries: [dropoffDraft(1)] });
    const again = () => ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("died") });
    expect(await again()).toMatchObject({ status: 409, body: { error: { code: "under_way" } } });
    at += 130_000;
    const { status, body } = await again();
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: "answer_lost",
      details: { correlation_id: services.correlationId },
    });
    expect((await ask("GET", "/deliveries")).body.items).toHaveLength(1);
  });

  test("201: of a process that died before it did anything the name is given up after two minutes", async () => {
    let at = Date.now();
    const tenant = await testTenant({ clock: { now: () => new Date(at) } });
    await testProject(tenant);
    const { ask, keyId } = await apiClient(lastmile, tenant);
    await claimRequest(tenant.context(), { keyId, endpoint: "POST /deliveries", name: "died" });
    const again = () => ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("died") });
    expect((await again()).status).toBe(409);
    at += 130_000;
    expect((await again()).status).toBe(201);
  });

  test("the names of two keys do not meet, and a day later a name is free", async () => {
    const { ask, tenant } = await shop();
    const second = await apiClient(lastmile, tenant);
    await ask("POST", "/deliveries", { body: deliveryRequest(), headers: named("a") });
    await second.ask("POST", "/deliveries", { body: deliveryRequest({ order_id: "x" }), headers: named("a") });
    expect((await ask("GET", "/deliveries")).body.items).toHaveLength(2);
    const later = { now: () => new Date(Date.now() + 25 * 3600_000) };
    expect((await keepApi(tenant.database, later, { exchangeDays: 180 })).requests).toBeGreaterThanOrEqual(2);
    const anew = await ask("POST", "/deliveries", { body: deliveryRequest({ order_id: "y" }), headers: named("a") });
    expect(anew.status).toBe(201);
  });
});
