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
