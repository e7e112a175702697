import "server-only";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";

/**
 * Kept, passed on and indexed nowhere; of ours only the style sheet and one script are loaded, of others nothing. Forms go
 * back to where they came from.
 */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** Puts on an answer what every answer about a delivery carries, whatever it says. */
export function keepPrivate(context: Context): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
}

/** The first language the reader's browser asks for that we write; null: none of them. */
export function languageOf(context: Context): Language | null {
  const wanted = accepts(context, {
    header: "Accept-Language",
    supports: [...LANGUAGES],
    default: "",
    match: (asked, { supports }) => {
      const codes = asked.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      return (
        codes.map(({ type }) => type.split("-", 1)[0]!.toLowerCase()).find((code) => supports.includes(code)) ?? ""
      );
    },
  });
  return LANGUAGES.find((language) => language === wanted) ?? null;
}
