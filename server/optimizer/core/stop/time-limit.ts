import type { StopCriterion } from "./stop-criterion";

/** Ends after so many seconds of wall time. */
export function timeLimit(seconds: number): StopCriterion {
  return { reason: "time", paces: true, haste: "due", used: (status) => status.elapsedSeconds / seconds };
}
