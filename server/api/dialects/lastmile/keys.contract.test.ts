import { describe, expect, test } from "vitest";
import { shop } from "./testing/shop";

describe("POST /keys", () => {
  test("201: its secret is shown once, works, and may do no more than it was made for", async () => {
    const { ask } = await shop();
    const { status, body } = await ask("POST", "/keys", { body: { name: "Till", scopes: ["deliveries:read"] } });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^dray_live_/);
    expect((await ask("GET", "/deliveries", { token: body.key })).status).toBe(200);
    expect((await ask("GET", "/keys", { token: body.key })).status).toBe(403);
  });

  test("403: a key cannot make one that may more than itself", async () => {
    const { ask } = await shop(["keys:manage"]);
    const refused = await ask("POST", "/keys", { body: { name: "Till", scopes: ["deliveries:write"] } });
    expect(refused.status).toBe(403);
  });

  test("400, 422: no name, no scope, an unknown one", async () => {
    const { ask } = await shop();
    expect((await ask("POST", "/keys", { body: { scopes: ["deliveries:read"] } })).status).toBe(400);
    expect((await ask("POST", "/keys", { body: { name: "x", scopes: [] } })).status).toBe(422);
    expect((await ask("POST", "/keys", { body: { name: "x", scopes: ["everything"] } })).status).toBe(422);
  });

  test("409: named and asked again, it is not made twice, and its secret is neither kept nor said again", async () => {
    const { ask, tenant } = await shop();
    const request = {
      body: { name: "Till", scopes: ["deliveries:read"] },
      headers: { "idempotency-key": "till" },
    };
    const { body } = await ask("POST", "/keys", request);
    expect((await ask("POST", "/keys", request)).status).toBe(409);
    expect((await ask("GET", "/keys")).body.items).toHaveLength(2);
    const rows = await tenant.database.raw`select * from api_request where organization_id = ${tenant.organizationId}`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(body.key);
  });

  test("422: it would be over before it begins", async () => {
    const { ask } = await shop();
    const expired = { name: "Old", scopes: ["deliveries:read"], expires_at: "2020-01-01T00:00:00Z" };
    expect((await ask("POST", "/keys", { body: expired })).status).toBe(422);
    expect((await ask("GET", "/keys")).body.items).toHaveLength(1);
  });
});

describe("GET /keys", () => {
  test("200: all of them, newest first, with when they were used and without their secrets", async () => {
    const { ask, secret } = await shop();
    const { body: made } = await ask("POST", "/keys", { body: { name: "Till", scopes: ["deliveries:read"] } });
    const { status, body } = await ask("GET", "/keys");
    expect(status).toBe(200);
    expect(body.items.map((each: { name: string }) => each.name)).toEqual(["Till", "Shop"]);
    expect(body.items[1]).toMatchObject({ last_used_at: expect.any(String), revoked_at: null });
    expect(JSON.stringify(body)).not.toContain(made.key);
    expect(JSON.stringify(body)).not.toContain(secret);
  });
});
