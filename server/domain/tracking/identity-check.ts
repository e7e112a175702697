import { z } from "zod";
import { postcodeKey } from "@/server/domain/address/normalize-address";

const LEAST_POSTCODE_LENGTH = 3;
const PHONE_DIGITS = 3;

/** What somebody says to show that a delivery is his: its postcode, or the last three digits of its phone. */
export const identityAnswerSchema = z.string().trim().min(1).max(20);

/** What is known of whoever is delivered to; both may be empty. */
export interface KnownContact {
  readonly postcode: string;
  readonly phone: string;
}

/**
 * Whether the answer fits (product.md §3: the second factor of a tracking number, and the check before a proof). Where
 * neither postcode nor phone is known nothing fits. Three digits are few: whoever asks must be limited in tries.
 */
export function passesIdentityCheck(answer: string, known: KnownContact): boolean {
  const said = postcodeKey(answer);
  const postcode = postcodeKey(known.postcode);
  const digits = known.phone.replace(/\D/g, "");
  const isPostcode = postcode.length >= LEAST_POSTCODE_LENGTH && said === postcode;
  const isPhone = digits.length >= 2 * PHONE_DIGITS && /^\d{3}$/.test(answer.trim()) && digits.endsWith(answer.trim());
  return isPostcode || isPhone;
}
