import { parseHouseNumber } from "./house-number";
import type { NormalizedAddress } from "./normalize-address";
import { scoreAddressMatch } from "./score-address-match";
import { streetKey } from "./street-key";

/** What another geocoder says it found. */
export interface FoundAddress {
  /** How near its own match claims to be. */
  readonly level: "house" | "interpolated" | "street" | "city";
  readonly street?: string;
  readonly houseNumber?: string;
  readonly postcode?: string;
  readonly city?: string;
}

export interface FoundRating {
  readonly confidence: "exact" | "interpolated" | "street" | "city";
  readonly score: number;
}

/**
 * What a foreign geocoder's find is worth, 0..1 and as a confidence: never more than it claims, less where its street,
 * number or place are not the ones asked for. Geocoders like to answer with the best they have.
 */
export function rateFoundAddress(query: NormalizedAddress, found: FoundAddress): FoundRating {
  if (found.level === "city") return { confidence: "city", score: 0.3 };
  const match = found.street ? scoreAddressMatch(query, { ...found, streetKey: streetKey(found.street) }) : undefined;
  if (!match) return { confidence: "city", score: 0.2 };
  // A town may go by another name there ("Copenhagen"); it counts against the find when the postcode is another too.
  const elsewhere = match.place === "contradicts" && query.postcode !== undefined && found.postcode !== undefined;
  if (elsewhere) return { confidence: "city", score: match.score };
  const confidence = match.typos > 1 ? "street" : rateHouse(query, found);
  return { confidence, score: match.score * { exact: 1, interpolated: 0.95, street: 0.8 }[confidence] };
}

function rateHouse(query: NormalizedAddress, found: FoundAddress): "exact" | "interpolated" | "street" {
  const house = parseHouseNumber(found.houseNumber ?? "");
  const wanted = query.houseNumber;
  if (!wanted || !house || found.level === "street") return "street";
  const isInRange = house.toNumber !== undefined && wanted.number > house.number && wanted.number <= house.toNumber;
  if (wanted.number !== house.number && !isInRange) return "street";
  const sameDoor = isInRange || wanted.letter === house.letter;
  return found.level === "house" && sameDoor ? "exact" : "interpolated";
}
