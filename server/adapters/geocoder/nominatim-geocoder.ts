import { z } from "zod";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createHttpGeocoder, endpointUrl, type FoundPlace, type HttpGeocoderOptions, oneLine } from "./http-geocoder";

/** https://nominatim.org/release-docs/latest/api/Output/, format jsonv2 with addressdetails. */
const answerSchema = z.array(
  z.object({
    lat: z.coerce.number(),
    lon: z.coerce.number(),
    display_name: z.string(),
    place_rank: z.number(),
    address: z.record(z.string(), z.unknown()).default({}),
  }),
);

const TOWN_KEYS = ["city", "town", "village", "municipality", "hamlet", "suburb"];

/**
 * OpenStreetMap's Nominatim. The public server's usage policy wants one request a second at most, one at a time, and a
 * user agent that names the application: the defaults.
 */
export function createNominatimGeocoder(options: HttpGeocoderOptions): GeocoderPort {
  const baseUrl = options.baseUrl ?? "https://nominatim.openstreetmap.org";
  const common = { format: "jsonv2", addressdetails: "1", limit: "5" };
  return createHttpGeocoder(
    {
      source: "nominatim",
      toUrls: (asked) => [
        endpointUrl(baseUrl, "/search", {
          ...common,
          street: asked.numberFirst,
          city: asked.city,
          postalcode: asked.postcode,
          countrycodes: asked.country,
        }),
        // A wrong postcode makes the structured search find nothing; free text ranks instead.
        endpointUrl(baseUrl, "/search", { ...common, q: oneLine(asked), countrycodes: asked.country }),
      ],
      parse: (body) => answerSchema.parse(body).map(toPlace),
    },
    { ...options, minIntervalMs: options.minIntervalMs ?? 1000, concurrency: options.concurrency ?? 1 },
  );
}

/**
 * Match level: Nominatim gives none; its rank says what kind of thing was found. 30 are houses and points of interest
 * (a house when it has a number), 26 and 27 streets and paths, below are places and areas.
 */
function toPlace({ lat, lon, display_name, place_rank, address }: z.infer<typeof answerSchema>[number]): FoundPlace {
  const text = (key: string) => (typeof address[key] === "string" ? address[key] : undefined);
  const houseNumber = text("house_number");
  return {
    position: { lat, lng: lon },
    label: display_name,
    level: place_rank >= 28 && houseNumber ? "house" : place_rank >= 26 ? "street" : "city",
    street: text("road") ?? text("pedestrian") ?? text("place"),
    houseNumber,
    postcode: text("postcode"),
    city: TOWN_KEYS.map(text).find(Boolean),
  };
}
