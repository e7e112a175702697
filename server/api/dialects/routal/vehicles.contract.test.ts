import { beforeAll, describe, expect, test } from "vitest";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { type Shop, shop, stopRequest } from "./testing/shop";

let it: Shop;
beforeAll(async () => {
  it = await shop();
});

const van = (overrides: object = {}) => ({
  external_id: "VAN-1",
  label: "Van 1",
  phone: "+34600111222",
  email: "van1@example.com",
  plate: "1234 BCD",
  default_time_window: [28_800, 64_800],
  default_working_days: ["Monday", "Tuesday"],
  default_max_distance: 150_000,
  default_min_distance: 10,
  default_max_time: 28_800,
  default_max_weight: 800.5,
  default_max_volume: 7.25,
  default_max_services: 120,
  default_start_location: { lat: 55.66, lng: 12.54, label: "Hub" },
  default_end_location: { lat: 55.66, lng: 12.54, label: "Hub" },
  provides: ["frost"],
  ...overrides,
});
const create = (version: string, body: unknown) =>
  it.ask("POST", `/${version}/vehicles`, { query: { project_id: it.project_id }, body });

describe("POST /v3/vehicles", () => {
  test("200: as they were sent, each with its driver; again nothing is doubled", async () => {
    const { status, body } = await create("v3", [van(), van({ external_id: "VAN-2", label: "Van 2", plate: null })]);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { ...van(), project_id: it.project_id, enabled: true },
      { external_id: "VAN-2", plate: null },
    ]);
    const again = await create("v3", [van({ label: "Other" })]);
    expect(again.body[0]).toEqual(body[0]);
  });

  test("400: one at fault, and none is made", async () => {
    const { status, body } = await create("v3", [
      van({ external_id: "X-1" }),
      van({ external_id: "X-2", phone: "12" }),
    ]);
    expect([status, body.message_id]).toEqual([400, "highway.stop.error.phone_invalid"]);
    const { docs } = await it.done("GET", "/v2/vehicles", { query: { project_id: it.project_id, limit: "100" } });
    expect(docs.filter(({ external_id }: { external_id: string }) => external_id === "X-1")).toEqual([]);
  });
});

describe("custom_fields", () => {
  test("200: the driver's and the vehicle's, read as they are kept; 400: nobody's, or no choice of it", async () => {
    const own = await shop();
    const { tenant, projectId } = own;
    const norm = { name: "norm", kind: "select" as const, choices: ["Euro 6"] };
    const vehicle = { projectId, of: "vehicle" as const, fields: [norm], seenAt: null };
    const { changedAt: seenAt } = await saveCustomFields(tenant.context(), vehicle);
    const fields = [{ name: "badge", kind: "number" as const }];
    await saveCustomFields(tenant.context(), { projectId, of: "driver", fields, seenAt });
    const send = (custom_fields: object) => own.ask("POST", "/v3/vehicles", { body: [van({ custom_fields })] });
    for (const wrong of [{ wings: 2 }, { norm: "Euro 1" }, { badge: "x" }]) {
      const { status, body } = await send(wrong);
      expect([status, body.message_id]).toEqual([400, "highway.stop.error.custom_fields_invalid"]);
    }
    const { body } = await send({ norm: "euro 6", badge: "7" });
    expect(body).toMatchObject([{ custom_fields: { norm: "Euro 6", badge: 7 } }]);
    const rows = await tenant.database.raw`select d.custom_fields as driver, v.custom_fields as vehicle
      from driver d join vehicle v on v.id = d.vehicle_id where d.organization_id = ${tenant.organizationId}`;
    expect(rows).toEqual([{ driver: { badge: 7 }, vehicle: { norm: "Euro 6" } }]);
    const { body: bare } = await own.ask("POST", "/v3/vehicles", {
      body: [van({ external_id: "VAN-2", custom_fields: { norm: null, badge: 8 } })],
    });
    expect(bare).toMatchObject([{ external_id: "VAN-2" }]);
    expect(bare[0].custom_fields).toEqual({ badge: 8 });
  });
});

describe("POST /v2/vehicles", () => {
  test("200: one alone, with nothing but a name; 404: in nobody's project", async () => {
    const { body } = await create("v2", { label: "Van 9" });
    expect(body).toMatchObject([{ label: "Van 9", external_id: null, default_time_window: [28_800, 72_000] }]);
    const query = { project_id: "0123456789abcdef01234567" };
    expect((await it.ask("POST", "/v2/vehicles", { query, body: { label: "x" } })).status).toBe(404);
  });
});

describe("GET /v2/vehicles", () => {
  test("200: a page, by project and whether they drive; 400: pages there are none of", async () => {
    const own = await shop({ vans: 3 });
    const page = await own.done("GET", "/v2/vehicles", { query: { project_id: own.project_id, limit: "2" } });
    expect(page).toMatchObject({ total: 3, pages: 2, docs: [{ label: "Van 1" }, { label: "Van 2" }] });
    expect((await own.done("GET", "/v2/vehicles", { query: { enabled: "false" } })).total).toBe(0);
    expect((await own.ask("GET", "/v2/vehicles", { query: { limit: "-1" } })).status).toBe(400);
  });
});

describe("GET /v2/vehicle/{vehicle_id}", () => {
  test("200: one; 404: nobody's", async () => {
    const { body } = await create("v3", [van({ external_id: "VAN-7" })]);
    expect(await it.done("GET", `/v2/vehicle/${body[0].id}`)).toEqual(body[0]);
    const { status, body: said } = await it.ask("GET", "/v2/vehicle/0123456789abcdef01234567");
    expect([status, said.message_id]).toEqual([404, "highway.vehicle.error.not_found"]);
  });
});

test("a stop that requires something goes with who provides it", async () => {
  const own = await shop();
  await own.addVans(1);
  const { id } = await own.planOn("2031-05-22");
  await own.push(id, [stopRequest(1, { requires: ["frost"] })]);
  expect((await own.ask("POST", `/v2/plan/${id}/optimize`)).status).toBe(409);
  await own.done("POST", "/v3/vehicles", { query: { project_id: own.project_id }, body: [van({ external_id: "F" })] });
  expect((await own.ask("POST", `/v2/plan/${id}/optimize`)).status).toBe(200);
});
