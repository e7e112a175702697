import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMeters } from "@/server/domain/geo";
import { simplifyTrack, type TrackPoint } from "./simplify-track";
import { packTrack, trackPositionAt, unpackTrack } from "./track";

const T0 = Date.parse("2026-06-10T08:00:00Z");
const walk = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 })),
    {
      maxLength: 120,
    },
  )
  .map((steps) => {
    let [second, north, east] = [0, 0, 0];
    return steps.map(([s, n, e]): TrackPoint => {
      [second, north, east] = [second + s, north + n, east + e];
      return { recordedAtMs: T0 + second * 1000, lat: 55 + north / 111_195, lng: 12 + east / 63_800 };
    });
  });

describe("a track made smaller", () => {
  test("shows nobody further off at any measured time than was allowed", () => {
    fc.assert(
      fc.property(walk, fc.integer({ min: 5, max: 200 }), (points, tolerance) => {
        const kept = simplifyTrack(points, tolerance);
        for (const point of points) {
          expect(distanceMeters(trackPositionAt(kept, point.recordedAtMs)!, point)).toBeLessThan(
            tolerance * 1.01 + 0.1,
          );
        }
      }),
    );
  });

  test("an even drive is two points, a stop on the way is kept as one", () => {
    const drive = (from: number, to: number, meters: (second: number) => number) =>
      Array.from({ length: to - from }, (_, index) => ({
        recordedAtMs: T0 + (from + index) * 1000,
        lat: 55 + meters(from + index) / 111_195,
        lng: 12,
      }));
    const even = drive(0, 600, (second) => second * 10);
    expect(simplifyTrack(even, 15)).toEqual([even[0], even.at(-1)]);
    const stopping = [
      ...drive(0, 300, (s) => s * 10),
      ...drive(300, 600, () => 3000),
      ...drive(600, 900, (s) => (s - 300) * 10),
    ];
    const kept = simplifyTrack(stopping, 15);
    expect(kept.length).toBeLessThan(8);
    expect(trackPositionAt(kept, T0 + 450_000)!.lat).toBeCloseTo(55 + 3000 / 111_195, 3);
  });

  test("comes back from its packed form to the second and the metre", () => {
    fc.assert(
      fc.property(walk, (points) => {
        const back = unpackTrack(packTrack(points));
        expect(back).toHaveLength(points.length);
        for (const [index, point] of points.entries()) {
          expect(Math.abs(back[index]!.recordedAtMs - point.recordedAtMs)).toBeLessThanOrEqual(500);
          expect(distanceMeters(back[index]!, point)).toBeLessThan(1.1);
        }
      }),
    );
  });

  test("nobody is anywhere before the first point and after the last", () => {
    const points = [0, 10].map((s) => ({ recordedAtMs: T0 + s * 1000, lat: 55, lng: 12 }));
    expect(trackPositionAt([], T0)).toBeNull();
    expect(trackPositionAt(points, T0 - 1)).toBeNull();
    expect(trackPositionAt(points, T0 + 10_001)).toBeNull();
    expect(trackPositionAt(points, T0)).toEqual({ lat: 55, lng: 12 });
  });
});
