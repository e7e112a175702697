import type { Map as MapLibreMap } from "maplibre-gl";
import { expect, it } from "vitest";
import { selectPoints } from "./select-points";

const WORLD_PIXELS = 512 * 2 ** 13;
const CENTRE = { lng: 12.57, lat: 55.67 };
const heightOf = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** A map of 800 × 600 pixels as Mercator draws it, looking `bearing` degrees off north: only the upright one is flat. */
function mapLooking(bearing: number): MapLibreMap {
  const project = ([lng, lat]: [number, number]) => {
    const [x, y] = [((lng - CENTRE.lng) / 360) * WORLD_PIXELS, (heightOf(CENTRE.lat) - heightOf(lat)) * WORLD_PIXELS];
    const turn = (-bearing * Math.PI) / 180;
    return { x: 400 + x * Math.cos(turn) - y * Math.sin(turn), y: 300 + x * Math.sin(turn) + y * Math.cos(turn) };
  };
  const view = {
    getProjection: () => undefined,
    getPitch: () => 0,
    getBearing: () => bearing,
    getCenter: () => CENTRE,
  };
  return { ...view, project } as unknown as MapLibreMap;
}

const points = Array.from({ length: 400 }, (_, index) => ({
  id: String(index),
  lng: CENTRE.lng + ((index % 20) - 10) * 0.004,
  lat: CENTRE.lat + (Math.floor(index / 20) - 10) * 0.003,
}));
const triangle = [
  { x: 130, y: 90 },
  { x: 710, y: 240 },
  { x: 300, y: 560 },
];

it.each([0, 30])("selects what lies inside as the map shows it, looking %i° off north", (bearing) => {
  const map = mapLooking(bearing);
  const sideOf = (at: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.sign((b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x));
  const inside = points.filter(({ lng, lat }) => {
    const at = map.project([lng, lat]);
    const sides = triangle.map((corner, index) => sideOf(at, corner, triangle[(index + 1) % 3]!));
    return sides.every((side) => side === sides[0]);
  });
  expect(inside.length).toBeGreaterThan(20);
  expect(selectPoints(map, points, triangle)).toEqual(inside.map(({ id }) => id));
});
