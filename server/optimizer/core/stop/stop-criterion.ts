/** Where a search stands; kept current by the search itself. */
export interface SearchStatus {
  iterations: number;
  elapsedSeconds: number;
  iterationsAtBest: number;
  secondsAtBest: number;
}

export type StopReason = "iterations" | "time" | "no-improvement" | "stopped" | "trivial";

/**
 * How a construction goes on: as well as it can, as quickly as it can, or hardly. A plan without all that fits is worth
 * less than one that is late, so only who asks to stop gets it unfinished.
 */
export type Haste = "none" | "due" | "overdue";

/** A budget as a value: how much of it is used, and what to say when it is gone. */
export interface StopCriterion {
  readonly reason: StopReason;
  /** Whether the search cools down along this budget, or is merely cut off by it. */
  readonly paces: boolean;
  /** What it means for a plan still under construction when it is used up. */
  readonly haste: Haste;
  /** Share used; the search ends at 1. */
  readonly used: (status: SearchStatus) => number;
}
