import type { SearchStatus, StopCriterion, StopReason } from "./stop-criterion";

/** Several criteria at once: the first that is used up ends the search, the fastest pacing one sets the pace. */
export class SearchBudget {
  /** Share of the pacing budget used, 0 to 1. */
  pace = 0;
  reason: StopReason | undefined;

  constructor(private readonly criteria: readonly StopCriterion[]) {}

  /** Whether a criterion that cuts even the first construction short is used up. */
  isUrgent(status: SearchStatus): boolean {
    return this.criteria.some((criterion) => criterion.urgent && criterion.used(status) >= 1);
  }

  /** Whether the search must end now. */
  isSpent(status: SearchStatus): boolean {
    let pace = 0;
    for (const criterion of this.criteria) {
      const used = criterion.used(status);
      if (criterion.paces && used > pace) pace = used;
      if (used < 1) continue;
      this.reason = criterion.reason;
      this.pace = 1;
      return true;
    }
    this.pace = pace;
    return false;
  }
}
