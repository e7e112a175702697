import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type {
  AddressBookLookup,
  AddressBookQuery,
  AddressBookRow,
} from "@/server/adapters/geocoder/address-book-geocoder";
import { foldText } from "@/server/domain/address/fold-text";
import { parseHouseNumber } from "@/server/domain/address/house-number";
import { postcodeKey } from "@/server/domain/address/normalize-address";
import { streetKey } from "@/server/domain/address/street-key";

const STREETS = 12;
const DOORS = 16;

interface Street {
  readonly trigrams: ReadonlySet<string>;
  readonly postcode: string;
  readonly cityKey: string;
  readonly doors: AddressBookRow[];
}

/** An address book in memory that ranks streets as PostgreSQL's pg_trgm does. */
export function createMemoryAddressBook(rows: Iterable<AddressBookRow>): AddressBookLookup {
  const streets = new Map<string, Street>();
  const streetsOf = new Map<string, Set<Street>>();
  for (const row of rows) {
    const key = `${row.streetKey}|${row.postcode ?? ""}|${row.city ?? ""}`;
    let street = streets.get(key);
    if (!street) {
      street = {
        trigrams: trigramsOf(row.streetKey),
        postcode: postcodeKey(row.postcode ?? ""),
        cityKey: foldText(row.city ?? ""),
        doors: [],
      };
      streets.set(key, street);
      for (const trigram of street.trigrams) {
        const sharing = streetsOf.get(trigram) ?? new Set();
        streetsOf.set(trigram, sharing.add(street));
      }
    }
    street.doors.push(row);
  }
  return {
    search: async (queries) => queries.map((query) => searchOne(query, streetsOf)),
    findPlaces: async (queries) =>
      queries.map(({ postcode, cityKey }) => {
        const all = [...streets.values()];
        const inPostcode = all.filter((street) => postcode !== undefined && street.postcode === postcode);
        const inPlace =
          inPostcode.length > 0 ? inPostcode : all.filter((street) => cityKey && street.cityKey === cityKey);
        const doors = inPlace.flatMap((street) => street.doors);
        if (doors.length === 0) return undefined;
        const mean = (value: (door: AddressBookRow) => number) =>
          doors.reduce((sum, door) => sum + value(door), 0) / doors.length;
        const label = [doors[0]!.postcode, doors[0]!.city].filter(Boolean).join(" ");
        return { label, lat: mean((door) => door.lat), lng: mean((door) => door.lng) };
      }),
  };
}

function searchOne(query: AddressBookQuery, streetsOf: ReadonlyMap<string, ReadonlySet<Street>>): AddressBookRow[] {
  const wanted = trigramsOf(query.streetKey);
  const shared = new Map<Street, number>();
  for (const trigram of wanted) {
    for (const street of streetsOf.get(trigram) ?? []) shared.set(street, (shared.get(street) ?? 0) + 1);
  }
  const rank = (street: Street, count: number) => {
    const similarity = count / (wanted.size + street.trigrams.size - count);
    const samePostcode = query.postcode && street.postcode === query.postcode ? 0.2 : 0;
    const sameCity = query.cityKey && street.cityKey.startsWith(query.cityKey) ? 0.1 : 0;
    return similarity + samePostcode + sameCity;
  };
  return [...shared]
    .map(([street, count]) => ({ street, rank: rank(street, count) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, STREETS)
    .flatMap(({ street }) => nearestDoors(street.doors, query.houseNumber));
}

function nearestDoors(doors: readonly AddressBookRow[], houseNumber: number | undefined): AddressBookRow[] {
  const number = (row: AddressBookRow) => parseHouseNumber(row.houseNumber)?.number ?? Infinity;
  const sorted = [...doors].sort((a, b) => number(a) - number(b));
  const wanted = houseNumber ?? number(sorted[sorted.length >> 1]!);
  return sorted.sort((a, b) => Math.abs(number(a) - wanted) - Math.abs(number(b) - wanted)).slice(0, DOORS);
}

/** As pg_trgm: every word with two blanks before and one after it. */
function trigramsOf(key: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of key.split(" ")) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** Rows of an address file with the columns street, house_number, postcode, city, lat, lon. */
export function readAddressFile(path: string): AddressBookRow[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    street: row.street ?? "",
    streetKey: streetKey(row.street ?? ""),
    houseNumber: row.house_number ?? "",
    postcode: row.postcode || undefined,
    city: row.city || undefined,
    lat: Number(row.lat),
    lng: Number(row.lon),
  }));
}
