import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { MAX_CAPACITY } from "@/server/domain/intake/validate-fleet-row";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { shownUnits } from "@/server/domain/unit/shown-units";
import { checkVehicle, draftOfVehicle, NEW_VEHICLE, type VehicleDraft } from "./vehicle-draft";

const METRIC = shownUnits("km", "kg");
const draft = (change: Partial<VehicleDraft> = {}): VehicleDraft => ({ ...NEW_VEHICLE, label: "VAN-01", ...change });
const check = (change: Partial<VehicleDraft> = {}) =>
  checkVehicle(wordsFor("fleet"), draft(change), DEFAULT_LOAD_DIMENSIONS, [], {});

test("amounts are stored in the project's units, and what is left empty is not limited", () => {
  const filled = {
    capacity0: "900",
    capacity1: "7.5",
    maxStops: "140",
    maxDistance: "120,5",
    maxDriveHours: "8.5",
    fixedCost: "35",
    costPerDistance: "0.35",
  };
  expect(check(filled)).toMatchObject({
    ok: true,
    input: {
      capacity: [900_000, 7500, MAX_CAPACITY, MAX_CAPACITY],
      maxStops: 140,
      maxDistanceMeters: 120_500,
      maxDriveSeconds: 30_600,
      fixedCostCents: 3500,
      costPerKmCents: 35,
    },
  });
  expect(check()).toMatchObject({
    ok: true,
    input: { capacity: [MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY], maxStops: null, fixedCostCents: 0 },
  });
});

test.each<[Partial<VehicleDraft>, keyof VehicleDraft]>([
  [{ label: " " }, "label"],
  [{ capacity0: "heavy" }, "capacity0"],
  [{ capacity2: "-1" }, "capacity2"],
  [{ maxStops: "0" }, "maxStops"],
  [{ maxDriveHours: "49" }, "maxDriveHours"],
  [{ costPerDistance: "-1" }, "costPerDistance"],
  [{ emissions: "5001" }, "emissions"],
  [{ registration: "X".repeat(41) }, "registration"],
])("%o is refused at %s", (change, field) => {
  const checked = check(change);
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

test("what is saved is edited as it was written", () => {
  const change = { capacity0: "900", capacity1: "7.5", maxDistance: "120.5", fixedCost: "35", maxDriveHours: "8.5" };
  const checked = check(change);
  if (!checked.ok) throw new Error("refused");
  const stored = { ...checked.input, id: "1", version: 1 } as unknown as Parameters<typeof draftOfVehicle>[0];
  expect(draftOfVehicle(stored, DEFAULT_LOAD_DIMENSIONS, METRIC)).toEqual(draft(change));
});

test("miles, pounds and cubic feet are typed, kilometres, grams and millilitres kept, and what was typed is read again", () => {
  const t = wordsFor("fleet", { distanceUnit: "mi", weightUnit: "lb" });
  const typed = {
    capacity0: "2000",
    capacity1: "300.5",
    maxDistance: "100",
    costPerDistance: "1.02",
    emissions: "400",
  };
  const dimensions = t.format.loads(DEFAULT_LOAD_DIMENSIONS);
  const checked = checkVehicle(t, draft(typed), dimensions, [], {});
  if (!checked.ok) throw new Error("refused");
  expect(checked.input).toMatchObject({
    capacity: [907_185, 8_509_212, MAX_CAPACITY, MAX_CAPACITY],
    maxDistanceMeters: 160_934,
    costPerKmCents: 63.38,
    emissionGramsPerKm: 248.55,
  });
  const stored = { ...checked.input, id: "1", version: 1 } as unknown as Parameters<typeof draftOfVehicle>[0];
  expect(draftOfVehicle(stored, dimensions, t.format.units)).toEqual(draft(typed));
  const far = checkVehicle(t, draft({ maxDistance: "6215" }), dimensions, [], {});
  expect(far).toMatchObject({ ok: false, errors: { maxDistance: expect.stringContaining("6,214 mi") } });
});
