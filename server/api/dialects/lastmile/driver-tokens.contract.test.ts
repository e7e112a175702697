import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import { apiClient } from "@/server/testing/api-client";
import { FakeClock } from "@/server/testing/fake-clock";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { type Shop, shop } from "./testing/shop";

const NOBODY = dress("driver", "01980000-0000-8000-8000-000000000001");
let mine: Shop;

beforeAll(async () => {
  mine = await shop();
});

async function driverOf({ ask }: Pick<Shop, "ask">): Promise<string> {
  return (await ask("POST", "/drivers", { body: { name: "Ida Holm" } })).body.id;
}

describe("POST /drivers/{driverId}/impersonate-token", () => {
  test("201: a token that says how long it lasts; the audit trail says who asked", async () => {
    const id = await driverOf(mine);
    const { status, body } = await mine.ask("POST", `/drivers/${id}/impersonate-token`);
    expect(status).toBe(201);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 900, driver_id: id });
    const { body: audit } = await mine.ask("GET", "/audit");
    const said = audit.items.find(({ action }: { action: string }) => action === "driver.token-issued");
    expect(JSON.stringify(said)).toContain("Shop");
    expect(JSON.stringify(audit)).not.toContain(body.token);
    const short = await mine.ask("POST", `/drivers/${id}/impersonate-token`, { body: { ttl_seconds: 60 } });
    expect(short.body.expires_in).toBe(60);
  });

  test("409: named twice, the token is not said again; nor is one given for who drives no more", async () => {
    const id = await driverOf(mine);
    const headers = { "idempotency-key": "token-1" };
    expect((await mine.ask("POST", `/drivers/${id}/impersonate-token`, { headers })).status).toBe(201);
    expect((await mine.ask("POST", `/drivers/${id}/impersonate-token`, { headers })).status).toBe(409);
    await mine.ask("DELETE", `/drivers/${id}`);
    expect((await mine.ask("POST", `/drivers/${id}/impersonate-token`)).status).toBe(409);
  });

  test("403, 404, 422: not by any key, for a driver of ours, for a quarter of an hour at most", async () => {
    const id = await driverOf(mine);
    const fleet = await apiClient(lastmile, mine.tenant, { scopes: ["fleet:write", "fleet:read"] });
    expect((await fleet.ask("POST", `/drivers/${id}/impersonate-token`)).status).toBe(403);
    expect((await mine.ask("POST", `/drivers/${NOBODY}/impersonate-token`)).status).toBe(404);
    const other = await shop();
    expect((await other.ask("POST", `/drivers/${id}/impersonate-token`)).status).toBe(404);
    const body = { ttl_seconds: 901 };
    expect((await mine.ask("POST", `/drivers/${id}/impersonate-token`, { body })).status).toBe(422);
  });
});

describe("a driver's token", () => {
  test("403: opens nothing that is not a driver's, and says so", async () => {
    const id = await driverOf(mine);
    const { token } = (await mine.ask("POST", `/drivers/${id}/impersonate-token`)).body;
    for (const path of [`/drivers/${id}`, "/deliveries", "/keys", "/audit"]) {
      const { status, body } = await mine.ask("GET", path, { token });
      expect([path, status, body.error.code]).toEqual([path, 403, "credential"]);
    }
    const again = await mine.ask("POST", `/drivers/${id}/impersonate-token`, { token });
    expect(again.status).toBe(403);
  });

  test("401: once its time is over, once he drives no more, and if anything in it was changed", async () => {
    const clock = new FakeClock("2026-06-10T07:00:00Z");
    const tenant = await testTenant({ clock });
    await testProject(tenant);
    const { ask } = await apiClient(lastmile, tenant, { now: () => clock.now() });
    const [gone, here] = [await driverOf({ ask }), await driverOf({ ask })];
    const tokenOf = async (id: string) => (await ask("POST", `/drivers/${id}/impersonate-token`)).body.token as string;
    const [first, second] = [await tokenOf(gone), await tokenOf(here)];
    const statusOf = async (token: string) => (await ask("GET", "/drivers", { token })).status;
    expect([await statusOf(first), await statusOf(second)]).toEqual([403, 403]);
    await ask("DELETE", `/drivers/${gone}`);
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 403]);
    const [claims, signature] = second.slice("dray_dt_".length).split(".");
    const forged = Buffer.from(claims!, "base64url")
      .toString()
      .replace(/"e":\d/, '"e":9');
    expect(await statusOf(`dray_dt_${Buffer.from(forged).toString("base64url")}.${signature}`)).toBe(401);
    expect(await statusOf(second.replace("dray_dt_", "dray_at_"))).toBe(401);
    clock.advanceSeconds(1800);
    expect(await statusOf(second)).toBe(401);
  });
});

test("the document says which endpoints take which kind of token", () => {
  const { paths, components } = openApiDocument(lastmile);
  expect(paths["/drivers/{driverId}/impersonate-token"]?.post?.security).toEqual([{ bearer: ["keys:manage"] }]);
  expect(paths["/public/track"]?.get?.security).toEqual([]);
  expect(components.securitySchemes).toMatchObject({ bearer: { type: "http", scheme: "bearer" } });
});
