/** What a driver's device may send as evidence. */
export const PROOF_KINDS = ["photo", "signature"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** The pictures every browser can show and we can decode. */
export const PROOF_CONTENT_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export type ProofContentType = (typeof PROOF_CONTENT_TYPES)[number];

export const MAX_PROOF_BYTES = 10_000_000;
export const MAX_PROOFS_PER_STOP = 10;
/** Of reports that are about no stop. */
export const MAX_PROOFS_PER_ROUTE = 40;
/** A picture that unpacks to more is refused before it is unpacked. */
export const MAX_PROOF_PIXELS = 50_000_000;
/** How long an address to send a picture to, or to look at one, is good. */
export const PROOF_URL_SECONDS = 300;
/** A picture that has not come by then is lost, until its device announces it once more. */
export const LOST_AFTER_DAYS = 7;

/**
 * `expected`: announced, its bytes have not come; `quarantined`: they have, and nobody has looked at them; `lost`: they
 * have not come for days.
 */
export const PROOF_STATUSES = ["expected", "quarantined", "verified", "rejected", "lost"] as const;
export type ProofStatus = (typeof PROOF_STATUSES)[number];

/** Why a picture was not taken. The first five are said when it is announced, the others after its bytes have come. */
export const PROOF_REJECTIONS = [
  "content-type",
  "too-large",
  "too-many",
  "not-on-route",
  "proof-id-taken",
  "wrong-length",
  "wrong-hash",
  "not-an-image",
  "other-type",
  "unreadable",
  "too-many-pixels",
] as const;
export type ProofRejection = (typeof PROOF_REJECTIONS)[number];

/** True for a type we take. */
export function isProofContentType(type: string): type is ProofContentType {
  return (PROOF_CONTENT_TYPES as readonly string[]).includes(type);
}
