import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EstimateCalibration, estimateFromMeters, estimateLeg } from "./estimate-leg";
import { TRAVEL_PROFILES } from "./travel-profile";

const townHall = { lat: 55.675757, lng: 12.56902 };
const position = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});

describe("estimateLeg", () => {
  test("is 150 × km^0.75 seconds and 1.4 × the straight line for a van", () => {
    expect(estimateFromMeters(1000, "van")).toEqual({ durationSeconds: 150, distanceMeters: 1400 });
    expect(estimateFromMeters(16_000, "van")).toEqual({ durationSeconds: 1200, distanceMeters: 22_400 });
  });

  test("grows in proportion for feet and bicycles", () => {
    expect(estimateFromMeters(4000, "foot").durationSeconds).toBe(4 * 855);
    expect(estimateFromMeters(4000, "bike").durationSeconds).toBe(4 * 280);
  });

  test("applies the two calibrations separately", () => {
    const valley: EstimateCalibration = { duration: 1.5, distance: 0.9 };
    expect(estimateFromMeters(1000, "van", valley)).toEqual({ durationSeconds: 225, distanceMeters: 1260 });
  });

  test("a truck is slower than a van, a van than nothing at all over 5 km, and walking slowest", () => {
    const seconds = TRAVEL_PROFILES.map((profile) => estimateFromMeters(5000, profile).durationSeconds);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  });

  test("is zero for the same point and whole, positive and symmetric for any two others", () => {
    for (const profile of TRAVEL_PROFILES) {
      expect(estimateLeg(townHall, townHall, profile)).toEqual({ durationSeconds: 0, distanceMeters: 0 });
    }
    fc.assert(
      fc.property(position, position, fc.constantFrom(...TRAVEL_PROFILES), (from, to, profile) => {
        const there = estimateLeg(from, to, profile);
        const same = from.lat === to.lat && from.lng === to.lng;
        expect(Number.isInteger(there.durationSeconds) && Number.isInteger(there.distanceMeters)).toBe(true);
        if (!same && there.distanceMeters > 1) expect(there.durationSeconds).toBeGreaterThan(0);
        expect(estimateLeg(to, from, profile)).toEqual(there);
      }),
    );
  });
});
