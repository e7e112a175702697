import { expect, test } from "vitest";
import { decodePolyline, encodePolyline } from "@/server/domain/polyline";
import { routeGeometry } from "./route-geometry";

const POINTS = [
  { lat: 55.6, lng: 12.5 },
  { lat: 55.7, lng: 12.6 },
  { lat: 55.65, lng: 12.7 },
] as const;
const [a, b, c] = POINTS;
const bend = { lat: 55.66, lng: 12.51 };

test("ways follow one another without saying a point twice, straight where none is known", () => {
  const ways = [
    { from: a, to: b, shape: encodePolyline([a, bend, b]) },
    { from: b, to: c, shape: "" },
  ];
  expect(decodePolyline(routeGeometry(ways))).toEqual([a, bend, b, c]);
});

test("what has no place is passed over, and no way has no line", () => {
  const ways = [
    { from: a, to: null, shape: "" },
    { from: null, to: c, shape: "" },
  ];
  expect(decodePolyline(routeGeometry(ways))).toEqual([a, c]);
  expect(routeGeometry([])).toBe("");
  expect(decodePolyline(routeGeometry([{ from: a, to: a, shape: "" }]))).toEqual([a]);
});
