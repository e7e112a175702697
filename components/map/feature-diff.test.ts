import type { Feature, FeatureCollection } from "geojson";
import { expect, it } from "vitest";
import { featureDiff } from "./feature-diff";

const point = (id: string, lng: number, label = "1"): Feature => ({
  type: "Feature",
  properties: { id, label },
  geometry: { type: "Point", coordinates: [lng, 41] },
});
const line = (id: string, coordinates: [number, number][]): Feature => ({
  type: "Feature",
  properties: { id },
  geometry: { type: "LineString", coordinates },
});
const of = (...features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
const many = Array.from({ length: 10 }, (_, index) => point(`stop-${index}`, index));

it("sends what moved, what is called otherwise and what is new, and names what is gone", () => {
  const moved = point("stop-1", 1.5);
  const renamed = point("stop-2", 2, "7");
  const added = point("stop-10", 10);
  const [first, , , , ...rest] = many.map((feature) => structuredClone(feature));
  expect(featureDiff(of(...many), of(first!, moved, renamed, added, ...rest))).toEqual({
    remove: ["stop-3"],
    add: [moved, renamed, added],
  });
});

it("finds nothing to send among equal features", () => {
  expect(featureDiff(of(...many), of(...structuredClone(many)))).toEqual({ remove: [], add: [] });
});

it("takes a line for the same as long as it is the same object", () => {
  const coordinates: [number, number][] = [
    [1, 2],
    [3, 4],
  ];
  const before = of(line("a", coordinates), line("b", coordinates), line("c", coordinates));
  const drawnAgain = line("b", [...coordinates]);
  expect(featureDiff(before, of(line("a", coordinates), drawnAgain, line("c", coordinates)))?.add).toEqual([
    drawnAgain,
  ]);
});

it("leaves the sending of everything to the caller where most changes, or where names are not unique", () => {
  expect(featureDiff(of(), of(...many))).toBeNull();
  expect(featureDiff(of(...many), of())).toBeNull();
  expect(featureDiff(of(...many, many[0]!), of(...many))).toBeNull();
});
