import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { AddressQuery } from "@/server/ports/geocoder";
import { createGoogleGeocoder } from "./google-geocoder";
import { createNominatimGeocoder } from "./nominatim-geocoder";
import { createPeliasGeocoder } from "./pelias-geocoder";
import { createPhotonGeocoder } from "./photon-geocoder";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A service that answers by the request's path and parameters; keeps what it was asked. */
async function serve(answer: (url: URL) => unknown) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    asked.push(url);
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(url)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const parameters = () => asked.map((url) => [url.pathname, Object.fromEntries(url.searchParams)]);
  return { baseUrl, parameters };
}

const userAgent = "Dray test";
const query: AddressQuery = { street: "Bredgade 74B, 2. tv", postcode: "1260", city: "København K", country: "DK" };

describe("Nominatim", () => {
  const house = {
    place_id: 100149,
    licence: "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
    osm_type: "node",
    osm_id: 107775,
    lat: "55.6870012",
    lon: "12.5925034",
    category: "place",
    type: "house",
    place_rank: 30,
    importance: 0.00007,
    addresstype: "place",
    name: "",
    display_name: "74B, Bredgade, Indre By, København, 1260, Danmark",
    address: { house_number: "74B", road: "Bredgade", city: "København", postcode: "1260", country_code: "dk" },
    boundingbox: ["55.68695", "55.68705", "12.59245", "12.59255"],
  };
  const road = { ...house, category: "highway", type: "tertiary", place_rank: 26, addresstype: "road" };
  const town = { ...house, category: "boundary", place_rank: 16, address: { city: "København" } };

  test("asks by fields and finds the door", async () => {
    const { baseUrl, parameters } = await serve(() => [house]);
    const geocoder = createNominatimGeocoder({ baseUrl, userAgent, minIntervalMs: 0 });
    expect(await geocoder.geocode([query])).toEqual([
      {
        confidence: "exact",
        candidates: [
          { position: { lat: 55.6870012, lng: 12.5925034 }, confidence: "exact", label: house.display_name, score: 1 },
        ],
      },
    ]);
    expect(parameters()).toEqual([
      [
        "/search",
        {
          format: "jsonv2",
          addressdetails: "1",
          limit: "5",
          street: "74B Bredgade",
          city: "København K",
          postalcode: "1260",
          countrycodes: "dk",
        },
      ],
    ]);
  });

  test("asks in free text when the fields find nothing", async () => {
    const { baseUrl, parameters } = await serve((url) => (url.searchParams.has("q") ? [house] : []));
    const [result] = await createNominatimGeocoder({ baseUrl, userAgent, minIntervalMs: 0 }).geocode([query]);
    expect(result!.confidence).toBe("exact");
    expect(parameters()[1]![1]).toMatchObject({ q: "Bredgade 74B, 1260 København K" });
  });

  test.each([
    ["the street", road, "street"],
    ["a house of another number", { ...house, address: { ...house.address, house_number: "70" } }, "street"],
    ["the house without the letter", { ...house, address: { ...house.address, house_number: "74" } }, "interpolated"],
    ["the town", town, "city"],
  ])("%s", async (_what, answer, confidence) => {
    const { baseUrl } = await serve(() => [answer]);
    const [result] = await createNominatimGeocoder({ baseUrl, userAgent, minIntervalMs: 0 }).geocode([query]);
    expect(result!.confidence).toBe(confidence);
  });

  test("keeps a second between requests unless told otherwise, as its policy asks", async () => {
    const { baseUrl } = await serve(() => [house]);
    const pauses: number[] = [];
    let now = 0;
    const wait = async (ms: number) => {
      pauses.push(ms);
      now += ms;
    };
    await createNominatimGeocoder({ baseUrl, userAgent, wait, nowMs: () => now }).geocode([query, query, query]);
    expect(pauses).toEqual([1000, 1000]);
  });
});

describe("Photon", () => {
  const feature = (properties: object) => ({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [12.5925, 55.687] },
        properties: {
          osm_type: "N",
          osm_key: "place",
          osm_value: "house",
          country: "Danmark",
          countrycode: "DK",
          ...properties,
        },
      },
    ],
  });
  const door = { type: "house", housenumber: "74B", street: "Bredgade", postcode: "1260", city: "København" };

  test.each([
    ["a door", door, "exact", "Bredgade 74B, 1260 København, Danmark"],
    [
      "a street",
      { type: "street", name: "Bredgade", postcode: "1260", city: "København" },
      "street",
      "Bredgade, 1260 København, Danmark",
    ],
    ["a café", { ...door, housenumber: undefined, name: "Café" }, "street", "Bredgade, 1260 København, Danmark"],
    ["a town", { type: "city", name: "København" }, "city", "København, Danmark"],
  ])("%s", async (_what, properties, confidence, label) => {
    const { baseUrl, parameters } = await serve(() => feature(properties));
    const [result] = await createPhotonGeocoder({ baseUrl, userAgent }).geocode([query]);
    expect(result).toMatchObject({ confidence, candidates: [{ label, position: { lat: 55.687, lng: 12.5925 } }] });
    expect(parameters()).toEqual([["/api", { q: "Bredgade 74B, 1260 København K, DK", limit: "5" }]]);
  });
});

