import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type PhoneVerdict =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly reason: "not_a_number" | "too_short" | "too_long" | "unknown_country_code" };

const LETTERS = /[A-Za-z]{2,}/;
const EXTENSION = /\s*(?:ext\.?|x)\s*\d+$/i;
const ALLOWED = /^[+\d\s().\-–/\u00a0]+$/;

/**
 * A phone number in E.164 (`+4512345678`). Numbers without a country code belong to `country` (ISO 3166-1 alpha-2). The
 * length must be possible there; whether the number is in use is not asked, so ranges kept for fiction pass.
 */
export function normalizePhone(text: string, country: string): PhoneVerdict {
  const plain = text.trim().replace(/^'/, "").replace(/^tel:/i, "").replace(EXTENSION, "");
  if (LETTERS.test(plain) || !ALLOWED.test(plain)) return { ok: false, reason: "not_a_number" };
  const defaultCountry = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const asWritten = parse(plain, defaultCountry);
  if (asWritten.ok) return asWritten;
  // Spreadsheets drop the plus, and "00" stands for it in most of the world.
  const digits = plain.replace(/\D/g, "");
  const international = digits.startsWith("00") ? digits.slice(2) : digits;
  if (!plain.includes("+") && international.length >= 10) {
    const withPlus = parse(`+${international}`, undefined);
    if (withPlus.ok) return withPlus;
  }
  return asWritten;
}

function parse(text: string, defaultCountry: CountryCode | undefined): PhoneVerdict {
  const number = parsePhoneNumberFromString(text, { ...(defaultCountry && { defaultCountry }), extract: false });
  if (!number) {
    const digits = text.replace(/\D/g, "").length;
    if (digits < 7) return { ok: false, reason: "too_short" };
    return { ok: false, reason: digits > 15 ? "too_long" : "unknown_country_code" };
  }
  if (number.isPossible() && /^\+[1-9]\d{5,14}$/.test(number.number)) return { ok: true, phone: number.number };
  return { ok: false, reason: number.nationalNumber.length < 8 ? "too_short" : "too_long" };
}
