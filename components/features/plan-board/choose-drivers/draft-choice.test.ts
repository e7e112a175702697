import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import type { FleetItems } from "./day-driver";
import { choiceProblems, chosenDrivers, draftChoices, withFreeVehicle } from "./draft-choice";

const driver = (id: string, vehicleId: string | null) => ({
  id,
  name: id,
  email: "",
  phone: "",
  shiftFromSeconds: 8 * 3600,
  shiftToSeconds: 16 * 3600,
  breaks: [],
  vehicleId,
  depotId: null,
});
const fleet: FleetItems = {
  drivers: [driver("driver-1", "van-1"), driver("driver-9", "van-1"), driver("driver-8", null)],
  vehicles: ["van-1", "van-2", "van-3"].map((id) => ({ id, label: id, registration: "" })),
  depots: [{ id: "depot-1", name: "Depot" }],
};
const { routes } = makeBoard({ routes: 1 });

it("starts from the day's own drivers and everybody's usual van and depot", () => {
  const choices = draftChoices(fleet, routes, (seconds) => seconds);
  expect(choices.map((choice) => choice.isChosen)).toEqual([true, false, false]);
  expect(choices[0]).toMatchObject({ vehicleId: "van-1", depotId: "depot-1", stopCount: 6 });
});

it("sees a van given to two drivers, a missing van, and a shift that ends before it begins", () => {
  const all = draftChoices(fleet, routes, (seconds) => seconds).map((choice) => ({ ...choice, isChosen: true }));
  expect(choiceProblems(all)).toEqual(
    new Map([
      ["driver-9", "vehicle-twice"],
      ["driver-8", "no-vehicle"],
    ]),
  );
  const backwards = all.map((choice) => ({ ...choice, shiftToSeconds: 0 }));
  expect(choiceProblems(backwards).get("driver-1")).toBe("shift");
});

it("finds a van that nobody drives, first one that is nobody's usual", () => {
  const choices = draftChoices(fleet, routes, (seconds) => seconds).map((choice) => ({
    ...choice,
    isChosen: choice.driver.id !== "driver-8",
  }));
  expect(withFreeVehicle(choices, "driver-9", fleet)).toBe("van-2");
  expect(withFreeVehicle(choices, "driver-1", { ...fleet, vehicles: [] })).toBeNull();
});

it("asks only for drivers that are complete, and only for what differs", () => {
  const before = draftChoices(fleet, routes, (seconds) => seconds);
  const all = before.map((choice) => ({ ...choice, isChosen: true }));
  expect(chosenDrivers(all, before)).toEqual([
    { driverId: "driver-1" },
    { driverId: "driver-9", vehicleId: "van-1", startDepotId: "depot-1" },
  ]);
  const later = before.map((choice) => ({ ...choice, shiftToSeconds: 18 * 3600 }));
  expect(chosenDrivers(later, before)).toEqual([{ driverId: "driver-1", shiftToSeconds: 18 * 3600 }]);
});

it("asks for other breaks of the day, and for the usual ones once they are that again", () => {
  const lunch = { fromSeconds: 11 * 3600, toSeconds: 13 * 3600, durationSeconds: 1800 };
  const drivers = fleet.drivers.map((each) => ({ ...each, breaks: [lunch] }));
  const before = draftChoices({ ...fleet, drivers }, routes, (seconds) => seconds);
  expect(before.map(({ breaks }) => breaks.length)).toEqual([0, 1, 1]);
  const usual = { key: "new", from: "11:00", to: "13:00", minutes: "30" };
  const ask = (breaks: readonly (typeof usual)[]) => chosenDrivers([{ ...before[0]!, breaks }], before);
  expect(ask([usual])).toEqual([{ driverId: "driver-1", breaks: null }]);
  expect(ask([{ ...usual, minutes: "45" }])).toEqual([
    { driverId: "driver-1", breaks: [{ ...lunch, durationSeconds: 2700 }] },
  ]);
  const wrong = [{ ...before[0]!, breaks: [{ ...usual, from: "later" }] }];
  expect(choiceProblems(wrong).get("driver-1")).toBe("breaks");
});
