import { z } from "zod";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import { accepted, type CellResult, quoted, refused } from "./cell-result";

const email = z.email().max(254);
const WHY = {
  not_a_number: "is not a phone number",
  too_short: "is too short for a phone number",
  too_long: "is too long for a phone number",
  unknown_country_code: "has no country code that is in use",
} as const;

/** A phone number in E.164; without a country code it belongs to `country`. */
export function parseCellPhone(text: string, country: string): CellResult<string> {
  const verdict = normalizePhone(text, country);
  if (verdict.ok) return accepted(verdict.phone);
  return refused("phone", `${quoted(text)} ${WHY[verdict.reason]}. Write it with its country code, like +4512345678.`);
}

/** One e-mail address. A `mailto:` in front and angle brackets around are taken off. */
export function parseCellEmail(text: string): CellResult<string> {
  const plain = text
    .replace(/^mailto:/i, "")
    .replace(/^.*<([^<>]+)>$/, "$1")
    .trim();
  if (email.safeParse(plain).success) return accepted(plain);
  const several = /[;,\s]/.test(plain) && plain.includes("@");
  const fix = several ? "Keep a single address." : "Write it like anna@example.com.";
  return refused("email", `${quoted(text)} is not an e-mail address. ${fix}`);
}
