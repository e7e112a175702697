import { postcodeKey } from "@/server/domain/address/normalize-address";

/** Where a delivery goes, by all it may be called. */
export interface ServedPlace {
  /** Its area, city and zones, by name. */
  readonly names: readonly string[];
  readonly postcode: string;
}

const RANGE = /^(\d{2,10})\s*[-–]\s*(\d{2,10})$/;

const folded = (text: string) => text.trim().toLowerCase();

/**
 * True of a place in one of these areas; none: everywhere. An area is the name of an area, a city or a zone, a postcode,
 * the beginning of one ("21*"), or all from one to another of as many digits ("2100-2499").
 */
export function servesPlace(areas: readonly string[], { names, postcode }: ServedPlace): boolean {
  if (areas.length === 0) return true;
  const called = new Set(names.map(folded));
  const key = postcodeKey(postcode);
  return areas.some((area) => called.has(folded(area)) || (key !== "" && holdsPostcode(area.trim(), key)));
}

function holdsPostcode(area: string, key: string): boolean {
  if (area.endsWith("*")) {
    const prefix = postcodeKey(area.slice(0, -1));
    return prefix !== "" && key.startsWith(prefix);
  }
  const [, from, to] = RANGE.exec(area) ?? [];
  // Digits of one length compare as texts do.
  if (from && to) return from.length === to.length && key.length === from.length && key >= from && key <= to;
  return postcodeKey(area) === key;
}
