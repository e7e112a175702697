import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lockFleet } from "@/db/queries/fleet/lock-fleet";
import { customFieldDefinitionSchema } from "@/server/domain/custom-field/custom-fields";
import { fleetTemplate } from "@/server/domain/intake/fleet-own-fields";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createDepot } from "@/server/services/depot/create-depot";
import { deleteDepot } from "@/server/services/depot/delete-depot";
import { editDepot } from "@/server/services/depot/edit-depot";
import { listDepots } from "@/server/services/depot/list-depots";
import { inTenant } from "@/server/services/kernel/in-tenant";
import { geocodeNextBatch } from "@/server/services/location/geocode-next-batch";
import { pinLocation } from "@/server/services/location/pin-location";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { testProject } from "@/server/testing/order-builders";
import { findSample } from "@/server/testing/sample-data";
import { testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";
import { exportFleet } from "./export-fleet";
import { importFleet } from "./import-fleet";
import { listDrivers } from "./list-drivers";
import { listVehicles } from "./list-vehicles";
import { saveDriver } from "./save-driver";
import { saveVehicle } from "./save-vehicle";

const HEAD =
  "external_id,driver_name,driver_email,driver_phone,vehicle_type,depot_lat,depot_lon,shift_from,shift_to,capacity_kg,max_stops,skills,cost_per_km,cost_per_hour";
const DAY = { name: "Per", shiftFromSeconds: 0, shiftToSeconds: 86_400 };
const FOUND = { position: { lat: 55.8, lng: 12.6 }, confidence: "exact", label: "", score: 1 } as const;
const FINDER: GeocoderPort = {
  source: "test",
  geocode: async (queries) => queries.map(() => ({ confidence: "exact", candidates: [FOUND] })),
};
const bytesOf = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join("\n"));
const VAN = "VAN-1,Anton Holm,a@example.com,+4533123456,van,55.65,12.53,07:00,16:00,900,140,cold,0.35,24";
const BIKE = "BIKE-1,Ida Toft,,,ladcykel,55.65010,12.53005,10:00,20:00,80,40,,0.05,22";
const TRUCK = "TRUCK-1,Bo Riis,,,lastbil,55.70,12.60,22:00,06:00,9000,,,1.2,30";

async function fleetTenant() {
  const tenant = await testTenant();
  return { tenant, projectId: await testProject(tenant), context: tenant.context("dispatcher") };
}

