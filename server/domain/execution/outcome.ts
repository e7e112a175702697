/** How a visit ended. `attempted`: nobody could be served, and another try is wanted. */
export const OUTCOMES = ["delivered", "partial", "failed", "attempted"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a visit ended otherwise than delivered; words for people live with the texts. */
export const OUTCOME_REASONS = [
  "nobody-home",
  "wrong-address",
  "no-access",
  "refused",
  "damaged",
  "missing-item",
  "recipient-unknown",
  "not-enough-time",
  "not-ready",
  "vehicle-problem",
  "weather",
  "cancelled",
  "other",
] as const;
export type OutcomeReason = (typeof OUTCOME_REASONS)[number];

/** Why a driver does not take a route. */
export const DECLINE_REASONS = ["sick", "vehicle-problem", "shift-over", "too-much", "mistake", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** True for outcomes that need a reason. */
export function needsReason(outcome: Outcome): boolean {
  return outcome !== "delivered";
}
