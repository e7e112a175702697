import { z } from "zod";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createHttpGeocoder, endpointUrl, type FoundPlace, type HttpGeocoderOptions, oneLine } from "./http-geocoder";

/** https://github.com/komoot/photon: GeoJSON, `type` since version 0.3. */
const featureSchema = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    type: z.string().optional(),
    name: z.string().optional(),
    housenumber: z.string().optional(),
    street: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    district: z.string().optional(),
    countrycode: z.string().optional(),
    country: z.string().optional(),
  }),
});
const answerSchema = z.object({ features: z.array(featureSchema) });

/** komoot's Photon. Its public server asks for fair use; an own server has no limit. */
export function createPhotonGeocoder(options: HttpGeocoderOptions): GeocoderPort {
  const baseUrl = options.baseUrl ?? "https://photon.komoot.io";
  return createHttpGeocoder(
    {
      source: "photon",
      // Photon has no country filter in all versions: the country is part of the text.
      toUrls: (asked) => [
        endpointUrl(baseUrl, "/api", {
          q: [oneLine(asked), asked.country?.toUpperCase()].filter(Boolean).join(", "),
          limit: "5",
        }),
      ],
      parse: (body) => answerSchema.parse(body).features.map(toPlace),
    },
    {
      ...options,
      minIntervalMs: options.minIntervalMs ?? (options.baseUrl ? 0 : 1000),
      concurrency: options.concurrency ?? (options.baseUrl ? 4 : 1),
    },
  );
}

/**
 * Match level: `type` is the layer of what was found: house (also points of interest, those without a number), street,
 * then locality, district, city, county, state, country, other.
 */
function toPlace({ geometry, properties }: z.infer<typeof featureSchema>): FoundPlace {
  const { type, name, housenumber, postcode, country } = properties;
  const street = properties.street ?? (type === "street" ? name : undefined);
  const city = properties.city ?? properties.district ?? (type === "city" ? name : undefined);
  const line = [street ?? name, housenumber].filter(Boolean).join(" ");
  const town = [postcode, city === line ? undefined : city].filter(Boolean).join(" ");
  const [lng, lat] = geometry.coordinates;
  return {
    position: { lat, lng },
    label: [line, town, country].filter(Boolean).join(", "),
    level: type === "house" ? (housenumber ? "house" : "street") : type === "street" ? "street" : "city",
    street,
    houseNumber: housenumber,
    postcode,
    city,
  };
}
