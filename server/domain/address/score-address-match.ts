import { editDistance } from "./edit-distance";
import { collapseSpelling, foldText } from "./fold-text";
import type { NormalizedAddress } from "./normalize-address";
import { postcodeKey } from "./normalize-address";

/** One street of one town as an address list has it. */
export interface StreetRow {
  readonly streetKey: string;
  readonly postcode?: string;
  readonly city?: string;
}

export interface StreetMatch {
  /** 0..1: how well street and place fit together. */
  readonly score: number;
  /** Letters by which the street's name differs. */
  readonly typos: number;
  /**
   * What was given of postcode and town says it is this place; only the town does, the postcode is another; nothing
   * does; or nothing was given to compare.
   */
  readonly place: "agrees" | "town" | "contradicts" | "unknown";
}

/** A typo in a short name makes another name: none below 4 letters, one up to 8, two from 9, three from 16. */
function allowedTypos(length: number): number {
  if (length < 4) return 0;
  if (length < 9) return 1;
  return length < 16 ? 2 : 3;
}

/**
 * How well a street of the address list fits the address asked for; undefined when its name is another one. The house
 * number is no part of it: see `placeHouse`.
 */
export function scoreAddressMatch(query: NormalizedAddress, row: StreetRow): StreetMatch | undefined {
  const asked = collapseSpelling(query.streetKey);
  const known = collapseSpelling(row.streetKey);
  if (!asked) return undefined;
  const limit = allowedTypos(Math.min(asked.length, known.length));
  // Both ways: in "gdae", a slip for "gade", the "ae" is no umlaut.
  const typos = Math.min(editDistance(asked, known, limit), editDistance(query.streetKey, row.streetKey, limit));
  if (typos > limit) return undefined;
  const similarity = 1 - typos / (Math.max(asked.length, known.length) + 1);
  const { factor, place } = comparePlace(query, row);
  return { score: similarity * factor, typos, place };
}

function comparePlace(query: NormalizedAddress, row: StreetRow): { factor: number; place: StreetMatch["place"] } {
  const knownPostcode = postcodeKey(row.postcode ?? "");
  const knownCity = foldText(row.city ?? "");
  const postcode = query.postcode && knownPostcode ? query.postcode === knownPostcode : undefined;
  const city = query.cityKey && knownCity ? sameCity(query.cityKey, knownCity) : undefined;
  if (postcode) return { factor: city === false ? 0.97 : 1, place: "agrees" };
  // A wrong digit or the next district's code is more likely than a wrong town.
  if (city) return postcode === false ? { factor: 0.93, place: "town" } : { factor: 0.99, place: "agrees" };
  if (postcode === undefined && city === undefined) return { factor: 0.9, place: "unknown" };
  return { factor: 0.5, place: "contradicts" };
}

/** "København" is "København K", "Vaduz FL" is "Vaduz", one typo is forgiven; but "København K" is not "København S". */
function sameCity(asked: string, known: string): boolean {
  if (`${known} `.startsWith(`${asked} `) || `${asked} `.startsWith(`${known} `)) return true;
  const shortWords = (text: string) =>
    text
      .split(" ")
      .filter((word) => word.length < 4)
      .join(" ");
  if (shortWords(asked) !== shortWords(known)) return false;
  const [a, b] = [collapseSpelling(asked), collapseSpelling(known)];
  return editDistance(a, b, 1) <= Math.min(1, allowedTypos(Math.min(a.length, b.length)));
}
