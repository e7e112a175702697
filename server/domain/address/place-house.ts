import { distanceMeters, type LatLng } from "@/server/domain/geo";
import type { HouseNumber } from "./house-number";

export interface Door {
  readonly houseNumber: HouseNumber;
  readonly position: LatLng;
}

/** `exact`: that door; `interpolated`: the same number with another letter, or between its neighbours; `street`: somewhere on it. */
export interface HousePlace {
  readonly confidence: "exact" | "interpolated" | "street";
  readonly position: LatLng;
  /** The door itself, or the nearest known one. */
  readonly door: Door;
}

/** Numbers may be missing between two neighbours, but the neighbours must still be near. */
const MAX_NUMBER_GAP = 24;
const MAX_NEIGHBOUR_METERS = 350;
/** A number just past the last known door of its side. */
const MAX_BEYOND = 4;

/**
 * Where a house number is on a street with these doors: its own door, else between the nearest lower and higher number
 * of the same side (odd or even), else of either side. Undefined for a street without doors.
 */
export function placeHouse(wanted: HouseNumber | undefined, doors: readonly Door[]): HousePlace | undefined {
  if (doors.length === 0) return undefined;
  const sorted = [...doors].sort((a, b) => a.houseNumber.number - b.houseNumber.number);
  const middle = sorted[sorted.length >> 1]!;
  if (!wanted) return { confidence: "street", position: middle.position, door: middle };
  const exact = sorted.find(
    ({ houseNumber }) => houseNumber.number === wanted.number && houseNumber.letter === wanted.letter,
  );
  if (exact) return { confidence: "exact", position: exact.position, door: exact };
  const range = sorted.find(({ houseNumber }) => !wanted.letter && isInRange(wanted.number, houseNumber));
  if (range) return { confidence: "exact", position: range.position, door: range };
  const sameNumber = sorted.find(({ houseNumber }) => houseNumber.number === wanted.number);
  if (sameNumber) return { confidence: "interpolated", position: sameNumber.position, door: sameNumber };

  const side = sorted.filter(({ houseNumber }) => houseNumber.number % 2 === wanted.number % 2);
  const between = interpolate(wanted.number, side) ?? interpolate(wanted.number, sorted);
  if (between) return { confidence: "interpolated", ...between };
  const nearest = nearestDoor(wanted.number, side.length > 0 ? side : sorted);
  const isNear = Math.abs(nearest.houseNumber.number - wanted.number) <= MAX_BEYOND && sorted.length > 1;
  return { confidence: isNear ? "interpolated" : "street", position: nearest.position, door: nearest };
}

function isInRange(number: number, { number: from, toNumber }: HouseNumber): boolean {
  return toNumber !== undefined && number > from && number <= toNumber && number % 2 === from % 2;
}

function nearestDoor(number: number, doors: readonly Door[]): Door {
  return doors.reduce((best, door) =>
    Math.abs(door.houseNumber.number - number) < Math.abs(best.houseNumber.number - number) ? door : best,
  );
}

function interpolate(number: number, sorted: readonly Door[]): { position: LatLng; door: Door } | undefined {
  const lower = sorted.findLast(({ houseNumber }) => houseNumber.number < number);
  const higher = sorted.find(({ houseNumber }) => houseNumber.number > number);
  if (!lower || !higher) return undefined;
  const gap = higher.houseNumber.number - lower.houseNumber.number;
  if (gap > MAX_NUMBER_GAP || distanceMeters(lower.position, higher.position) > MAX_NEIGHBOUR_METERS) return undefined;
  const share = (number - lower.houseNumber.number) / gap;
  const mix = (from: number, to: number) => from + (to - from) * share;
  return {
    position: {
      lat: mix(lower.position.lat, higher.position.lat),
      lng: mix(lower.position.lng, higher.position.lng),
    },
    door: nearestDoor(number, [lower, higher]),
  };
}
