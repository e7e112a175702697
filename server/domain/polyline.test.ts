import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePolyline, encodePolyline } from "./polyline";

// The worked example of Google's format description.
const EXAMPLE = "_p~iF~ps|U_ulLnnqC_mqNvxq`@";
const EXAMPLE_POSITIONS = [
  { lat: 38.5, lng: -120.2 },
  { lat: 40.7, lng: -120.95 },
  { lat: 43.252, lng: -126.453 },
];

describe("polyline", () => {
  test("encodes and decodes the format's own example", () => {
    expect(encodePolyline(EXAMPLE_POSITIONS)).toBe(EXAMPLE);
    expect(decodePolyline(EXAMPLE)).toEqual(EXAMPLE_POSITIONS);
  });

  test("the empty line is the empty text", () => {
    expect(encodePolyline([])).toBe("");
    expect(decodePolyline("")).toEqual([]);
  });

  test("refuses text that breaks off or is something else", () => {
    expect(() => decodePolyline("_p~iF~ps|U_ulL")).toThrow(RangeError);
    expect(() => decodePolyline("_p~iF~ps|")).toThrow(RangeError);
    expect(() => decodePolyline("55.6, 12.5")).toThrow(RangeError);
  });

  test("comes back to the rounded positions at either precision, across the whole globe", () => {
    const units = (limit: number) => fc.integer({ min: -limit, max: limit });
    for (const precision of [5, 6] as const) {
      const factor = 10 ** precision;
      const line = fc.array(fc.tuple(units(90 * factor), units(180 * factor)));
      fc.assert(
        fc.property(line, (points) => {
          const positions = points.map(([lat, lng]) => ({ lat: lat / factor, lng: lng / factor }));
          const decoded = decodePolyline(encodePolyline(positions, precision), precision);
          expect(decoded.length).toBe(positions.length);
          decoded.forEach((position, index) => {
            expect(position.lat).toBeCloseTo(positions[index]!.lat, precision + 1);
            expect(position.lng).toBeCloseTo(positions[index]!.lng, precision + 1);
          });
        }),
      );
    }
  });
});
