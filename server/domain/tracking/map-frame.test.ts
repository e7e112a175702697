import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMeters } from "@/server/domain/geo";
import { MAP_HEIGHT, MAP_WIDTH, mapFrame, mapScale, placeOnMap } from "./map-frame";

const door = fc.record({
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const beside = ({ lat, lng }: { lat: number; lng: number }, north: number, east: number) => ({
  lat: lat + north / 111_195,
  lng: lng + east / 111_195 / Math.cos((lat * Math.PI) / 180),
});

describe("a customer's map", () => {
  test("has the door in the middle, the van within, and lengths that are true", () => {
    const meters = fc.integer({ min: -12_000, max: 12_000 });
    fc.assert(
      fc.property(door, meters, meters, (home, north, east) => {
        const van = beside(home, north, east);
        const frame = mapFrame(home, van)!;
        expect(placeOnMap(frame, home)).toEqual({ x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 });
        const { x, y } = placeOnMap(frame, van);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(MAP_WIDTH);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(MAP_HEIGHT);
        const { meters: length, units } = mapScale(frame);
        const drawn = (Math.hypot(x - MAP_WIDTH / 2, y - MAP_HEIGHT / 2) * length) / units;
        expect(Math.abs(drawn - distanceMeters(home, van))).toBeLessThan(0.03 * frame.halfMeters);
      }),
    );
  });

  test("stays the same while the van comes nearer, and then steps in", () => {
    const home = { lat: 55.68, lng: 12.57 };
    const reach = [1800, 1500, 900, 700, 200].map((north) => mapFrame(home, beside(home, north, 0))!.halfMeters);
    expect(reach).toEqual([2500, 2500, 1200, 1200, 300]);
  });

  test("of a van that is in another country is none", () => {
    expect(mapFrame({ lat: 55.68, lng: 12.57 }, { lat: 48.85, lng: 2.35 })).toBeNull();
  });
});
