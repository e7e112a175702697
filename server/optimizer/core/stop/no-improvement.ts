import type { StopCriterion } from "./stop-criterion";

/** On a machine that is busy otherwise seconds pass in which nothing is tried. */
const LEAST_ITERATIONS = 500;

/** Ends when so many seconds, and with them some hundred iterations, brought nothing better. */
export function noImprovementFor(seconds: number): StopCriterion {
  return {
    reason: "no-improvement",
    paces: false,
    haste: "none",
    used: (status) =>
      Math.min(
        (status.elapsedSeconds - status.secondsAtBest) / seconds,
        (status.iterations - status.iterationsAtBest) / LEAST_ITERATIONS,
      ),
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
