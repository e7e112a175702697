import { formatHouseNumber, type HouseNumber, parseHouseNumber } from "@/server/domain/address/house-number";
import { type NormalizedAddress, normalizeAddress } from "@/server/domain/address/normalize-address";
import { type Door, type HousePlace, placeHouse } from "@/server/domain/address/place-house";
import { type StreetMatch, scoreAddressMatch } from "@/server/domain/address/score-address-match";
import { distanceMeters } from "@/server/domain/geo";
import type { AddressQuery, GeocodeCandidate, GeocodeResult, GeocoderPort } from "@/server/ports/geocoder";

export interface AddressBookQuery {
  /** As `streetKey()` makes it; the book stores the same. */
  readonly streetKey: string;
  /** As `postcodeKey()` makes it. */
  readonly postcode?: string;
  /** Folded as `foldText()` does. */
  readonly cityKey?: string;
  /** ISO 3166-1 alpha-2; doors of other countries are left out. */
  readonly country?: string;
  /** Which doors of a street are wanted; absent: some in the middle of its numbers. */
  readonly houseNumber?: number;
}

export interface AddressBookRow {
  readonly street: string;
  readonly streetKey: string;
  readonly houseNumber: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly lat: number;
  readonly lng: number;
}

export interface AddressBookPlace {
  readonly label: string;
  readonly lat: number;
  readonly lng: number;
}

export interface AddressBookLookup {
  /**
   * Per query the doors of the (about 12) streets whose key is most similar by trigrams, streets of the same postcode
   * and then town first among equally similar ones; of each street the (about 16) doors nearest to the house number.
   */
  search(queries: readonly AddressBookQuery[]): Promise<readonly (readonly AddressBookRow[])[]>;
  /** Per query the middle of the doors with its postcode, else of its town; undefined when neither is known. */
  findPlaces(
    queries: readonly { readonly postcode?: string; readonly cityKey?: string; readonly country?: string }[],
  ): Promise<readonly (AddressBookPlace | undefined)[]>;
}

const QUERIES_PER_CALL = 200;
const MAX_CANDIDATES = 5;
/** Two streets this close in score cannot be told apart by their names. */
const AMBIGUOUS_MARGIN = 0.06;
/** Nearer than this it does not matter which of the two was meant. */
const SAME_PLACE_METERS = 150;

/** Addresses looked up in the installation's own list of doors: no network, no quota. */
export function createAddressBookGeocoder(lookup: AddressBookLookup): GeocoderPort {
  return {
    source: "address-book",
    async geocode(queries, { signal } = {}) {
      const results: GeocodeResult[] = [];
      for (let start = 0; start < queries.length; start += QUERIES_PER_CALL) {
        signal?.throwIfAborted();
        results.push(...(await geocodeChunk(lookup, queries.slice(start, start + QUERIES_PER_CALL))));
      }
      return results;
    },
  };
}

async function geocodeChunk(lookup: AddressBookLookup, queries: readonly AddressQuery[]): Promise<GeocodeResult[]> {
  const addresses = queries.map(normalizeAddress);
  const found = await lookup.search(
    addresses.map(({ streetKey, postcode, cityKey, houseNumber }, index) => ({
      streetKey,
      postcode,
      cityKey,
      country: queries[index]?.country,
      houseNumber: houseNumber?.number,
    })),
  );
  const results = addresses.map((address, index) => rank(address, found[index] ?? []));
  // Another town's street is only a guess: the town that was written, if the book knows it, comes first.
  const lost = results.flatMap(({ confidence }, index) =>
    confidence === "city" || confidence === "none" ? [index] : [],
  );
  if (lost.length === 0) return results;
  const places = await lookup.findPlaces(
    lost.map((index) => {
      const { postcode, cityKey } = addresses[index]!;
      return { postcode, cityKey, country: queries[index]?.country };
    }),
  );
  lost.forEach((index, at) => {
    const place = places[at];
    if (place) results[index] = withPlace(results[index]!, place);
  });
  return results;
}

function withPlace({ candidates }: GeocodeResult, { label, lat, lng }: AddressBookPlace): GeocodeResult {
  const place = { position: { lat, lng }, confidence: "city" as const, label, score: 0.3 };
  return { confidence: "city", candidates: [place, ...candidates].slice(0, MAX_CANDIDATES) };
}

