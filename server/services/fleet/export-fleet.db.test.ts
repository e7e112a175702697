import { describe, expect, test } from "vitest";
import { createDepot } from "@/server/services/depot/create-depot";
import { listDepots } from "@/server/services/depot/list-depots";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { exportFleet } from "./export-fleet";
import { importFleet } from "./import-fleet";
import { listDrivers } from "./list-drivers";
import { listVehicles } from "./list-vehicles";
import { saveDriver } from "./save-driver";
import { saveVehicle } from "./save-vehicle";

const LISTS = ["depots", "drivers", "vehicles"] as const;
const NO_COUNTS = { created: 0, updated: 0, unchanged: 0 };
const definition = { label: "", choices: [], orderKinds: [], isRequired: false };

/** A fleet whose every column says something, and some of what a spreadsheet or our own reader would trip over. */
async function wholeFleet() {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const context = tenant.context("dispatcher");
  const owner = tenant.context();
  const colour = { ...definition, name: "colour", kind: "select" as const, choices: ["red", "grey"] };
  const { changedAt: seenAt } = await saveCustomFields(owner, {
    projectId,
    of: "vehicle",
    fields: [colour, { ...definition, name: "axles", kind: "number" }],
    seenAt: null,
  });
  await saveCustomFields(owner, {
    projectId,
    of: "driver",
    fields: [{ ...definition, name: "has key", kind: "boolean" }],
    seenAt,
  });
  const vehicle = {
    label: "=Van 7",
    externalId: "v-7",
    registration: "AB 12345",
    profile: "truck" as const,
    capacity: [900_500, 7_000_000, 200, 2_000_000_000] as [number, number, number, number],
    features: ["tail-lift", "a, b"],
    maxStops: 90,
    maxDistanceMeters: 120_450,
    maxDriveSeconds: 28_830,
    fixedCostCents: 3510,
    costPerKmCents: 62.14,
    emissionGramsPerKm: 248.55,
    customFields: { colour: "red", axles: 2.5 },
  };
  const { id: vehicleId } = await saveVehicle(context, { projectId, vehicle });
  await saveVehicle(context, { projectId, vehicle: { label: "Bare", capacity: [0, 1, 2, 3] } });
  const depot = {
    name: "North, gate 2",
    address: { street: "Artillerivej 90", postcode: "2300", city: "København" },
    position: { lat: 55.661_234_5, lng: 12.58 },
    serviceSeconds: 330,
  };
  const { id: depotId } = await createDepot(context, { projectId, depot });
  const driver = {
    name: "Ida “Speedy” Toft",
    externalId: "D;1",
    serial: "17",
    email: "ida@example.com",
    phone: "+4533123456",
    skills: ["cold", "fragile"],
    status: "inactive" as const,
    shiftFromSeconds: 79_215,
    shiftToSeconds: 108_000,
    breaks: [
      { fromSeconds: 82_800, toSeconds: 86_400, durationSeconds: 1800 },
      { fromSeconds: 90_000, toSeconds: 93_600, durationSeconds: 90 },
    ],
    vehicleId,
    depotId,
    endDepotId: depotId,
    costPerHourCents: 2450,
    customFields: { "has key": false },
  };
  await saveDriver(context, { projectId, driver });
  await saveDriver(context, {
    projectId,
    driver: { name: "@bo", shiftFromSeconds: 0, shiftToSeconds: 86_400, breaks: [] },
  });
  const take = (text: string) => importFleet(context, { projectId, bytes: new TextEncoder().encode(text) });
  return { tenant, projectId, context, take };
}

