import { beforeAll, expect, test } from "vitest";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { resolveDrivers } from "./resolve-drivers";
import { resolveVehicles } from "./resolve-vehicles";
import { setUsualPlaces } from "./set-usual-places";

let s: PlanScenario;

beforeAll(async () => {
  s = await planScenario([{ at: [3, 3] }], { drivers: 3, date: "2031-06-10" });
  const { raw } = s.tenant.database;
  const { organizationId: org } = s.tenant;
  const [first, second, third] = s.driverIds;
  await raw`update driver set external_id = 'D1', serial = '001' where organization_id = ${org} and id = ${first!}`;
  await raw`update driver set external_id = 'D2', serial = '002' where organization_id = ${org} and id = ${second!}`;
  await raw`update driver set external_id = 'D2', serial = '003' where organization_id = ${org} and id = ${third!}`;
  await raw`update vehicle set external_id = 'V' || label, registration = 'AB 1' where organization_id = ${org}`;
});

test("a driver is named by his id elsewhere, his number, or both; what fits several is said to", async () => {
  const names = [{ externalId: "D1" }, { serial: "002" }, { externalId: "D2" }, { externalId: "D2", serial: "003" }];
  const matches = await resolveDrivers(s.context(), { names: [...names, { externalId: "D1", serial: "002" }, {}] });
  expect(matches.map((each) => (each.kind === "one" ? s.driverIds.indexOf(each.driver.id) : each.kind))).toEqual([
    0,
    1,
    "many",
    2,
    "none",
    "none",
  ]);
});

test("a vehicle is named by its id elsewhere or its plate", async () => {
  const names = [
    { externalId: "VVan 0" },
    { registration: "AB 1" },
    { externalId: "VVan 0", registration: "AB 1" },
    {},
  ];
  const matches = await resolveVehicles(s.context(), { projectId: s.projectId, names });
  expect(matches.map(({ kind }) => kind)).toEqual(["one", "many", "one", "none"]);
});

test("where a driver starts and ends from now on holds for the days he has already, and his depot is made once", async () => {
  const place = { position: { lat: 55.71, lng: 12.51 } };
  const driverId = s.driverIds[0]!;
  await setUsualPlaces(s.context(), { driverId, start: place });
  await setUsualPlaces(s.context(), { driverId, start: place, end: place });
  const { routes, depots } = await s.board();
  expect(depots).toHaveLength(2);
  expect(routes[0]!.start.position).toEqual(place.position);
  expect(routes[0]!.end?.position).toEqual(place.position);
  expect(routes[1]!.start.position).not.toEqual(place.position);
  const [driver] = await s.tenant.database.raw`select depot_id, end_depot_id from driver where id = ${driverId}`;
  expect(driver!.depot_id).toBe(routes[0]!.start.id);
  expect(driver!.end_depot_id).toBe(routes[0]!.start.id);
});
