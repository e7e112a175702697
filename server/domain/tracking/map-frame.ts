import type { LatLng } from "@/server/domain/geo";

const METERS_PER_DEGREE = 111_195;
/** Of the picture, in its own units; a frame's `halfMeters` are half its height. */
export const MAP_WIDTH = 640;
export const MAP_HEIGHT = 480;
/** How far a frame may reach, so that it stays the same while a van comes nearer, and then steps in. */
const HALF_METERS = [300, 600, 1200, 2500, 5000, 10_000, 20_000, 40_000];
/** How much of the way to the edge is used. */
const USED = 0.8;
/** Lengths a scale bar may have, and how long it is at most. */
const SCALE_METERS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MOST_SCALE_UNITS = 150;

/** What a customer's map shows: the door in the middle, as much around it as the van needs. */
export interface MapFrame {
  readonly center: LatLng;
  readonly halfMeters: number;
}

/** The frame for two places that are rounded already; null: too far apart for a map to say anything. */
export function mapFrame(door: LatLng, van: LatLng): MapFrame | null {
  const fits = HALF_METERS.find((halfMeters) => {
    const { x, y } = placeOnMap({ center: door, halfMeters }, van);
    return (
      Math.abs(x - MAP_WIDTH / 2) <= (USED * MAP_WIDTH) / 2 && Math.abs(y - MAP_HEIGHT / 2) <= (USED * MAP_HEIGHT) / 2
    );
  });
  return fits === undefined ? null : { center: door, halfMeters: fits };
}

/** Where a place lies on the picture, in tenths of its units: x to the right, y down. */
export function placeOnMap({ center, halfMeters }: MapFrame, { lat, lng }: LatLng): { x: number; y: number } {
  const unitsPerDegree = (METERS_PER_DEGREE * MAP_HEIGHT) / 2 / halfMeters;
  const across = (((lng - center.lng + 540) % 360) - 180) * Math.cos((center.lat * Math.PI) / 180);
  const tenth = (units: number) => Math.round(units * 10) / 10;
  return {
    x: tenth(MAP_WIDTH / 2 + across * unitsPerDegree),
    y: tenth(MAP_HEIGHT / 2 - (lat - center.lat) * unitsPerDegree),
  };
}

/** A round length and how long it is on the picture. */
export function mapScale({ halfMeters }: Pick<MapFrame, "halfMeters">): { meters: number; units: number } {
  const unitsOf = (meters: number) => (meters * MAP_HEIGHT) / 2 / halfMeters;
  const meters = SCALE_METERS.findLast((each) => unitsOf(each) <= MOST_SCALE_UNITS) ?? SCALE_METERS[0]!;
  return { meters, units: Math.round(unitsOf(meters)) };
}
