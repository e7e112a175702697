import type { Haste, SearchStatus, StopCriterion, StopReason } from "./stop-criterion";

/** Several criteria at once: the first that is used up ends the search, the fastest pacing one sets the pace. */
export class SearchBudget {
  /** Share of the pacing budget used, 0 to 1. */
  pace = 0;
  reason: StopReason | undefined;

  constructor(private readonly criteria: readonly StopCriterion[]) {}

  /** The greatest haste of the criteria used up. */
  haste(status: SearchStatus): Haste {
    let haste: Haste = "none";
    for (const criterion of this.criteria) {
      if (criterion.haste === "none" || criterion.used(status) < 1) continue;
      if (criterion.haste === "overdue") return "overdue";
      haste = "due";
    }
    return haste;
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
