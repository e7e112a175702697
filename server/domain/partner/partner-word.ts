import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { HandoverStatus } from "./handover";

/** What a partner can say of a delivery he has. */
export const PARTNER_WORDS = [
  "accepted",
  "declined",
  "picked-up",
  "enroute",
  "arrived",
  "delivered",
  "failed",
  "returned",
  "cancelled",
] as const;
export type PartnerWord = (typeof PARTNER_WORDS)[number];

/** Where a delivery stands that was handed over. */
export interface HandedOver {
  readonly handover: HandoverStatus;
  readonly delivery: DeliveryStatus;
  /** When the last word that was taken had happened; null: none was. */
  readonly saidAt: Date | null;
}

export type PartnerVerdict =
  /** `delivery`: its status from now on, where that is another; `handover` likewise. */
  | { readonly verdict: "applied"; readonly delivery?: DeliveryStatus; readonly handover?: HandoverStatus }
  /** Kept; what is known already says as much, or more. */
  | { readonly verdict: "superseded" }
  /** It contradicts how the delivery has ended, or the delivery is not his any more. */
  | { readonly verdict: "rejected" };

const APPLIED = { verdict: "applied" } as const;
const SUPERSEDED = { verdict: "superseded" } as const;
const REJECTED = { verdict: "rejected" } as const;
/** How far a delivery has come; what has ended has ended. */
const REACHED: Readonly<Partial<Record<DeliveryStatus, number>>> = { assigned: 0, enroute: 1 };

/**
 * What a partner's word changes. Words may come late, twice and in any order: a delivery never goes back, and an end is
 * changed by a later end only where the first was a failure.
 */
export function judgePartnerWord(
  { handover, delivery, saidAt }: HandedOver,
  word: PartnerWord,
  at: Date,
): PartnerVerdict {
  if (handover === "offered" || handover === "awaited") return judgeAnswer(delivery, word);
  if (handover !== "accepted" && handover !== "done") return REJECTED;
  const reached = REACHED[delivery];
  const isUnderWay = handover === "accepted" && reached !== undefined;
  switch (word) {
    case "accepted":
      return SUPERSEDED;
    case "picked-up":
    case "enroute":
      return isUnderWay && reached < 1 ? { ...APPLIED, delivery: "enroute" } : SUPERSEDED;
    case "arrived":
      if (!isUnderWay || isOlder(at, saidAt)) return SUPERSEDED;
      return reached < 1 ? { ...APPLIED, delivery: "enroute" } : APPLIED;
    case "delivered":
    case "failed":
    case "returned":
      if (delivery === word) return SUPERSEDED;
      if (isUnderWay) return { ...APPLIED, delivery: word, handover: "done" };
      if (delivery !== "failed") return isOlder(at, saidAt) ? SUPERSEDED : REJECTED;
      return isOlder(at, saidAt) ? SUPERSEDED : { ...APPLIED, delivery: word };
    case "declined":
    case "cancelled":
      if (isUnderWay) return { ...APPLIED, delivery: "requested", handover: "given-back" };
      return isOlder(at, saidAt) ? SUPERSEDED : REJECTED;
  }
}

/** What a word means that comes before its sender has said whether he takes the delivery: all but a no say that he does. */
function judgeAnswer(delivery: DeliveryStatus, word: PartnerWord): PartnerVerdict {
  if (word === "declined" || word === "cancelled") return { ...APPLIED, handover: "declined" };
  if (delivery !== "requested") return REJECTED;
  switch (word) {
    case "accepted":
      return { ...APPLIED, delivery: "assigned", handover: "accepted" };
    case "picked-up":
    case "enroute":
    case "arrived":
      return { ...APPLIED, delivery: "enroute", handover: "accepted" };
    case "delivered":
    case "failed":
    case "returned":
      return { ...APPLIED, delivery: word, handover: "done" };
  }
}

function isOlder(at: Date, saidAt: Date | null): boolean {
  return saidAt !== null && at < saidAt;
}
