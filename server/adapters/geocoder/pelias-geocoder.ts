import { z } from "zod";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createHttpGeocoder, endpointUrl, type FoundPlace, type HttpGeocoderOptions } from "./http-geocoder";

/** https://github.com/pelias/documentation/blob/master/structured-geocoding.md and result_quality.md. */
const featureSchema = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    label: z.string(),
    layer: z.string(),
    match_type: z.string().optional(),
    accuracy: z.string().optional(),
    housenumber: z.string().optional(),
    street: z.string().optional(),
    postalcode: z.string().optional(),
    locality: z.string().optional(),
    localadmin: z.string().optional(),
  }),
});
const answerSchema = z.object({ features: z.array(featureSchema) });

export interface PeliasGeocoderOptions extends HttpGeocoderOptions {
  readonly apiKey?: string;
}

/** Pelias, one's own or a hosted one (geocode.earth, Stadia Maps, openrouteservice: base URL and key). */
export function createPeliasGeocoder(options: PeliasGeocoderOptions): GeocoderPort {
  const baseUrl = options.baseUrl ?? "https://api.geocode.earth";
  return createHttpGeocoder(
    {
      source: "pelias",
      toUrls: (asked) => [
        endpointUrl(baseUrl, "/v1/search/structured", {
          address: asked.streetFirst,
          postalcode: asked.postcode,
          locality: asked.city,
          country: asked.country?.toUpperCase(),
          size: "5",
          api_key: options.apiKey,
        }),
      ],
      parse: (body) => answerSchema.parse(body).features.map(toPlace),
    },
    options,
  );
}

/**
 * Match level: `layer` is what was found. An address is on its door with `accuracy: point` and `match_type: exact`, on
 * a computed place with `interpolated`; `fallback` means a coarser thing was taken because the address was not there.
 */
function toPlace({ geometry, properties }: z.infer<typeof featureSchema>): FoundPlace {
  const { label, layer, match_type, accuracy, housenumber, street, postalcode, locality, localadmin } = properties;
  const isInterpolated = match_type === "interpolated" || accuracy === "interpolated" || accuracy === "centroid";
  const [lng, lat] = geometry.coordinates;
  const house = isInterpolated ? "interpolated" : "house";
  return {
    position: { lat, lng },
    label,
    level: layer === "address" ? house : layer === "street" || layer === "venue" ? "street" : "city",
    street,
    houseNumber: housenumber,
    postcode: postalcode,
    city: locality ?? localadmin,
  };
}
