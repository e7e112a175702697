import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { CallRelay } from "@/server/ports/call-relay";

/** Digits for the link, then as many for the door. */
const DIGITS = 4;

/**
 * One relay number for all, told apart by codes. A code is worked out from link and door, not kept: it is good for exactly
 * as long as the link, works without network, and a link sent anew has others. `codeKey` makes codes, `secret` is the
 * operator's.
 */
export function createNumberCallRelay({
  number,
  secret,
  codeKey,
}: {
  readonly number: string;
  readonly secret: string;
  readonly codeKey: string;
}): CallRelay {
  const digitsOf = (text: string) => {
    const hash = createHmac("sha256", codeKey).update(`call-relay/${text}`).digest();
    return String(hash.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, "0");
  };
  return {
    source: "number",
    lineFor: (assignmentId, visitId) => ({
      number,
      code: digitsOf(assignmentId) + digitsOf(`${assignmentId}/${visitId}`),
    }),
    isOf: (code, assignmentId) => code.length === 2 * DIGITS && code.startsWith(digitsOf(assignmentId)),
    mayResolve: (shown) => timingSafeEqual(digestOf(shown), digestOf(secret)),
  };
}

const digestOf = (text: string) => createHash("sha256").update(text).digest();
