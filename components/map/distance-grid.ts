import type { FeatureCollection, LineString } from "geojson";

const METERS_PER_DEGREE = 111_320;
const TARGET_CELL_PIXELS = 110;
const STEPS = [1, 2, 5];

/** West, south, east, north, in degrees. */
export type Bounds = readonly [number, number, number, number];
export type DistanceGrid = FeatureCollection<LineString, { strong: boolean }>;

/** The cell size that shows as about a hundred pixels: 1, 2 or 5 times a power of ten. */
export function gridCellMeters(metersPerPixel: number): number {
  const wanted = Math.max(1, metersPerPixel * TARGET_CELL_PIXELS);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = STEPS.findLast((candidate) => candidate * power <= wanted) ?? 1;
  return step * power;
}

/**
 * A grid of squares of a round distance over the bounds, every fifth line strong. It shows scale and nothing it does
 * not know. Columns are spaced for the nearest whole degree of latitude, so panning within a city never shifts them.
 */
export function distanceGrid([west, south, east, north]: Bounds, cellMeters: number): DistanceGrid {
  const middle = Math.max(-85, Math.min(85, Math.round((south + north) / 2)));
  const latStep = cellMeters / METERS_PER_DEGREE;
  const lngStep = latStep / Math.cos((middle * Math.PI) / 180);
  const features: DistanceGrid["features"] = [];
  const add = (coordinates: [number, number][], index: number) =>
    features.push({
      type: "Feature",
      properties: { strong: index % 5 === 0 },
      geometry: { type: "LineString", coordinates },
    });
  for (const index of steps(west, east, lngStep))
    add(
      [
        [index * lngStep, south],
        [index * lngStep, north],
      ],
      index,
    );
  for (const index of steps(south, north, latStep))
    add(
      [
        [west, index * latStep],
        [east, index * latStep],
      ],
      index,
    );
  return { type: "FeatureCollection", features };
}

const MOST_LINES = 200;

function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.min(MOST_LINES, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}