describe("Pelias", () => {
  const answer = (properties: object) => ({
    geocoding: { version: "0.2" },
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [12.5925, 55.687] },
        properties: {
          layer: "address",
          housenumber: "74B",
          street: "Bredgade",
          postalcode: "1260",
          locality: "Copenhagen",
          confidence: 1,
          match_type: "exact",
          accuracy: "point",
          label: "Bredgade 74B, Copenhagen, Denmark",
          ...properties,
        },
      },
    ],
  });

  test.each([
    ["a point", {}, "exact"],
    ["an interpolated number", { match_type: "interpolated", accuracy: "interpolated" }, "interpolated"],
    [
      "a street it fell back to",
      { layer: "street", match_type: "fallback", housenumber: undefined, accuracy: "centroid" },
      "street",
    ],
    ["a town it fell back to", { layer: "locality", match_type: "fallback", street: undefined }, "city"],
  ])("%s", async (_what, properties, confidence) => {
    const { baseUrl, parameters } = await serve(() => answer(properties));
    const [result] = await createPeliasGeocoder({ baseUrl: `${baseUrl}/geo/`, userAgent, apiKey: "k" }).geocode([
      query,
    ]);
    expect(result!.confidence).toBe(confidence);
    expect(parameters()).toEqual([
      [
        "/geo/v1/search/structured",
        {
          address: "Bredgade 74B",
          postalcode: "1260",
          locality: "København K",
          country: "DK",
          size: "5",
          api_key: "k",
        },
      ],
    ]);
  });
});

describe("Google", () => {
  const part = (long_name: string, type: string) => ({ long_name, short_name: long_name, types: [type, "political"] });
  const answer = (location_type: string, types: string[], number = "74B") => ({
    status: "OK",
    results: [
      {
        formatted_address: "Bredgade 74B, 1260 København, Denmark",
        place_id: "ChIJ",
        types,
        geometry: { location: { lat: 55.687, lng: 12.5925 }, location_type },
        address_components: [
          ...(number ? [part(number, "street_number")] : []),
          part("Bredgade", "route"),
          part("København", "locality"),
          part("1260", "postal_code"),
        ],
      },
    ],
  });
  const create = (baseUrl: string) =>
    createGoogleGeocoder({ baseUrl, userAgent, apiKey: "k", minIntervalMs: 0, wait: async () => undefined });

  test.each([
    ["a rooftop", answer("ROOFTOP", ["street_address"]), "exact"],
    ["a range", answer("RANGE_INTERPOLATED", ["street_address"]), "interpolated"],
    ["a route", answer("GEOMETRIC_CENTER", ["route"], ""), "street"],
    ["an area", answer("APPROXIMATE", ["locality"]), "city"],
    ["nothing", { status: "ZERO_RESULTS", results: [] }, "none"],
  ])("%s", async (_what, body, confidence) => {
    const { baseUrl, parameters } = await serve(() => body);
    expect((await create(baseUrl).geocode([query]))[0]!.confidence).toBe(confidence);
    expect(parameters()).toEqual([
      ["/maps/api/geocode/json", { address: "Bredgade 74B, 1260 København K", components: "country:DK", key: "k" }],
    ]);
  });

  test("a spent quota is tried again, a refused key is an error with Google's words", async () => {
    const busy = { status: "OVER_QUERY_LIMIT", results: [] };
    let count = 0;
    const { baseUrl } = await serve(() => (count++ === 0 ? busy : answer("ROOFTOP", ["street_address"])));
    expect((await create(baseUrl).geocode([query]))[0]!.confidence).toBe("exact");
    const denied = await serve(() => ({
      status: "REQUEST_DENIED",
      error_message: "The provided API key is invalid.",
      results: [],
    }));
    await expect(create(denied.baseUrl).geocode([query])).rejects.toThrow(
      "REQUEST_DENIED: The provided API key is invalid.",
    );
  });
});

test("an answer of another shape is a failure, not an invented place", async () => {
  const { baseUrl } = await serve(() => ({ error: "moved" }));
  await expect(createPhotonGeocoder({ baseUrl, userAgent }).geocode([query])).rejects.toThrow();
});

test("an empty address is none without asking anybody; results keep the order of the queries", async () => {
  const { baseUrl, parameters } = await serve((url) => ({
    features: url.searchParams.get("q")?.startsWith("A")
      ? []
      : [{ geometry: { coordinates: [1, 2] }, properties: { type: "city" } }],
  }));
  const geocoder = createPhotonGeocoder({ baseUrl, userAgent });
  const results = await geocoder.geocode([{ street: "B 1" }, { street: " " }, { street: "A 1" }, { street: "C 1" }]);
  expect(results.map(({ confidence }) => confidence)).toEqual(["city", "none", "none", "city"]);
  expect(parameters()).toHaveLength(3);
});

test("an address that a service stumbles over costs only itself, one it has no time for waits; who answers none is away", async () => {
  const place = [{ geometry: { coordinates: [1, 2] }, properties: { type: "city" } }];
  const stumbles = await serve((url) => (url.searchParams.get("q")?.startsWith("X") ? {} : { features: place }));
  const streets = ["A 1", "X 1", "B 1"].map((street) => ({ street }));
  const unheard: number[] = [];
  const onUnheard = (at: number) => void unheard.push(at);
  const results = await createPhotonGeocoder({ baseUrl: stumbles.baseUrl, userAgent }).geocode(streets, { onUnheard });
  expect(results.map(({ confidence }) => confidence)).toEqual(["city", "none", "city"]);
  expect(unheard).toEqual([]);
  const busy = await serve((url) => ({
    status: url.searchParams.get("address")?.startsWith("X") ? "OVER_QUERY_LIMIT" : "ZERO_RESULTS",
    results: [],
  }));
  const options = { baseUrl: busy.baseUrl, userAgent, apiKey: "k", minIntervalMs: 0, maxRetries: 0 };
  await createGoogleGeocoder(options).geocode(streets, { onUnheard });
  expect(unheard).toEqual([1]);
  const away = await serve(() => ({ error: "moved" }));
  const call = createPhotonGeocoder({ baseUrl: away.baseUrl, userAgent }).geocode(streets, { onUnheard });
  await expect(call).rejects.toThrow();
  expect(unheard).toEqual([1]);
});
