import { expect, test } from "vitest";
import { calibrateEstimate } from "./calibrate-estimate";
import { estimateFromMeters, UNCALIBRATED } from "./estimate-leg";

const straights = [500, 900, 1500, 2200, 4000, 9000];
const measured = straights.map((straightMeters) => ({
  straightMeters,
  ...estimateFromMeters(straightMeters, "van", { duration: 1.3, distance: 0.8 }),
}));

test("finds the factors that the measured ways were made with", () => {
  const { duration, distance } = calibrateEstimate(measured, "van");
  expect(duration).toBeCloseTo(1.3, 1);
  expect(distance).toBeCloseTo(0.8, 1);
});

test("one detour over a far bridge changes little", () => {
  const detour = { straightMeters: 400, durationSeconds: 9000, distanceMeters: 90_000 };
  expect(calibrateEstimate([...measured, detour], "van").duration).toBeCloseTo(1.3, 1);
});

test("says nothing from too few or too short ways", () => {
  expect(calibrateEstimate(measured.slice(0, 4), "van")).toEqual(UNCALIBRATED);
  const doorstep = { straightMeters: 20, durationSeconds: 300, distanceMeters: 900 };
  expect(
    calibrateEstimate(
      Array.from({ length: 50 }, () => doorstep),
      "van",
    ),
  ).toEqual(UNCALIBRATED);
});
