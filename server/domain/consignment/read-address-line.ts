import { parseCellCountry } from "@/server/domain/intake/parse-cell-country";
import type { Address } from "@/server/domain/order/delivery-schema";

const COUNTRY_CODE = /^[A-Z]{2,3}$/;
/** As much as an address has room for (`addressSchema`). */
const [MOST_STREET, MOST_CITY] = [200, 100];

/**
 * An address said in one line ("1 George St, Brisbane QLD 4000, Australia") as the core keeps it: the country where the last part
 * names one, the town with its postcode from the part before, the street from the rest. Nothing of the line is lost.
 */
export function readAddressLine(line: string): Address {
  const parts = line
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const named = parts.length > 1 ? countryOf(parts.at(-1)!) : undefined;
  const rest = named ? parts.slice(0, -1) : parts;
  const read = rest.length > 1 ? townOf(rest.at(-1)!) : undefined;
  const town = read && read.city.length <= MOST_CITY ? read : undefined;
  const lines = town ? rest.slice(0, -1) : rest;
  const spaced = lines.join(", ");
  const street = spaced.length > MOST_STREET ? lines.join(",") : spaced;
  return { street, postcode: town?.postcode ?? "", city: town?.city ?? "", country: named ?? "" };
}

/** A country by its name; a code only in capitals, so that a street's "St" or a state stays what it is. */
function countryOf(text: string): string | undefined {
  if (text.length < 4 && !COUNTRY_CODE.test(text)) return undefined;
  // What looks like a code and is a state of a country before it ("…, CA") is left to the geocoder.
  if (text.length === 2) return undefined;
  const read = parseCellCountry(text);
  return read.ok ? read.value : undefined;
}

/** "1260 København K", "Brisbane QLD 4000", "London SW1A 1AA": the part with figures is the postcode. */
function townOf(text: string): { readonly postcode: string; readonly city: string } | undefined {
  const before = /^([A-Z]{0,2}-?\d[\w-]{2,9})\s+(\p{L}.*)$/u.exec(text);
  if (before) return { postcode: before[1]!, city: before[2]! };
  const after = /^(\p{L}.*?)\s+([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d[\d -]{2,9})$/u.exec(text);
  if (after) return { postcode: after[2]!, city: after[1]! };
  return /\d/.test(text) ? undefined : { postcode: "", city: text };
}
