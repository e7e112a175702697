import type { SafePlace } from "./customer-act";

/** What a customer asks for at his door, in his own words; empty and null: nothing. */
export interface CustomerWish {
  readonly instructions: string;
  readonly safePlace: SafePlace | null;
  /** Where exactly. */
  readonly safePlaceDetail: string;
}

export const NO_WISH: CustomerWish = { instructions: "", safePlace: null, safePlaceDetail: "" };

/** True where a customer has asked for nothing, or taken all of it back. */
export function isNoWish({ instructions, safePlace }: CustomerWish): boolean {
  return instructions === "" && safePlace === null;
}

/** True where two say the same. */
export function isSameWish(one: CustomerWish, other: CustomerWish): boolean {
  return (
    one.instructions === other.instructions &&
    one.safePlace === other.safePlace &&
    one.safePlaceDetail === other.safePlaceDetail
  );
}
