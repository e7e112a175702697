/** Doubts that a person may settle by saying that all is well. */
export const DISMISSIBLE_CHECKS = ["contact", "duplicate"] as const;
export type DismissibleCheck = (typeof DISMISSIBLE_CHECKS)[number];

/** What stands between a day and its dispatch, in the order in which it is best cleared. */
export const CUTOFF_CHECKS = [
  "imports",
  "addresses",
  "contacts",
  "duplicates",
  "unassigned",
  "late",
  "strained",
] as const;
export type CutoffCheck = (typeof CUTOFF_CHECKS)[number];

/** How much of each is left; all zero: the day can go out. */
export interface CutoffCounts {
  /** Rows of order files that are faulty, or right and not yet taken over. */
  readonly imports: number;
  /** Addresses that nobody is sure of, or that are still being looked up. */
  readonly addresses: number;
  /** Doors with neither phone nor e-mail. */
  readonly contacts: number;
  /** Groups of orders that may be one and the same. */
  readonly duplicates: number;
  /** Stops on no route. */
  readonly unassigned: number;
  readonly late: number;
  /** Routes over their load or past their shift. */
  readonly strained: number;
}
