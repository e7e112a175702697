import { describe, expect, test } from "vitest";
import { listVehicles } from "@/server/services/fleet/list-vehicles";
import { apiClient } from "@/server/testing/api-client";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { shop } from "./testing/shop";

const NOBODY = "01980000-0000-8000-8000-000000000001";
const request = {
  vehicle_id: "truck/7",
  type: "truck",
  capacity: { weight: 800_000, volume: 4500.5 },
  dimensions: { length_cm: 420 },
  registration: "AB 12 345",
  metadata: { colour: "red" },
};

describe("POST /vehicles", () => {
  test("201: a vehicle comes back as it was sent, and is the desk's too", async () => {
    const { ask, tenant, projectId } = await shop();
    const { status, body } = await ask("POST", "/vehicles", { body: request });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...request, status: "active", available: true, partner_id: null, version: 1 });
    expect(body.id).toMatch(/^veh_/);
    expect(await listVehicles(tenant.context(), { projectId })).toMatchObject([
      { label: "AB 12 345", profile: "truck", capacity: [800_000, 4_500_500, 2_000_000_000, 2_000_000_000] },
    ]);
  });

  test("201: the client's name opens it as ours does; one that is taken is not given twice", async () => {
    const { ask } = await shop();
    const { body } = await ask("POST", "/vehicles", { body: request });
    expect((await ask("GET", `/vehicles/${encodeURIComponent(request.vehicle_id)}`)).body).toEqual(body);
    expect((await ask("GET", `/vehicles/${body.id}`)).body).toEqual(body);
    const { body: second } = await ask("POST", "/vehicles", { body: request });
    expect(second.vehicle_id).toBe(second.id);
    const { body: plain } = await ask("POST", "/vehicles", { body: { type: "bike" } });
    expect(plain).toMatchObject({ vehicle_id: plain.id, label: "bike", capacity: { weight: null, volume: null } });
  });

  test("404, 422: a partner that is not there, a type that is none, less than nothing", async () => {
    const { ask } = await shop();
    const strange = { ...request, partner_id: dress("partner", NOBODY) };
    expect((await ask("POST", "/vehicles", { body: strange })).status).toBe(404);
    expect((await ask("POST", "/vehicles", { body: { type: "boat" } })).status).toBe(422);
    expect((await ask("POST", "/vehicles", { body: { type: "van", capacity: { weight: -1 } } })).status).toBe(422);
  });
});

describe("GET /vehicles/{vehicleId}", () => {
  test("404: unknown, another tenant's by either name", async () => {
    const { ask } = await shop();
    const { body } = await ask("POST", "/vehicles", { body: request });
    const other = await shop();
    for (const id of [
      dress("vehicle", NOBODY),
      body.id,
      encodeURIComponent(request.vehicle_id),
      "x",
      "%20",
      "x".repeat(200),
    ]) {
      expect((await other.ask("GET", `/vehicles/${id}`)).status).toBe(404);
    }
  });
});

describe("GET /vehicles", () => {
  test("200: by partner and page", async () => {
    const { ask } = await shop();
    const { body: partner } = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
    await ask("POST", "/vehicles", { body: { type: "van", label: "A" } });
    await ask("POST", "/vehicles", { body: { type: "van", label: "B", partner_id: partner.id } });
    const labels = async (query: string) =>
      (await ask("GET", `/vehicles?${query}`)).body.items.map(({ label }: { label: string }) => label);
    expect(await labels("")).toEqual(["B", "A"]);
    expect(await labels(`partner_id=${partner.id}`)).toEqual(["B"]);
    const { body } = await ask("GET", "/vehicles?limit=1");
    expect(await labels(`limit=1&cursor=${body.next_cursor}`)).toEqual(["A"]);
    expect((await ask("GET", "/vehicles?available=perhaps")).status).toBe(400);
  });

  test("200: by depot, and whether somebody is out with it", async () => {
    const { tenant, routeIds } = await planScenario([{ at: [1, 0] }]);
    const { ask } = await apiClient(lastmile, tenant);
    const count = async (query: string) => (await ask("GET", `/vehicles?${query}`)).body.items.length;
    expect(await count("warehouse=Depot")).toBe(2);
    expect(await count("warehouse=Elsewhere")).toBe(0);
    expect(await count("available=true")).toBe(2);
    await tenant.database.raw`update route set status = 'started' where id = ${routeIds[0]!}`;
    expect(await count("available=true&warehouse=Depot")).toBe(1);
    expect(await count("available=false")).toBe(1);
  });
});

describe("PATCH /vehicles/{vehicleId}", () => {
  test("200, 412: what is given changes, and nothing else", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/vehicles", { body: request });
    const path = `/vehicles/${made.id}`;
    const body = { capacity: { weight: 900_000 }, metadata: { size: "L" } };
    const changed = await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } });
    expect(changed.body).toMatchObject({
      type: "truck",
      capacity: { weight: 900_000, volume: null },
      dimensions: { length_cm: 420 },
      metadata: { colour: "red", size: "L" },
      version: 2,
    });
    expect((await ask("PATCH", path, { body, headers: { "if-match": '"v1"' } })).status).toBe(412);
    expect((await ask("PATCH", `/vehicles/${dress("vehicle", NOBODY)}`, { body })).status).toBe(404);
  });
});

describe("DELETE /vehicles/{vehicleId}", () => {
  test("200: it is retired, again as well, still there, and nobody's any more", async () => {
    const { tenant, projectId } = await planScenario([{ at: [1, 0] }], { drivers: 1 });
    const { ask } = await apiClient(lastmile, tenant);
    const { body: list } = await ask("GET", "/vehicles");
    const path = `/vehicles/${list.items[0].id}`;
    for (let count = 0; count < 2; count++) {
      expect((await ask("DELETE", path)).body).toMatchObject({ status: "retired", available: false, version: 2 });
    }
    expect((await ask("GET", path)).body.status).toBe("retired");
    expect(await listVehicles(tenant.context(), { projectId })).toEqual([]);
    const [driver] = await tenant.database
      .raw`select vehicle_id from driver where organization_id = ${tenant.organizationId}`;
    expect(driver).toEqual({ vehicle_id: null });
    expect((await ask("DELETE", `/vehicles/${dress("vehicle", NOBODY)}`)).status).toBe(404);
  });
});
