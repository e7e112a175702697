/** What a reviewer thinks of a visit's evidence. Pending: nobody has looked, or the driver has said something new since. */
export const REVIEW_STATES = ["pending", "approved", "flagged", "rejected"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** So many visits are decided on at once. */
export const MOST_DECISIONS = 500;

export interface Review {
  readonly state: ReviewState;
  readonly note: string;
  readonly reviewedBy: string | null;
  readonly reviewedAtMs: number | null;
}

const PENDING: Review = { state: "pending", note: "", reviewedBy: null, reviewedAtMs: null };

/** A decision counts for the act it was made on: once the driver has put it right, the evidence is to be looked at again. */
export function reviewOf(decided: (Review & { readonly opId: string }) | null, opId: string): Review {
  if (!decided || decided.opId !== opId || decided.state === "pending") return PENDING;
  const { state, note, reviewedBy, reviewedAtMs } = decided;
  return { state, note, reviewedBy, reviewedAtMs };
}
