import { describe, expect, it } from "vitest";
import { FLEET_COLUMNS, type FleetField, fleetMappingSchema } from "./fleet-columns";
import { MAX_CAPACITY, validateFleetRow } from "./validate-fleet-row";

const check = (row: Partial<Record<FleetField, string>>) => {
  const headers = Object.keys(row);
  const mapping = fleetMappingSchema.parse({
    fields: Object.fromEntries(headers.map((field, index) => [field, index])),
  });
  return validateFleetRow(Object.values(row), { headers, mapping, country: "DK", zone: "Europe/Copenhagen" });
};
const codesOf = (row: Partial<Record<FleetField, string>>) => {
  const verdict = check(row);
  return verdict.ok ? [] : verdict.errors.map((error) => `${error.column} ${error.code}`);
};

describe("a fleet row", () => {
  it("becomes a driver's usual day in the system's units", () => {
    const examples = Object.fromEntries(FLEET_COLUMNS.map((column) => [column.key, column.example]));
    expect(check(examples)).toEqual({
      ok: true,
      warnings: [],
      entry: {
        externalId: "VAN-01",
        driver: { name: "Anna Holm", email: "anna@example.com", phone: "+4512345678", skills: ["cold", "fragile"] },
        vehicle: {
          registration: "AB 12345",
          type: "van",
          capacity: [900_000, 7_000_000, 200, 4],
          hasFourthLoad: true,
          maxStops: 140,
          features: ["tail-lift"],
          emissionGramsPerKm: 180,
        },
        depot: { name: "North", position: { lat: 55.6499, lng: 12.5351 } },
        shift: { fromSeconds: 25_200, toSeconds: 57_600 },
        breaks: [{ fromSeconds: 41_400, toSeconds: 48_600, durationSeconds: 1800 }],
        costPerKmCents: 35,
        costPerHourCents: 2400,
        fixedCostCents: 3500,
      },
    });
  });

  it("has a fourth load and what it emits, in whole amounts that can be counted", () => {
    expect(check({ driver_name: "Ann", capacity_4: "", co2_g_per_km: "" })).toMatchObject({
      entry: { vehicle: { capacity: [0, 0, 0, MAX_CAPACITY].fill(MAX_CAPACITY), emissionGramsPerKm: null } },
    });
    expect(check({ driver_name: "Ann" })).not.toHaveProperty("entry.vehicle.emissionGramsPerKm");
    for (const [co2, code] of [
      ["-1", "negative"],
      ["5001", "too_large"],
      ["1e99", "too_large"],
      ["=1+1", "not_a_number"],
      ["🚚", "not_a_number"],
    ] as const) {
      expect(codesOf({ driver_name: "Ann", co2_g_per_km: co2 })).toEqual([`co2_g_per_km ${code}`]);
    }
    expect(check({ driver_name: "Ann", co2_g_per_km: "12,5" })).toMatchObject({
      entry: { vehicle: { emissionGramsPerKm: 12.5 } },
    });
    expect(codesOf({ driver_name: "Ann", capacity_4: "-0.5" })).toEqual(["capacity_4 negative"]);
    expect(codesOf({ driver_name: "Ann", capacity_4: "3e9" })).toEqual(["capacity_4 too_large"]);
  });

  it("does with a name alone", () => {
    expect(check({ driver_name: "Ann" })).toMatchObject({
      ok: true,
      entry: {
        externalId: "Ann",
        driver: { name: "Ann" },
        vehicle: { type: "van", capacity: [MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY] },
        shift: { fromSeconds: 28_800, toSeconds: 61_200 },
      },
    });
  });

  it("may end the next morning", () => {
    expect(check({ driver_name: "Ann", shift_from: "22:00", shift_to: "06:00" })).toMatchObject({
      ok: true,
      entry: { shift: { fromSeconds: 79_200, toSeconds: 108_000 } },
    });
  });

  it("may have a break, which is there whole or not at all", () => {
    const lunch = { break_from: "11:30", break_to: "13:30", break_minutes: "30" };
    expect(check({ driver_name: "Ann", ...lunch })).toMatchObject({
      entry: { breaks: [{ fromSeconds: 41_400, toSeconds: 48_600, durationSeconds: 1800 }] },
    });
    expect(check({ driver_name: "Ann", break_from: "", break_to: "", break_minutes: "" })).toMatchObject({
      entry: { breaks: [] },
    });
    expect(check({ driver_name: "Ann" })).not.toHaveProperty("entry.breaks");
    expect(codesOf({ driver_name: "Ann", ...lunch, break_to: "" })).toEqual(["break_to required"]);
    expect(codesOf({ driver_name: "Ann", ...lunch, break_minutes: "300" })).toEqual(["break_minutes invalid"]);
    const night = { shift_from: "22:00", shift_to: "06:00", break_from: "01:00", break_to: "02:00" };
    expect(check({ driver_name: "Ann", ...night, break_minutes: "20" })).toMatchObject({
      entry: { breaks: [{ fromSeconds: 90_000, toSeconds: 93_600, durationSeconds: 1200 }] },
    });
    const late = { shift_from: "12:00", shift_to: "20:00" };
    expect(check({ driver_name: "Ann", ...late, ...lunch })).toMatchObject({
      entry: { breaks: [{ fromSeconds: 41_400, toSeconds: 48_600, durationSeconds: 1800 }] },
    });
  });

  it("has all its faults told at once", () => {
    expect(
      codesOf({
        external_id: "",
        driver_name: "",
        driver_email: "x",
        driver_phone: "12345",
        vehicle_type: "submarine",
        depot_lat: "12.5351",
        depot_lon: "55.6499",
        shift_from: "18:00",
        shift_to: "09:00",
        capacity_kg: "-1",
        max_stops: "1.5",
        cost_per_km: "cheap",
        fixed_cost: "-2 €",
      }).sort(),
    ).toEqual([
      "capacity_kg negative",
      "cost_per_km not_a_number",
      "depot_lat coordinates_swapped",
      "driver_email email",
      "driver_name required",
      "driver_phone phone",
      "fixed_cost negative",
      "max_stops not_whole",
      "shift_to window_backwards",
      "vehicle_type unknown_vehicle_type",
    ]);
  });
});