describe("a list as a file", () => {
  test("is taken back as it is: nothing has changed", async () => {
    const { tenant, projectId, context, take } = await wholeFleet();
    const before = [
      await listDrivers(context, { projectId }),
      await listVehicles(context, { projectId }),
      await listDepots(context, { projectId }),
    ];
    for (const list of LISTS) {
      const { csv, rows, fileName } = await exportFleet(tenant.context("viewer"), { projectId, list });
      expect({ rows, fileName }).toEqual({ rows: list === "depots" ? 1 : 2, fileName: `${list}.csv` });
      expect(csv).not.toMatch(/(^|,)"?[=@]/m);
      expect(await take(`\uFEFF${csv}`)).toEqual({
        depots: 0,
        depotsChanged: 0,
        drivers: NO_COUNTS,
        vehicles: NO_COUNTS,
        ...(list !== "depots" && { [list]: { ...NO_COUNTS, unchanged: 2 } }),
        faultCount: 0,
        faults: [],
      });
    }
    const after = [
      await listDrivers(context, { projectId }),
      await listVehicles(context, { projectId }),
      await listDepots(context, { projectId }),
    ];
    expect(after).toEqual(before);
    const logged = await tenant.database.raw`select data from event
      where organization_id = ${tenant.organizationId} and type = 'fleet.exported' order by data->>'list'`;
    expect(logged.map(({ data }) => data)).toEqual([
      { list: "depots", rows: 1 },
      { list: "drivers", rows: 2 },
      { list: "vehicles", rows: 2 },
    ]);
  });

  test("a changed cell changes what it is about, a line without an id is new", async () => {
    const { projectId, context, take } = await wholeFleet();
    const { csv } = await exportFleet(context, { projectId, list: "vehicles" });
    const line = csv.split("\r\n").find((each) => each.includes("Bare"))!;
    const head = csv.split("\r\n")[0]!;
    const changed = line.replace(
      "Bare,,,van,0,0.001,2,3,,,,,0.00,0.00,,,",
      "Bare,,,bike,1.5,,2,,x; y,5,,,1.20,0.1024,21.5,red,3",
    );
    expect(changed).not.toBe(line);
    expect(await take([head, changed, ",,New,,,,,,,7,,,,,,,,,"].join("\r\n"))).toMatchObject({
      vehicles: { created: 1, updated: 1, unchanged: 0 },
      faults: [],
    });
    const [bare, fresh] = (await listVehicles(context, { projectId })).filter(({ label }) => label !== "=Van 7");
    expect(bare).toMatchObject({
      profile: "bike",
      capacity: [1500, 2_000_000_000, 2, 2_000_000_000],
      features: ["x", "y"],
      maxStops: 5,
      fixedCostCents: 120,
      costPerKmCents: 10.24,
      emissionGramsPerKm: 21.5,
      customFields: { colour: "red", axles: 3 },
    });
    expect(fresh).toMatchObject({ label: "New", profile: "van", capacity: [2e9, 2e9, 2e9, 7], customFields: {} });
    const drivers = await exportFleet(context, { projectId, list: "drivers" });
    const moved = drivers.csv.replace("24.50", "26").replace("23:00-24:00 30 min", "22:30-24:00 45 min");
    expect(await take(moved)).toMatchObject({ drivers: { updated: 1, unchanged: 1 }, faults: [] });
    expect((await listDrivers(context, { projectId }))[1]).toMatchObject({
      costPerHourCents: 2600,
      breaks: [{ fromSeconds: 81_000, durationSeconds: 2700 }, { durationSeconds: 90 }],
      vehicleLabel: "=Van 7",
    });
    const depots = await exportFleet(context, { projectId, list: "depots" });
    expect(await take(depots.csv.replace("North", "South"))).toMatchObject({ depots: 0, depotsChanged: 1, faults: [] });
    expect(await listDepots(context, { projectId })).toMatchObject([{ name: "South, gate 2", lat: 55.661_234_5 }]);
  });

  test("what somebody changed since the list was exported is not overwritten, unless the line says to", async () => {
    const { projectId, context, take } = await wholeFleet();
    const csvOf = async (list: (typeof LISTS)[number]) => (await exportFleet(context, { projectId, list })).csv;
    const vehicles = await csvOf("vehicles");
    expect(await take(vehicles.replace("3510", "").replace("35.10", "36"))).toMatchObject({ vehicles: { updated: 1 } });
    // The other admin has the list of before: his own change, and the line he did not touch, are both of an older van.
    const [head, ...lines] = vehicles.trimEnd().split("\r\n");
    const theirs = lines.map((line) => line.replace("AB 12345", "ZZ 99").replace("Bare,", "Plain,"));
    const late = await take([head, ...theirs].join("\r\n"));
    expect(late).toMatchObject({
      vehicles: { updated: 1, unchanged: 0 },
      faults: [{ errors: [{ column: "version", code: "changed_since", value: "1" }] }],
    });
    expect(late.faults).toHaveLength(1);
    const costs = async () =>
      (await listVehicles(context, { projectId })).map(({ label, registration, fixedCostCents }) => [
        label,
        registration,
        fixedCostCents,
      ]);
    expect(await costs()).toEqual([
      ["=Van 7", "AB 12345", 3600],
      ["Plain", "", 0],
    ]);
    // As it is by now, an old line says nothing new; with its cell emptied it has the last word.
    const old = (await csvOf("vehicles")).replace(/^([^,\s]+),\d+,/gm, "$1,1,");
    expect(await take(old)).toMatchObject({ vehicles: { unchanged: 2 }, faults: [] });
    const emptied = theirs.map((line) => line.replace(/^([^,]+),1,/, "$1,,"));
    expect(await take([head, ...emptied].join("\r\n"))).toMatchObject({ vehicles: { updated: 1 }, faults: [] });
    expect((await costs())[0]).toEqual(["=Van 7", "ZZ 99", 3510]);
    for (const [list, from, to] of [
      ["drivers", "24.50", "25"],
      ["depots", "North", "South"],
    ] as const) {
      const before = await csvOf(list);
      await take(before.replace(from, to));
      const again = await take(before.replace("@bo", "Bo"));
      expect(again.faults).toMatchObject([{ errors: [{ code: "changed_since" }] }]);
    }
  });

  test("two lists of one moment cannot both win", async () => {
    const { projectId, context, take } = await wholeFleet();
    const { csv } = await exportFleet(context, { projectId, list: "vehicles" });
    const results = await Promise.all(["40", "41"].map((cost) => take(csv.replace("35.10", cost))));
    expect(results.map(({ vehicles }) => vehicles.updated).toSorted()).toEqual([0, 1]);
    expect(results.flatMap(({ faults }) => faults)).toMatchObject([{ errors: [{ code: "changed_since" }] }]);
  });

  test("a depot’s corrected address is looked for anew, unless the file says where it is", async () => {
    const { projectId, context, take } = await wholeFleet();
    const csv = async () => (await exportFleet(context, { projectId, list: "depots" })).csv;
    const moved = (await csv()).replace("Artillerivej 90", "Artillerivej 92");
    expect(await take(moved)).toMatchObject({ depotsChanged: 1, faults: [] });
    expect(await listDepots(context, { projectId })).toMatchObject([
      { street: "Artillerivej 92", lat: null, lng: null },
    ]);
    const placed = (await csv()).replace(/København,([A-Z]{2}),,/, "Kastrup,$1,55.63,12.65");
    expect(await take(placed)).toMatchObject({ depotsChanged: 1, faults: [] });
    expect(await listDepots(context, { projectId })).toMatchObject([{ city: "Kastrup", lat: 55.63, lng: 12.65 }]);
  });

  test("what cannot be is told with its line and its column, and the rest is taken", async () => {
    const { projectId, context, take } = await wholeFleet();
    const [head, ...lines] = (await exportFleet(context, { projectId, list: "vehicles" })).csv.trimEnd().split("\r\n");
    const foreign = (await wholeFleet()).projectId;
    const wrong = lines[0]!.replace(",red,2.5", ",blue,two").replace(",90,", ",0,");
    const result = await take([`${head},shoe size`, `${wrong},44`, `${foreign},,Other,,,,,,,,,,,,,,,,,`].join("\r\n"));
    expect(result.vehicles).toEqual(NO_COUNTS);
    expect(
      result.faults.flatMap(({ rowNumber, errors }) => errors.map(({ column, code }) => [rowNumber, column, code])),
    ).toEqual([
      [1, "shoe size", "unknown_column"],
      [2, "custom.colour", "not_a_choice"],
      [2, "custom.axles", "not_a_number"],
      [3, "dray_vehicle_id", "unknown_id"],
    ]);
    const [driverHead] = (await exportFleet(context, { projectId, list: "drivers" })).csv.split("\r\n");
    const drivers = await take([driverHead, ",,Bo,,,,,,,17:00,08:00,,Nothing,,,,"].join("\r\n"));
    expect(drivers.faults).toMatchObject([{ rowNumber: 2, errors: [{ column: "vehicle", code: "unknown_name" }] }]);
    const shift = await take([driverHead, ",,Bo,,,,,,,17:00,08:00,,,,,,"].join("\r\n"));
    expect(shift.faults).toMatchObject([{ rowNumber: 2, errors: [{ column: "shift_to", code: "invalid" }] }]);
    expect(await listDrivers(context, { projectId })).toHaveLength(2);
  });

  test("who may not read the fleet cannot take it along, and another's project is not there", async () => {
    const { projectId, tenant } = await wholeFleet();
    const stranger = await testTenant();
    const asked = exportFleet(stranger.context(), { projectId, list: "drivers" });
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
    const bytes = new TextEncoder().encode("dray_driver_id,name\r\n,Bo\r\n");
    await expect(importFleet(tenant.context("viewer"), { projectId, bytes })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
