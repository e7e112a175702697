import { createGoogleGeocoder } from "@/server/adapters/geocoder/google-geocoder";
import type { HttpGeocoderOptions } from "@/server/adapters/geocoder/http-geocoder";
import { createNominatimGeocoder } from "@/server/adapters/geocoder/nominatim-geocoder";
import { createPeliasGeocoder } from "@/server/adapters/geocoder/pelias-geocoder";
import { createPhotonGeocoder } from "@/server/adapters/geocoder/photon-geocoder";
import type { GeocoderSource } from "@/server/domain/own-source/own-source";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { bearerOf } from "./bearer";

/** The geocoder an organization has chosen; null where it is its address book alone. */
export function createOwnGeocoder(
  source: GeocoderSource,
  key: string | null,
  http: Omit<HttpGeocoderOptions, "baseUrl" | "headers">,
): GeocoderPort | null {
  switch (source.kind) {
    case "address-book":
      return null;
    case "nominatim":
      return createNominatimGeocoder({ ...http, baseUrl: source.url, headers: bearerOf(key) });
    case "photon":
      return createPhotonGeocoder({ ...http, baseUrl: source.url, headers: bearerOf(key) });
    case "pelias":
      return createPeliasGeocoder({ ...http, baseUrl: source.url, ...(key !== null && { apiKey: key }) });
    case "google":
      return createGoogleGeocoder({ ...http, apiKey: key ?? "" });
  }
}
