import { type EstimateCalibration, estimateFromMeters, UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "./travel-profile";

/** A way measured on roads, beside its straight line. */
export interface MeasuredPair {
  readonly straightMeters: number;
  readonly durationSeconds: number;
  readonly distanceMeters: number;
}

/** Below this, the block around and the side of the street decide, not the distance. */
const MIN_STRAIGHT_METERS = 150;
const MIN_PAIRS = 5;

/**
 * How a region's roads differ from the estimate: the median ratio of measured to estimated time and distance.
 * 1 and 1 when fewer than five pairs say anything. One-off detours do not move a median.
 */
export function calibrateEstimate(pairs: Iterable<MeasuredPair>, profile: TravelProfile): EstimateCalibration {
  const durations: number[] = [];
  const distances: number[] = [];
  for (const { straightMeters, durationSeconds, distanceMeters } of pairs) {
    if (straightMeters < MIN_STRAIGHT_METERS || durationSeconds <= 0 || distanceMeters <= 0) continue;
    const estimate = estimateFromMeters(straightMeters, profile);
    durations.push(durationSeconds / estimate.durationSeconds);
    distances.push(distanceMeters / estimate.distanceMeters);
  }
  if (durations.length < MIN_PAIRS) return UNCALIBRATED;
  return { duration: median(durations), distance: median(distances) };
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}
