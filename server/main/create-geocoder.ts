import "server-only";
import type { Database } from "@/db/client";
import { createAddressBookLookup } from "@/db/queries/location/address-book-lookup";
import { createAddressBookGeocoder } from "@/server/adapters/geocoder/address-book-geocoder";
import { createChainGeocoder } from "@/server/adapters/geocoder/chain-geocoder";
import { createGoogleGeocoder } from "@/server/adapters/geocoder/google-geocoder";
import { createNominatimGeocoder } from "@/server/adapters/geocoder/nominatim-geocoder";
import { createPeliasGeocoder } from "@/server/adapters/geocoder/pelias-geocoder";
import { createPhotonGeocoder } from "@/server/adapters/geocoder/photon-geocoder";
import type { GeocoderPort } from "@/server/ports/geocoder";
import type { Env } from "./env";

/** Geocoders in the order they are asked: the organization's address book, then whatever is configured. */
export function createGeocoders(
  env: Env,
  database: Database,
  onFailure: (source: string, error: unknown) => void,
): (organizationId: string) => GeocoderPort {
  const userAgent = `Dray (${env.baseUrl})`;
  const online: GeocoderPort[] = [];
  if (env.NOMINATIM_URL) online.push(createNominatimGeocoder({ baseUrl: env.NOMINATIM_URL, userAgent }));
  if (env.PHOTON_URL) online.push(createPhotonGeocoder({ baseUrl: env.PHOTON_URL, userAgent }));
  if (env.PELIAS_URL)
    online.push(createPeliasGeocoder({ baseUrl: env.PELIAS_URL, apiKey: env.PELIAS_API_KEY, userAgent }));
  if (env.GOOGLE_GEOCODING_KEY) online.push(createGoogleGeocoder({ apiKey: env.GOOGLE_GEOCODING_KEY, userAgent }));
  return (organizationId) => {
    const book = createAddressBookGeocoder(createAddressBookLookup(database, organizationId));
    return online.length === 0 ? book : createChainGeocoder({ sources: [book, ...online], onFailure });
  };
}
