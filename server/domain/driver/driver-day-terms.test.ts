import { expect, test } from "vitest";
import { capacitySaidAnew, shiftSaidAnew } from "./driver-day-terms";
import { driversNamed } from "./driver-name";

const HOUR = 3600;
const day = { shiftFromSeconds: 8 * HOUR, shiftToSeconds: 17 * HOUR };

test("an end that is not after the beginning is the next day's; what is not said stays", () => {
  expect(shiftSaidAnew(day, {})).toEqual(day);
  expect(shiftSaidAnew(day, { shiftToSeconds: 2 * HOUR }).shiftToSeconds).toBe(26 * HOUR);
  expect(shiftSaidAnew(day, { shiftFromSeconds: 18 * HOUR }).shiftToSeconds).toBe(41 * HOUR);
  const night = { shiftFromSeconds: 20 * HOUR, shiftToSeconds: 28 * HOUR };
  expect(shiftSaidAnew(night, { shiftFromSeconds: 21 * HOUR })).toEqual({ ...night, shiftFromSeconds: 21 * HOUR });
  expect(shiftSaidAnew(night, { shiftFromSeconds: 2 * HOUR }).shiftToSeconds).toBe(4 * HOUR);
});

test("capacities that are not said are those said before, else the vehicle's; nothing said leaves what there is", () => {
  const vehicle = [1, 2, 3, 4];
  expect(capacitySaidAnew(undefined, vehicle, null)).toBeNull();
  expect(capacitySaidAnew([undefined, undefined, undefined, undefined], vehicle, [9, 9, 9, 9])).toEqual([9, 9, 9, 9]);
  expect(capacitySaidAnew([undefined, 7, undefined, undefined], vehicle, null)).toEqual([1, 7, 3, 4]);
  expect(capacitySaidAnew([5, undefined, undefined, 0], vehicle, [1, 7, 3, 4])).toEqual([5, 7, 3, 0]);
});

test("who has no name elsewhere is never meant by one", () => {
  const drivers = [
    { externalId: "", serial: "1" },
    { externalId: "A", serial: "" },
  ];
  expect(driversNamed(drivers, { externalId: "", serial: "" })).toEqual([]);
  expect(driversNamed(drivers, { externalId: "A" })).toEqual([drivers[1]]);
  expect(driversNamed(drivers, { externalId: "A", serial: "1" })).toEqual([]);
});
