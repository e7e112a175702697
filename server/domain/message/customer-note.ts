/** What a driver may have written to whoever waits for him, in our words. */
export const CUSTOMER_NOTES = ["on-the-way", "late", "at-the-door"] as const;
export type CustomerNote = (typeof CUSTOMER_NOTES)[number];

export interface CustomerNoteFacts {
  readonly note: CustomerNote;
  /** Who delivers, as customers know it. */
  readonly sender: string;
  /** The order's own number; may be empty. */
  readonly order: string;
}