interface StreetCandidate extends GeocodeCandidate {
  readonly match: StreetMatch;
  readonly city: string;
}

function rank(address: NormalizedAddress, rows: readonly AddressBookRow[]): GeocodeResult {
  const candidates = groupByStreet(rows)
    .flatMap((street) => toCandidate(address, street))
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best) return { confidence: "none", candidates: [] };
  if (best.match.place === "contradicts") return elsewhere(candidates);
  const confidence = decide(best, candidates);
  const shown = candidates.slice(0, MAX_CANDIDATES).map(({ position, label, score, confidence: own }) => ({
    position,
    label,
    score,
    confidence: weaker(own, confidence),
  }));
  return { confidence, candidates: shown };
}

/** The street exists, but not where the sender wrote: worth showing when name and number are really the same. */
function elsewhere(candidates: readonly StreetCandidate[]): GeocodeResult {
  const shown = candidates
    .filter(({ match, confidence }) => match.typos === 0 && confidence === "exact")
    .slice(0, MAX_CANDIDATES)
    .map(({ position, label, score }) => ({ position, label, score, confidence: "city" as const }));
  return { confidence: shown.length > 0 ? "city" : "none", candidates: shown };
}

/** A street of one town; the same name in the next town is another. */
function groupByStreet(rows: readonly AddressBookRow[]): AddressBookRow[][] {
  const streets = new Map<string, AddressBookRow[]>();
  for (const row of rows) {
    const key = `${row.streetKey}|${row.postcode ?? ""}|${row.city ?? ""}`;
    const street = streets.get(key);
    if (street) street.push(row);
    else streets.set(key, [row]);
  }
  return [...streets.values()];
}

function toCandidate(address: NormalizedAddress, rows: readonly AddressBookRow[]): StreetCandidate[] {
  const row = rows[0]!;
  const match = scoreAddressMatch(address, row);
  const doors = rows.flatMap((door): Door[] => {
    const houseNumber = parseHouseNumber(door.houseNumber);
    return houseNumber ? [{ houseNumber, position: { lat: door.lat, lng: door.lng } }] : [];
  });
  const place = match && placeHouse(address.houseNumber, doors);
  if (!place) return [];
  const found = place.confidence === "street" ? undefined : address.houseNumber;
  return [
    {
      match,
      city: row.city ?? row.postcode ?? "",
      position: place.position,
      confidence: place.confidence,
      label: toLabel(row, found),
      // A street that has the number is likelier meant than one that has not.
      score: match.score * HOUSE_FACTOR[place.confidence],
    },
  ];
}

const HOUSE_FACTOR: Record<HousePlace["confidence"], number> = { exact: 1, interpolated: 0.95, street: 0.8 };

function toLabel({ street, postcode, city }: AddressBookRow, houseNumber: HouseNumber | undefined): string {
  const line = houseNumber ? `${street} ${formatHouseNumber(houseNumber)}` : street;
  return [line, [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** The confidence of the best candidate, lowered where it might as well be another place. */
function decide(best: StreetCandidate, candidates: readonly StreetCandidate[]): GeocodeCandidate["confidence"] {
  const rivals = candidates.filter(
    (candidate) =>
      candidate !== best &&
      best.score - candidate.score < AMBIGUOUS_MARGIN &&
      distanceMeters(best.position, candidate.position) > SAME_PLACE_METERS,
  );
  if (rivals.some(({ city }) => city !== best.city)) return "city";
  if (rivals.length > 0) return "street";
  // Two letters off may well be another name (Hillerødgade, Søllerødgade). One is believed when that street really has
  // the number, in just the place that was written.
  const isBelievable = best.match.typos === 1 && best.confidence === "exact" && best.match.place === "agrees";
  if (best.match.typos > 0 && !isBelievable) return "street";
  return best.confidence;
}

const ORDER: readonly GeocodeCandidate["confidence"][] = ["exact", "interpolated", "street", "city"];

function weaker(a: GeocodeCandidate["confidence"], b: GeocodeCandidate["confidence"]): GeocodeCandidate["confidence"] {
  return ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))]!;
}
