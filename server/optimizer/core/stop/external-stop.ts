import type { StopCriterion } from "./stop-criterion";

/** Ends as soon as another thread sets the first cell of a shared array. */
export function externalStop(flag: Int32Array): StopCriterion {
  return { reason: "stopped", paces: false, haste: "overdue", used: () => (Atomics.load(flag, 0) === 0 ? 0 : 1) };
}
