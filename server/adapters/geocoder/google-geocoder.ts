import { z } from "zod";
import { HttpFailure } from "@/server/adapters/http/fetch-json";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { createHttpGeocoder, endpointUrl, type FoundPlace, type HttpGeocoderOptions, oneLine } from "./http-geocoder";

/** https://developers.google.com/maps/documentation/geocoding/requests-geocoding */
const resultSchema = z.object({
  formatted_address: z.string(),
  types: z.array(z.string()).default([]),
  partial_match: z.boolean().optional(),
  geometry: z.object({ location: z.object({ lat: z.number(), lng: z.number() }), location_type: z.string() }),
  address_components: z.array(z.object({ long_name: z.string(), types: z.array(z.string()) })).default([]),
});
const answerSchema = z.object({ status: z.string(), results: z.array(resultSchema).default([]) });

export interface GoogleGeocoderOptions extends HttpGeocoderOptions {
  readonly apiKey: string;
}

/** Google's Geocoding API (web service). Its terms forbid keeping positions without a Google map beside them. */
export function createGoogleGeocoder(options: GoogleGeocoderOptions): GeocoderPort {
  const baseUrl = options.baseUrl ?? "https://maps.googleapis.com";
  return createHttpGeocoder(
    {
      source: "google",
      toUrls: (asked) => [
        endpointUrl(baseUrl, "/maps/api/geocode/json", {
          address: oneLine(asked),
          components: asked.country && `country:${asked.country.toUpperCase()}`,
          key: options.apiKey,
        }),
      ],
      parse: (body) => answerSchema.parse(body).results.map(toPlace),
      check,
    },
    { ...options, minIntervalMs: options.minIntervalMs ?? 25 },
  );
}

/** Refusals come with HTTP 200 and a status in the body, told as the status it should have been; OVER_QUERY_LIMIT and UNKNOWN_ERROR may pass by themselves. */
function check(body: unknown): void {
  const { status, error_message } = z.object({ status: z.string(), error_message: z.string().optional() }).parse(body);
  if (status === "OK" || status === "ZERO_RESULTS") return;
  const retryable = status === "OVER_QUERY_LIMIT" || status === "UNKNOWN_ERROR";
  const text = [status, error_message].filter(Boolean).join(": ");
  const answer = { status: status === "REQUEST_DENIED" ? 403 : retryable ? 503 : 400, text };
  throw new HttpFailure(`Google answered ${text}`, retryable, { answer });
}

/**
 * Match level from `location_type`: ROOFTOP is the door, RANGE_INTERPOLATED a computed place on the street,
 * GEOMETRIC_CENTER the middle of what `types` names (a route; a premise is still a door), APPROXIMATE anything coarser.
 */
function toPlace({ formatted_address, types, geometry, address_components }: z.infer<typeof resultSchema>): FoundPlace {
  const component = (type: string) => address_components.find((part) => part.types.includes(type))?.long_name;
  const houseNumber = component("street_number");
  const levels: Record<string, FoundPlace["level"]> = {
    ROOFTOP: houseNumber ? "house" : "street",
    RANGE_INTERPOLATED: "interpolated",
    GEOMETRIC_CENTER: houseNumber ? "house" : types.includes("route") ? "street" : "city",
  };
  return {
    position: geometry.location,
    label: formatted_address,
    level: levels[geometry.location_type] ?? "city",
    street: component("route"),
    houseNumber,
    postcode: component("postal_code"),
    city: component("locality") ?? component("postal_town"),
  };
}
