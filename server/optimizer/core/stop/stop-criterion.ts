/** Where a search stands; kept current by the search itself. */
export interface SearchStatus {
  iterations: number;
  elapsedSeconds: number;
  iterationsAtBest: number;
  secondsAtBest: number;
}

export type StopReason = "iterations" | "time" | "no-improvement" | "stopped" | "trivial";

/** A budget as a value: how much of it is used, and what to say when it is gone. */
export interface StopCriterion {
  readonly reason: StopReason;
  /** Whether the search cools down along this budget, or is merely cut off by it. */
  readonly paces: boolean;
  /** Whether it also cuts the first construction short: somebody waits. */
  readonly urgent: boolean;
  /** Share used; the search ends at 1. */
  readonly used: (status: SearchStatus) => number;
}
