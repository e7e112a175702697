import type { StopCriterion } from "./stop-criterion";

/** Ends after so many iterations: with a seed, the same result on every machine. */
export function iterationLimit(iterations: number): StopCriterion {
  return { reason: "iterations", paces: true, haste: "none", used: (status) => status.iterations / iterations };
}
