import { describe, expect, test } from "vitest";
import type { PositionBatch } from "@/server/ports/position-sink";
import { moveStops } from "@/server/services/plan/move-stops";
import { apiClient } from "@/server/testing/api-client";
import { testProject } from "@/server/testing/order-builders";
import { planScenario } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { shop } from "./testing/shop";

const NOBODY = dress("driver", "01980000-0000-8000-8000-000000000001");
const request = {
  external_driver_id: "emp-7",
  name: "Ida Holm",
  phone: "+4520123456",
  email: "ida@example.com",
  skills: ["fragile", "cold"],
  documents: ["doc_1"],
  metadata: { shirt: "M" },
};

describe("POST /drivers", () => {
  test("201: a driver comes back as he was sent, with his partner and his vehicle by any name", async () => {
    const { ask } = await shop();
    const { body: partner } = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    await ask("POST", "/vehicles", { body: { vehicle_id: "v 1", type: "van" } });
    const sent = { ...request, partner_id: partner.id, vehicle_id: "v 1" };
    const { status, body } = await ask("POST", "/drivers", { body: sent });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...sent, id: body.driver_id, status: "offline", active: true, version: 1 });
    expect((await ask("GET", `/drivers/${body.id}`)).body).toEqual(body);
  });

  test("404, 409, 422: no such vehicle or partner, a name that is another's, no e-mail address", async () => {
    const { ask } = await shop();
    await ask("POST", "/drivers", { body: request });
    expect((await ask("POST", "/drivers", { body: request })).status).toBe(409);
    const stranger = { ...request, external_driver_id: "other" };
    expect((await ask("POST", "/drivers", { body: { ...stranger, vehicle_id: "nothing" } })).status).toBe(404);
    expect((await ask("POST", "/drivers", { body: { ...stranger, partner_id: "nobody" } })).status).toBe(404);
    expect((await ask("POST", "/drivers", { body: { ...stranger, email: "ida" } })).status).toBe(422);
    expect((await ask("POST", "/drivers", { body: {} })).status).toBe(400);
    expect((await ask("GET", "/drivers")).body.items).toHaveLength(1);
  });
});

describe("GET /drivers/{driverId}", () => {
  test("404: unknown, another tenant's", async () => {
    const { ask } = await shop();
    const { body } = await ask("POST", "/drivers", { body: request });
    const other = await shop();
    for (const id of [NOBODY, body.id, "x"]) expect((await other.ask("GET", `/drivers/${id}`)).status).toBe(404);
  });
});

describe("GET /drivers", () => {
  test("200: by partner, status and page", async () => {
    const { ask } = await shop();
    const { body: partner } = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    const ids: string[] = [];
    for (const [name, partner_id] of [["A"], ["B", partner.id], ["C"]]) {
      ids.push((await ask("POST", "/drivers", { body: { name, partner_id } })).body.id);
    }
    const names = async (query: string) =>
      (await ask("GET", `/drivers?${query}`)).body.items.map(({ name }: { name: string }) => name);
    await ask("POST", `/drivers/${ids[0]}/status`, { body: { status: "available" } });
    await ask("DELETE", `/drivers/${ids[2]}`);
    expect(await names("")).toEqual(["C", "B", "A"]);
    expect(await names(`partner_id=${partner.id}`)).toEqual(["B"]);
    expect(await names("status=available")).toEqual(["A"]);
    expect(await names("status=offline")).toEqual(["B"]);
    expect(await names("status=deactivated")).toEqual(["C"]);
    const { body } = await ask("GET", "/drivers?limit=2");
    expect(await names(`limit=2&cursor=${body.next_cursor}`)).toEqual(["A"]);
    expect((await ask("GET", "/drivers?status=asleep")).status).toBe(400);
  });
});

describe("PATCH /drivers/{driverId}", () => {
  test("200, 412: what is given changes, and nothing else", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/drivers", { body: request });
    const path = `/drivers/${made.id}`;
    const body = { skills: ["heavy"], phone: "call me", metadata: { boots: 44 } };
    const changed = await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } });
    expect(changed.body).toMatchObject({
      ...request,
      skills: ["heavy"],
      phone: "call me",
      metadata: { shirt: "M", boots: 44 },
      version: 2,
    });
    expect((await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } })).status).toBe(412);
    expect((await ask("PATCH", `/drivers/${NOBODY}`, { body })).status).toBe(404);
  });
});

describe("DELETE /drivers/{driverId}", () => {
  test("200: he is deactivated, again as well, and can be brought back", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/drivers", { body: request });
    const path = `/drivers/${made.id}`;
    for (let count = 0; count < 2; count++) {
      expect((await ask("DELETE", path)).body).toMatchObject({ status: "deactivated", active: false, version: 2 });
    }
    expect((await ask("POST", `${path}/status`, { body: { status: "available" } })).status).toBe(409);
    expect((await ask("PATCH", path, { body: { active: true } })).body).toMatchObject({
      active: true,
      status: "offline",
    });
    expect((await ask("DELETE", `/drivers/${NOBODY}`)).status).toBe(404);
  });
});

describe("POST /drivers/{driverId}/status", () => {
  test("200: he is there, and where he is goes the way of all positions", async () => {
    const batches: PositionBatch[] = [];
    const write = async (batch: PositionBatch) => {
      batches.push(batch);
      return "stored" as const;
    };
    const tenant = await testTenant({ positions: { write } });
    await testProject(tenant);
    const { ask } = await apiClient(lastmile, tenant);
    const { body: made } = await ask("POST", "/drivers", { body: request });
    const location = { lat: 55.7, lon: 12.6, accuracy_meters: 9 };
    const { body } = await ask("POST", `/drivers/${made.id}/status`, { body: { status: "on_shift", location } });
    expect(body).toMatchObject({ status: "on_shift", status_at: expect.any(String) });
    expect(batches).toMatchObject([{ routeId: null, fixes: [{ lat: 55.7, lng: 12.6, accuracyMeters: 9 }] }]);
    const old = { ...location, timestamp: "2020-01-01T00:00:00Z" };
    const late = await ask("POST", `/drivers/${made.id}/status`, { body: { status: "break", location: old } });
    expect(late.status).toBe(422);
  });

  test("404, 422: unknown, a status that is none", async () => {
    const { ask } = await shop();
    expect((await ask("POST", `/drivers/${NOBODY}/status`, { body: { status: "break" } })).status).toBe(404);
    const { body: made } = await ask("POST", "/drivers", { body: request });
    expect((await ask("POST", `/drivers/${made.id}/status`, { body: { status: "asleep" } })).status).toBe(422);
  });
});

describe("GET /drivers/{driverId}/work", () => {
  test("200, 404: what is on his routes", async () => {
    const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }]);
    const { tenant, planId, visitIds, routeIds, driverIds, deliveryIds } = scenario;
    await moveStops(scenario.context(), {
      planId,
      mutationId: scenario.mutationId(),
      visitIds: [visitIds[0]!],
      to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
    });
    const { ask } = await apiClient(lastmile, tenant);
    const { body } = await ask("GET", `/drivers/${dress("driver", driverIds[0]!)}/work`);
    expect(body.items).toMatchObject([{ delivery_id: dress("delivery", deliveryIds[0]!), status: "scheduled" }]);
    expect((await ask("GET", `/drivers/${dress("driver", driverIds[1]!)}/work`)).body.items).toEqual([]);
    expect((await ask("GET", `/drivers/${NOBODY}/work`)).status).toBe(404);
  });
});