describe("the fleet file", () => {
  test("of a depot's member passes over lines of other depots, those of numbers they do not see too", async () => {
    const { projectId, context } = await fleetTenant();
    await importFleet(context, { projectId, bytes: bytesOf(VAN, TRUCK) });
    const [van] = (await listDrivers(context, { projectId })).filter(({ name }) => name === "Anton Holm");
    const actor = { ...context.actor, reach: { projectIds: [projectId], depotIds: [van!.depotId!] } };
    const result = await importFleet(
      { ...context, actor },
      {
        projectId,
        bytes: bytesOf(VAN.replace("Anton", "Anna"), TRUCK.replace("Bo", "Ben"), TRUCK.replace("TRUCK-1", "NEW"), BIKE),
      },
    );
    expect(result.drivers).toEqual({ created: 1, updated: 1, unchanged: 0 });
    expect(result.faults.map(({ rowNumber, errors }) => [rowNumber, errors.map(({ code }) => code)])).toEqual([
      [3, ["out_of_reach"]],
      [4, ["out_of_reach"]],
    ]);
    const names = (await listDrivers(context, { projectId })).map(({ name }) => name).sort();
    expect(names).toEqual(["Anna Holm", "Bo Riis", "Ida Toft"]);
  });

  test("makes drivers, vehicles and depots once, and follows later changes", async () => {
    const { projectId, context } = await fleetTenant();
    const first = await importFleet(context, {
      projectId,
      bytes: bytesOf(VAN, BIKE, TRUCK, "BAD,X,,,hovercraft,,,,,,,,,"),
    });
    expect(first).toMatchObject({
      depots: 2,
      drivers: { created: 3, updated: 0, unchanged: 0 },
      vehicles: { created: 3, updated: 0, unchanged: 0 },
      faultCount: 1,
      faults: [{ rowNumber: 5, errors: [{ code: "unknown_vehicle_type" }] }],
    });
    const drivers = await listDrivers(context, { projectId });
    expect(
      drivers.map((driver) => [driver.name, driver.vehicleLabel, driver.vehicleProfile, driver.depotName]),
    ).toEqual([
      ["Anton Holm", "VAN-1", "van", "Depot 1"],
      ["Bo Riis", "TRUCK-1", "truck", "Depot 2"],
      ["Ida Toft", "BIKE-1", "bike", "Depot 1"],
    ]);
    expect(drivers[1]).toMatchObject({ shiftFromSeconds: 79_200, shiftToSeconds: 108_000, costPerHourCents: 3000 });
    const again = await importFleet(context, { projectId, bytes: bytesOf(VAN, BIKE, TRUCK) });
    expect(again).toMatchObject({ depots: 0, drivers: { unchanged: 3 }, vehicles: { unchanged: 3 } });
    const later = await importFleet(context, { projectId, bytes: bytesOf(VAN.replace("Anton", "Anders"), BIKE) });
    expect(later).toMatchObject({ drivers: { created: 0, updated: 1, unchanged: 1 } });
    expect((await listDrivers(context, { projectId })).map(({ name }) => name)).toContain("Anders Holm");
  });

  test("nobody new comes without what the project asks of each; who is here is changed", async () => {
    const { tenant, projectId, context } = await fleetTenant();
    await importFleet(context, { projectId, bytes: bytesOf(VAN) });
    const field = { label: "Euro norm", kind: "text" as const, choices: [], orderKinds: [], isRequired: true };
    const fields = [{ ...field, name: "norm" }];
    const { changedAt: seenAt } = await saveCustomFields(tenant.context(), {
      projectId,
      of: "vehicle",
      fields,
      seenAt: null,
    });
    const bytes = bytesOf(VAN.replace("Anton", "Anders"), BIKE);
    expect(await importFleet(context, { projectId, bytes })).toMatchObject({
      depots: 0,
      drivers: { created: 0, updated: 1 },
      vehicles: { created: 0, unchanged: 1 },
      faultCount: 1,
      faults: [{ rowNumber: 3, errors: [{ field: "norm", code: "required" }] }],
    });
    const optional = fields.map((each) => ({ ...each, isRequired: false }));
    await saveCustomFields(tenant.context(), { projectId, of: "vehicle", fields: optional, seenAt });
    expect(await importFleet(context, { projectId, bytes })).toMatchObject({ drivers: { created: 1 }, faultCount: 0 });
  });

  test("a day's file has the fourth load, emissions and own fields; what it has no column for stays", async () => {
    const { tenant, projectId, context } = await fleetTenant();
    const norm = { name: "norm", label: "Euro norm", kind: "select" as const, choices: ["Euro 5", "Euro 6"] };
    const axles = { name: "axles", kind: "number" as const };
    const name = { name: "name", kind: "text" as const, isRequired: true };
    const ofVehicles = { projectId, of: "vehicle" as const, fields: [norm, axles], seenAt: null };
    const { changedAt: seenAt } = await saveCustomFields(tenant.context(), ofVehicles);
    await saveCustomFields(tenant.context(), { projectId, of: "driver", fields: [name, axles], seenAt });
    const own = {
      driver: [name, axles].map((each) => customFieldDefinitionSchema.parse(each)),
      vehicle: [norm, axles].map((each) => customFieldDefinitionSchema.parse(each)),
    };
    const take = (csv: string) => importFleet(context, { projectId, bytes: new TextEncoder().encode(csv) });
    const vehicles = async () => await listVehicles(context, { projectId });
    // The template as it is downloaded.
    expect(await take(fleetTemplate(own))).toMatchObject({ drivers: { created: 1 }, faults: [] });
    expect(await vehicles()).toMatchObject([
      { capacity: [900_000, 7_000_000, 200, 4], emissionGramsPerKm: 180, customFields: { norm: "Euro 5", axles: 1 } },
    ]);
    expect(await listDrivers(context, { projectId })).toMatchObject([{ customFields: { name: "text", axles: 1 } }]);
    expect(await take(fleetTemplate(own))).toMatchObject({ drivers: { unchanged: 1 }, vehicles: { unchanged: 1 } });
    // By its label alone, since nothing else is called so; the rest of what is kept is not spoken of.
    await take("\uFEFFexternal_id;driver_name;Euro norm\nVAN-01;Anna;euro 6\n");
    expect(await vehicles()).toMatchObject([
      { capacity: [2e9, 2e9, 2e9, 4], emissionGramsPerKm: 180, customFields: { norm: "Euro 6", axles: 1 } },
    ]);
    const head = "external_id,driver_name,custom.driver.name,custom.vehicle.axles,custom.vehicle.norm,co2_g_per_km";
    const wrong = await take(
      `${head}\nVAN-01,Anna,,two,Euro 9,-1\nVAN-02,Bo,,,,\nVAN-03,Ida,Ida 😀,1e30,,\nVAN-04,Per,x,2,,0`,
    );
    expect(
      wrong.faults.flatMap(({ rowNumber, errors }) => errors.map(({ column, code }) => [rowNumber, column, code])),
    ).toEqual([
      [2, "co2_g_per_km", "negative"],
      [2, "custom.vehicle.norm", "not_a_choice"],
      [2, "custom.vehicle.axles", "not_a_number"],
      [3, "custom.driver.name", "required"],
      [4, "custom.vehicle.axles", "too_large"],
    ]);
    expect((await vehicles()).map(({ label, emissionGramsPerKm }) => [label, emissionGramsPerKm])).toEqual([
      ["VAN-01", 180],
      ["VAN-04", 0],
    ]);
  });

  test("a choice that was taken away stays with who has it, and is nobody else's", async () => {
    const { tenant, projectId, context } = await fleetTenant();
    const norm = { name: "norm", kind: "select" as const, choices: ["Euro 5", "Euro 6"] };
    const save = (fields: object[], seenAt: string | null) =>
      saveCustomFields(tenant.context(), { projectId, of: "vehicle", fields: fields as (typeof norm)[], seenAt });
    const { changedAt: seenAt } = await save([norm], null);
    const take = (...lines: string[]) =>
      importFleet(context, {
        projectId,
        bytes: new TextEncoder().encode(["external_id,driver_name,custom.vehicle.norm", ...lines].join("\n")),
      });
    await take("VAN-1,Anna,euro 5", "VAN-2,Bo,Euro 6");
    await save([{ ...norm, choices: ["Euro 6"] }], seenAt);
    expect(await take("VAN-1,Ida,Euro 5", "VAN-2,Per,Euro 5", "VAN-3,Eva,Euro 5")).toMatchObject({
      drivers: { updated: 1, created: 0 },
      vehicles: { unchanged: 1 },
      faults: [3, 4].map((rowNumber) => ({ rowNumber, errors: [{ code: "not_a_choice", value: "Euro 5" }] })),
    });
    expect((await listDrivers(context, { projectId })).map(({ name }) => name)).toEqual(["Bo", "Ida"]);
  });

  test("another system’s vehicle_id is a line’s number, not one of our own lists’ ids", async () => {
    const { projectId, context } = await fleetTenant();
    const bytes = new TextEncoder().encode("vehicle_id,driver_name,vehicle_type\nVAN-9,Bo Riis,van");
    expect(await importFleet(context, { projectId, bytes })).toMatchObject({
      drivers: { created: 1 },
      vehicles: { created: 1 },
      faultCount: 0,
    });
    expect(await listVehicles(context, { projectId })).toMatchObject([{ label: "VAN-9" }]);
  });

  test("a file without one usable line is refused, and a viewer may not send one", async () => {
    const { tenant, projectId, context } = await fleetTenant();
    const bytes = bytesOf("BAD,X,,,hovercraft,,,,,,,,,");
    await expect(importFleet(context, { projectId, bytes })).rejects.toMatchObject({ code: "invalid" });
    await expect(importFleet(tenant.context("viewer"), { projectId, bytes: bytesOf(VAN) })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  const file = findSample("copenhagen", "fleet.csv");
  test.skipIf(!file)("forty vehicles from three depots", async () => {
    const { projectId, context } = await fleetTenant();
    const result = await importFleet(context, { projectId, bytes: readFileSync(file!) });
    expect(result).toMatchObject({ depots: 3, drivers: { created: 40 }, vehicles: { created: 40 }, faultCount: 0 });
    const vehicles = await listVehicles(context, { projectId });
    expect(vehicles.filter(({ profile }) => profile === "bike")).toHaveLength(6);
  });
});

describe("a depot’s version", () => {
  async function depotTenant() {
    const { tenant, projectId, context } = await fleetTenant();
    const address = { street: "Artillerivej 90", postcode: "2300", city: "København" };
    const depot = { name: "North", address, position: { lat: 55.66, lng: 12.58 } };
    const { id } = await createDepot(context, { projectId, depot });
    const there = async () => (await listDepots(context, { projectId }))[0]!;
    return { tenant, projectId, context, address, id, there };
  }

  test("is each edit’s own, one after the other; who only names the depot does not wait", async () => {
    const { tenant, projectId, context, address, id, there } = await depotTenant();
    const edit = (name: string) => editDepot(context, { id, depot: { name, address } });
    const { edits } = await inTenant(context, async (tx) => {
      await lockFleet(tx, tenant.organizationId, projectId, "depots");
      await saveDriver(context, { projectId, driver: { ...DAY, depotId: id } });
      const asked = Promise.all([edit("East"), edit("West")]);
      await untilWaiting(tenant.database, 2);
      return { edits: asked };
    });
    await edits;
    expect(await there()).toMatchObject({ version: 3 });
  });

  test("is another once it was pinned or found anew: no list of before puts it back", async () => {
    const { tenant, projectId, context, there } = await depotTenant();
    const csv = async () => (await exportFleet(context, { projectId, list: "depots" })).csv;
    const isRefused = async (old: string) => {
      const bytes = new TextEncoder().encode(old.replace("North", "South"));
      const { faults } = await importFleet(context, { projectId, bytes });
      expect(faults).toMatchObject([{ errors: [{ code: "changed_since" }] }]);
    };
    const first = await csv();
    await pinLocation(context, { locationId: (await there()).locationId, position: { lat: 55.7, lng: 12.5 } });
    await isRefused(first);
    expect(await there()).toMatchObject({ name: "North", lat: 55.7, version: 2 });
    const second = await csv();
    const { raw } = tenant.database;
    await raw`delete from address_pin where organization_id = ${tenant.organizationId}`;
    await raw`update location set confidence = 'pending' where organization_id = ${tenant.organizationId}`;
    await geocodeNextBatch(tenant.systemContext({ geocoder: async () => FINDER }), {});
    await isRefused(second);
    expect(await there()).toMatchObject({ lat: 55.8, version: 3 });
  });
});

describe("forms", () => {
  test("a driver, a vehicle and a depot are added and changed; stale and foreign ones refused", async () => {
    const { projectId, context } = await fleetTenant();
    const vehicle = { label: "Van 7", capacity: [900_000, 7_000_000, 200, 0] as [number, number, number, number] };
    const { id: vehicleId } = await saveVehicle(context, { projectId, vehicle });
    const depot = { name: "Amager", address: { street: "Artillerivej 90" }, position: { lat: 55.66, lng: 12.58 } };
    const { id: depotId } = await createDepot(context, { projectId, depot });
    const driver = { name: "Ida", shiftFromSeconds: 25_200, shiftToSeconds: 57_600, vehicleId, depotId };
    const { id } = await saveDriver(context, { projectId, driver });
    await saveDriver(context, { id, version: 1, projectId, driver: { ...driver, skills: ["cold"] } });
    await expect(saveDriver(context, { id, version: 1, projectId, driver })).rejects.toMatchObject({ code: "stale" });
    expect(await listDrivers(context, { projectId })).toMatchObject([
      { skills: ["cold"], version: 2, vehicleLabel: "Van 7", depotName: "Amager" },
    ]);
    await editDepot(context, { id: depotId, depot: { ...depot, position: { lat: 55.67, lng: 12.58 } } });
    expect(await listDepots(context, { projectId })).toMatchObject([{ lat: 55.67, country: "DK", version: 2 }]);
    await expect(deleteDepot(context, { id: depotId })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "in_use", drivers: 1 },
    });
    const stranger = await fleetTenant();
    const theirs = { projectId: stranger.projectId, driver };
    await expect(saveDriver(stranger.context, theirs)).rejects.toMatchObject({ code: "not-found" });
    await saveDriver(context, { id, projectId, driver: { ...driver, depotId: null } });
    await deleteDepot(context, { id: depotId });
    expect(await listDepots(context, { projectId })).toEqual([]);
  });
});
