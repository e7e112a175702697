import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { streetKey } from "@/server/domain/address/street-key";
import { distanceMeters } from "@/server/domain/geo";
import type { AddressQuery, GeocodeResult } from "@/server/ports/geocoder";
import { createMemoryAddressBook, readAddressFile } from "@/server/testing/memory-address-book";
import { findSample } from "@/server/testing/sample-data";
import { type AddressBookRow, createAddressBookGeocoder } from "./address-book-geocoder";

/** Doors 20 m apart going east from a town's corner. */
function doors(street: string, numbers: number[], [postcode, city]: [string, string], lat: number): AddressBookRow[] {
  return numbers.map((number) => ({
    street,
    streetKey: streetKey(street),
    houseNumber: String(number),
    postcode,
    city,
    lat,
    lng: 9.5 + number * 0.00026,
  }));
}

const VADUZ: [string, string] = ["9490", "Vaduz"];
const RUGGELL: [string, string] = ["9491", "Ruggell"];
const book = [
  ...doors("Dorfstrasse", [1, 3, 5, 7], VADUZ, 47.14),
  ...doors("Dorfstrasse", [1, 2, 3, 4, 8], RUGGELL, 47.24),
  ...doors("Landstrasse", [100, 102, 104], VADUZ, 47.15),
  ...doors("Mühleholz", [1, 2, 3, 11], VADUZ, 47.16),
];
const geocoder = createAddressBookGeocoder(createMemoryAddressBook(book));
const one = async (query: AddressQuery): Promise<GeocodeResult> => (await geocoder.geocode([query]))[0]!;

describe("the address book", () => {
  test("finds the door, and says what it found", async () => {
    const result = await one({ street: "Landstr. 102, 2. Stock", postcode: "9490", city: "Vaduz" });
    expect(result.confidence).toBe("exact");
    expect(result.candidates[0]).toMatchObject({ label: "Landstrasse 102, 9490 Vaduz", score: 1 });
    expect(result.candidates[0]!.position).toEqual({ lat: 47.15, lng: 9.5 + 102 * 0.00026 });
  });

  test("one typo in the right place is believed, in an unknown place it is not", async () => {
    expect((await one({ street: "Landstrase 102", city: "Vaduz" })).confidence).toBe("exact");
    expect((await one({ street: "Muehlehotz 11", city: "Vaduz" })).confidence).toBe("exact");
    expect((await one({ street: "Landstrase 102" })).confidence).toBe("street");
    expect((await one({ street: "Landstrase 102", postcode: "9999", city: "Vaduz" })).confidence).toBe("street");
  });

  test("places a missing number between its neighbours", async () => {
    const result = await one({ street: "Dorfstrasse 6", postcode: "9491" });
    expect(result.confidence).toBe("interpolated");
    expect(result.candidates[0]!.position.lng).toBeCloseTo(9.5 + 6 * 0.00026, 6);
    expect((await one({ street: "Landstrasse", city: "Vaduz" })).confidence).toBe("street");
  });

  test("the same street in two towns is nobody's without the town, and both are shown", async () => {
    const result = await one({ street: "Dorfstrasse 3" });
    expect(result.confidence).toBe("city");
    expect(
      result.candidates
        .slice(0, 2)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(["Dorfstrasse 3, 9490 Vaduz", "Dorfstrasse 3, 9491 Ruggell"]);
    expect((await one({ street: "Dorfstrasse 3", city: "Ruggell" })).candidates[0]!.label).toContain("Ruggell");
  });

  test("a street that only another town has gives the town that was written, then the guess", async () => {
    const result = await one({ street: "Landstrasse 102", postcode: "9491", city: "Ruggell" });
    expect(result.confidence).toBe("city");
    expect(result.candidates.map(({ label }) => label)).toEqual(["9491 Ruggell", "Landstrasse 102, 9490 Vaduz"]);
  });

  test("an unknown street of an unknown town is none", async () => {
    expect(await one({ street: "Nosuchgade 999", postcode: "1318", city: "København K" })).toEqual({
      confidence: "none",
      candidates: [],
    });
    expect((await one({ street: "" })).confidence).toBe("none");
  });

  test("answers many queries in their order, and stops when told to", async () => {
    const queries = Array.from({ length: 450 }, (_, index) => ({
      street: `Dorfstrasse ${1 + 2 * (index % 3)}`,
      city: "Vaduz",
    }));
    const results = await geocoder.geocode(queries);
    expect(results.map(({ candidates }) => candidates[0]!.label)).toEqual(
      queries.map(({ street }) => `${street}, 9490 Vaduz`),
    );
    await expect(geocoder.geocode(queries, { signal: AbortSignal.abort(new Error("stop")) })).rejects.toThrow("stop");
  });
});

const files = ["copenhagen", "liechtenstein"].map((region) => findSample(region, "addresses.csv"));
const queryFile = findSample("geocode-queries-400.csv");

describe.skipIf(files.includes(undefined) || !queryFile)("on real addresses", () => {
  const rows = files.flatMap((file) => (file ? readAddressFile(file) : []));
  const queries = queryFile
    ? Papa.parse<Record<string, string>>(readFileSync(queryFile, "utf8"), { header: true, skipEmptyLines: true }).data
    : [];
  const towns = new Set(rows.map(({ city }) => city));
  const toQuery = (row: Record<string, string>): AddressQuery => ({
    street: `${row.street_query} ${row.housenumber}`,
    postcode: row.postcode_query || undefined,
    city: row.city_query || undefined,
  });
  const metersOff = (row: Record<string, string>, { candidates: [best] }: GeocodeResult) =>
    best ? distanceMeters(best.position, { lat: Number(row.true_lat), lng: Number(row.true_lon) }) : Infinity;
  const isConfident = ({ confidence }: GeocodeResult) => confidence === "exact" || confidence === "interpolated";

  test("finds nearly every door of the towns it has, and is never sure of a wrong one", async () => {
    const results = await createAddressBookGeocoder(createMemoryAddressBook(rows)).geocode(queries.map(toQuery));
    const known = queries.flatMap((row, index) =>
      towns.has(row.city_query) ? [{ row, result: results[index]! }] : [],
    );
    const found = known.filter(({ row, result }) => isConfident(result) && metersOff(row, result) <= 50);
    expect(known.length).toBeGreaterThan(350);
    expect(found.length / known.length).toBeGreaterThan(0.97);
    expect(
      queries.filter((row, index) => isConfident(results[index]!) && metersOff(row, results[index]!) > 50),
    ).toEqual([]);
  });

  test("is not sure of a neighbour when the street itself is missing from the list", async () => {
    const gone = new Set(queries.map((row) => streetKey(row.true_street!)));
    const rest = createMemoryAddressBook(rows.filter((row) => !gone.has(row.streetKey)));
    const results = await createAddressBookGeocoder(rest).geocode(queries.map(toQuery));
    expect(results.filter(isConfident)).toEqual([]);
  });
});
