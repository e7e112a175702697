import type { StopCriterion } from "./stop-criterion";

/** Ends when so many seconds brought nothing better. */
export function noImprovementFor(seconds: number): StopCriterion {
  return {
    reason: "no-improvement",
    paces: false,
    haste: "none",
    used: (status) => (status.elapsedSeconds - status.secondsAtBest) / seconds,
  };
}

/** Ends when so many iterations brought nothing better. */
export function noImprovementIn(iterations: number): StopCriterion {
  return {
    reason: "no-improvement",
    paces: false,
    haste: "none",
    used: (status) => (status.iterations - status.iterationsAtBest) / iterations,
  };
}
