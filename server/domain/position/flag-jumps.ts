import { distanceMeters } from "@/server/domain/geo";
import type { PositionFix } from "./position-fix";

/** A place at a time. */
export type Sighting = Pick<PositionFix, "recordedAtMs" | "lat" | "lng" | "accuracyMeters">;

/** What is known of a driver's whereabouts. */
export interface Whereabouts<T extends Sighting = Sighting> {
  /** The newest place that is believed. */
  readonly last: T | null;
  /** A newer place too far away to be believed by itself. */
  readonly suspect: Sighting | null;
}

const MAX_METERS_PER_SECOND = 250 / 3.6;
/** Readings a moment apart differ by this much without anybody having moved. */
const NOISE_METERS = 50;

/**
 * Walks a driver's fixes, oldest first, on from where he was. Whatever would take more than 250 km/h is a jump, unless a
 * second fix agrees with it: then the new place is believed, so that one wild reading costs one flag and a real change
 * of place (a ferry, a phone switched on elsewhere) two. Older fixes than the last never move it.
 */
export function flagJumps<T extends Sighting>(
  before: Whereabouts<T>,
  fixes: readonly T[],
): { readonly isJump: readonly boolean[]; readonly after: Whereabouts<T> } {
  let { last, suspect } = before;
  let previous: Sighting | null = null;
  const isJump = fixes.map((fix) => {
    const isLate = last !== null && fix.recordedAtMs <= last.recordedAtMs;
    if (isLate) {
      const flagged: boolean = previous !== null && !isReachable(previous, fix);
      if (!flagged) previous = fix;
      return flagged;
    }
    if (last === null || isReachable(last, fix) || (suspect !== null && isReachable(suspect, fix))) {
      last = fix;
      suspect = null;
      return false;
    }
    suspect = fix;
    return true;
  });
  return { isJump, after: { last, suspect } };
}

function isReachable(from: Sighting, to: Sighting): boolean {
  const seconds = Math.abs(to.recordedAtMs - from.recordedAtMs) / 1000;
  const tolerance = NOISE_METERS + (from.accuracyMeters ?? 0) + (to.accuracyMeters ?? 0);
  return distanceMeters(from, to) <= seconds * MAX_METERS_PER_SECOND + tolerance;
}
