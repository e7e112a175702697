import { type EstimateCalibration, estimateFromMeters } from "./estimate-leg";
import type { TravelProfile } from "./travel-profile";

/** A way really driven, beside its straight line. */
export interface DrivenLeg {
  readonly straightMeters: number;
  readonly drivenSeconds: number;
  /** Null where nobody measured the distance. */
  readonly drivenMeters: number | null;
  readonly drivenAt: Date;
}

/** Older legs say nothing any more: other roadworks, other season. */
export const LEARNING_DAYS = 90;
/** So many of the latest are looked at. */
export const LEARNING_LEGS = 500;
/** From fewer, nothing is learned. */
export const FEWEST_LEGS = 20;

/** Below this, parking and the block around decide, not the distance. */
const MIN_STRAIGHT_METERS = 150;
/** Anything beyond was no drive but a lunch, a chat, or a clock that was wrong. */
const PLAUSIBLE_RATIO = { least: 0.2, most: 6 };
/** However odd the legs, the estimate stays one. */
const FACTOR = { least: 0.5, most: 3 };
/** A leg counts half after so long. */
const HALF_LIFE_DAYS = 21;
const DAY_MS = 86_400_000;

export interface LearnedCalibration extends EstimateCalibration {
  /** How many legs said so. */
  readonly legs: number;
}

/**
 * What a depot's finished routes say about its roads: the median ratio of driven to estimated time, and distance,
 * with recent legs weighing more. Undefined from too few usable legs. A median does not mind a third of nonsense.
 */
export function learnCalibration(
  legs: readonly DrivenLeg[],
  profile: TravelProfile,
  now: Date,
): LearnedCalibration | undefined {
  const durations: Weighted[] = [];
  const distances: Weighted[] = [];
  for (const leg of legs) {
    const ageDays = (now.getTime() - leg.drivenAt.getTime()) / DAY_MS;
    if (ageDays < 0 || ageDays > LEARNING_DAYS || leg.straightMeters < MIN_STRAIGHT_METERS) continue;
    const estimate = estimateFromMeters(leg.straightMeters, profile);
    const weight = 0.5 ** (ageDays / HALF_LIFE_DAYS);
    addPlausible(durations, leg.drivenSeconds / estimate.durationSeconds, weight);
    if (leg.drivenMeters !== null) addPlausible(distances, leg.drivenMeters / estimate.distanceMeters, weight);
  }
  if (durations.length < FEWEST_LEGS) return undefined;
  const distance = distances.length < FEWEST_LEGS ? 1 : weightedMedian(distances);
  return { duration: bounded(weightedMedian(durations)), distance: bounded(distance), legs: durations.length };
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

function addPlausible(ratios: Weighted[], value: number, weight: number): void {
  if (value >= PLAUSIBLE_RATIO.least && value <= PLAUSIBLE_RATIO.most) ratios.push({ value, weight });
}

const bounded = (factor: number) => Math.min(FACTOR.most, Math.max(FACTOR.least, factor));

/** The smallest value with half of the weight at or below it. */
function weightedMedian(values: readonly Weighted[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= half) return value;
  }
  return 1;
}
