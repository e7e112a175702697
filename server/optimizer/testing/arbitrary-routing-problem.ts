import fc from "fast-check";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { plainProblem } from "./plain-problem";
import { balance, clustering, fleet, frozen, locked, placed, warmStart } from "./plan-features";
import type { ProblemChange, ProblemSize } from "./problem-change";
import { PROBLEM_FEATURES, type ProblemFeature, SOLVED_FEATURES } from "./problem-features";
import {
  breaks,
  carbon,
  done,
  limits,
  maxWork,
  openRoutes,
  overtime,
  profiles,
  reload,
  shortShifts,
  unreachable,
} from "./vehicle-features";
import {
  allowedVehicles,
  checkIn,
  demands,
  directPairs,
  loads,
  pairs,
  priorities,
  prizes,
  windows,
} from "./visit-features";

const CHANGES: Record<ProblemFeature, (size: ProblemSize) => fc.Arbitrary<ProblemChange>> = {
  profiles,
  "open-routes": openRoutes,
  windows,
  loads,
  "check-in": checkIn,
  demands,
  "allowed-vehicles": allowedVehicles,
  priorities,
  prizes,
  pairs,
  "direct-pairs": directPairs,
  "short-shifts": shortShifts,
  limits,
  "max-work": maxWork,
  overtime,
  breaks,
  reload,
  done,
  carbon,
  fleet,
  balance,
  clustering,
  "warm-start": warmStart,
  locked,
  frozen,
  placed,
  unreachable,
};

export interface ProblemRange {
  readonly maxVisits: number;
  readonly maxVehicles: number;
}

const SMALL: ProblemRange = { maxVisits: 14, maxVehicles: 4 };

/**
 * Small problems in which every combination of the given features turns up, often tightly: half of them draw each
 * feature by its own chance, half have exactly two (where there are two).
 */
export function arbitraryRoutingProblem(
  features: readonly ProblemFeature[] = SOLVED_FEATURES,
  range = SMALL,
): fc.Arbitrary<RoutingProblem> {
  const two = Math.min(2, features.length);
  const some = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: features.length, maxLength: features.length });
  return fc
    .oneof(
      fc.shuffledSubarray([...features], { minLength: two, maxLength: two }),
      some.map((chances) => features.filter((_, i) => chances[i]! >= 70)),
    )
    .chain((chosen) => problemWith(chosen, range));
}

/** Small problems with exactly these features. */
export function problemWith(features: readonly ProblemFeature[], range = SMALL): fc.Arbitrary<RoutingProblem> {
  const inOrder = PROBLEM_FEATURES.filter((feature) => features.includes(feature));
  return fc
    .record({
      visits: fc.integer({ min: 1, max: range.maxVisits }),
      vehicles: fc.integer({ min: 1, max: range.maxVehicles }),
    })
    .chain((size) =>
      fc
        .tuple(plainProblem(size), fc.tuple(...inOrder.map((feature) => CHANGES[feature](size))))
        .map(([plain, changes]) => changes.reduce((problem, change) => change(problem), plain)),
    );
}
