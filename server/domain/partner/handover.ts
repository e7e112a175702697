/**
 * A delivery's way to a partner. Offered, it waits to be heard; awaited, he has heard it and will answer by himself;
 * accepted, it is his until it has ended, been given back by him, or been withdrawn by us. `lost`: nobody knows what
 * became of the offer, or its time is over.
 */
export const HANDOVER_STATUSES = [
  "offered",
  "awaited",
  "accepted",
  "declined",
  "lost",
  "withdrawn",
  "given-back",
  "done",
] as const;
export type HandoverStatus = (typeof HANDOVER_STATUSES)[number];

/**
 * Who has not answered an offer may be at work on it for so long. What is taken back at once is taken back once more by then,
 * if it was not surely heard.
 */
export const UNHEARD_MS = 30_000;

/**
 * Whether a partner knows that something is not his any more. He is being told; has heard it; has said that it cannot be taken
 * back, and nobody has decided what now; it stays taken back all the same; or could not be told, and is not tried any more.
 */
export const CANCEL_STATES = ["telling", "heard", "refused", "insisted", "unheard"] as const;
export type CancelState = (typeof CANCEL_STATES)[number];
