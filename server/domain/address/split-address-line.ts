import { getCountries } from "libphonenumber-js/min";
import type { Address } from "@/server/domain/order/delivery-schema";
import { foldText } from "./fold-text";

const STATE_ZIP = /^(?:[A-Z]{2,3}\s+)(\d{4,5}(?:-\d{4})?)$/;
const POSTCODE_CITY = /^(?:[A-Z]{1,2}-)?(\d{3}\s\d{2}|\d{4,6})\s+(\p{L}.*)$/u;
const CITY_POSTCODE = /^(\p{L}.*?)\s+(\d{4,6}|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})$/u;
const COMMON: Readonly<Record<string, string>> = { usa: "US", uk: "GB", england: "GB", scotland: "GB", wales: "GB" };

/**
 * An address in one line, taken apart at its commas: "393 Hanover St, Boston, MA 02113, USA", "Bredgade 74, 1260
 * København K". What cannot be told apart stays in the street.
 */
export function splitAddressLine(line: string): Address {
  const parts = line
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const country = parts.length > 1 ? countryOf(parts.at(-1)!) : undefined;
  if (country) parts.pop();
  const place = parts.length > 1 ? placeOf(parts) : undefined;
  return {
    street: (place?.rest ?? parts).join(", ") || line.trim(),
    postcode: place?.postcode ?? "",
    city: (place?.city ?? "").slice(0, 100),
    country: country ?? "",
  };
}

function placeOf(parts: readonly string[]): { rest: string[]; postcode: string; city: string } | undefined {
  const last = parts.at(-1)!;
  const state = STATE_ZIP.exec(last);
  if (state && parts.length > 2) return { rest: parts.slice(0, -2), postcode: state[1]!, city: parts.at(-2)! };
  const before = POSTCODE_CITY.exec(last);
  if (before) return { rest: parts.slice(0, -1), postcode: before[1]!, city: before[2]! };
  const after = CITY_POSTCODE.exec(last);
  if (after) return { rest: parts.slice(0, -1), postcode: after[2]!, city: after[1]! };
  return /\d/.test(last) ? undefined : { rest: parts.slice(0, -1), postcode: "", city: last };
}

let names: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2 of a country by its code or its English name. */
function countryOf(text: string): string | undefined {
  if (/^[A-Z]{2}$/.test(text)) return (getCountries() as readonly string[]).includes(text) ? text : undefined;
  if (!names) {
    const said = new Intl.DisplayNames("en", { type: "region" });
    names = new Map(getCountries().map((code) => [foldText(said.of(code) ?? code), code]));
  }
  const folded = foldText(text);
  return COMMON[folded] ?? names.get(folded);
}
