/**
 * A delivery's way to a partner. Offered, it waits for the answer; accepted, it is the partner's until it has ended,
 * been given back by him, or been withdrawn by us. `lost`: nobody knows what became of the offer.
 */
export const HANDOVER_STATUSES = [
  "offered",
  "accepted",
  "declined",
  "lost",
  "withdrawn",
  "given-back",
  "done",
] as const;
export type HandoverStatus = (typeof HANDOVER_STATUSES)[number];

/** What a partner must do to get it: the delivery in his terms. */
export interface HandoverNeeds {
  readonly serviceLevel: "standard" | "express" | "same_day";
  readonly isReturn: boolean;
  readonly isCold: boolean;
  /** What it may be called by a partner who says where he is: area, postcode and city. */
  readonly places: readonly string[];
  /** Only by this; null: by any. */
  readonly vehicleProfile: string | null;
}
