import "server-only";
import type { Database } from "@/db/client";
import { createAddressBookLookup } from "@/db/queries/location/address-book-lookup";
import { createAddressBookGeocoder } from "@/server/adapters/geocoder/address-book-geocoder";
import { createChainGeocoder } from "@/server/adapters/geocoder/chain-geocoder";
import { createGoogleGeocoder } from "@/server/adapters/geocoder/google-geocoder";
import { createNominatimGeocoder } from "@/server/adapters/geocoder/nominatim-geocoder";
import { createPeliasGeocoder } from "@/server/adapters/geocoder/pelias-geocoder";
import { createPhotonGeocoder } from "@/server/adapters/geocoder/photon-geocoder";
import { createRestingGeocoder } from "@/server/adapters/geocoder/resting-geocoder";
import { HttpFailure } from "@/server/adapters/http/fetch-json";
import { createOwnGeocoder } from "@/server/adapters/own-source/own-geocoder";
import { watchGeocoder } from "@/server/adapters/own-source/source-watch";
import type { GeocoderPort } from "@/server/ports/geocoder";
import type { Env } from "./env";
import { keepMade, type OwnSourceReader, sourceGuard } from "./own-source-reader";
import { unwatched, type WatchSource } from "./own-source-watch";

/** Asked of a server that an organization names: however slow it is, others' addresses have their turn in a minute or two. */
const MOST_AT_ONCE = 20;

/** One alone may be of an address that a server always takes too long for. */
const FAILURES_OF_WHO_IS_AWAY = 2;

/**
 * Geocoders in the order they are asked: the organization's address book, then the one it has chosen itself, else whatever
 * is configured. What it has chosen is looked up with each batch of addresses.
 */
export function createGeocoders(
  env: Env,
  database: Database,
  readOwn: OwnSourceReader,
  onFailure: (source: string, error: unknown) => void,
  watch: WatchSource = unwatched,
): (organizationId: string) => Promise<GeocoderPort> {
  const resting = { isAway: isAwayForAll, after: FAILURES_OF_WHO_IS_AWAY };
  const installed = installedGeocoders(env).map((each) => createRestingGeocoder(each, resting));
  const own = keepMade<"geocoder", GeocoderPort | null>((source) => {
    const { settings, key } = source;
    const http = { userAgent: `Dray (${env.baseUrl})`, guard: sourceGuard(env), maxRetries: 1 };
    const geocoder = createOwnGeocoder(settings, key, http);
    if (!geocoder) return null;
    return { ...createRestingGeocoder(watchGeocoder(geocoder, watch(source))), mostAtOnce: MOST_AT_ONCE };
  });
  const onlineOf = async (organizationId: string): Promise<readonly GeocoderPort[]> => {
    const chosen = await readOwn(organizationId, "geocoder");
    if (chosen === null) return installed;
    const geocoder = own(organizationId, chosen);
    return geocoder ? [geocoder] : [];
  };
  return async (organizationId) => {
    const book = createAddressBookGeocoder(createAddressBookLookup(database, organizationId));
    const online = await onlineOf(organizationId);
    return online.length === 0 ? book : createChainGeocoder({ book, sources: online, onFailure });
  };
}

/** One organization's address that a server refuses or stumbles over keeps nobody else from asking it. */
function isAwayForAll(error: unknown): boolean {
  return error instanceof HttpFailure && error.retryable && error.answer?.status !== 500;
}

function installedGeocoders(env: Env): readonly GeocoderPort[] {
  const userAgent = `Dray (${env.baseUrl})`;
  const online: GeocoderPort[] = [];
  if (env.NOMINATIM_URL) online.push(createNominatimGeocoder({ baseUrl: env.NOMINATIM_URL, userAgent }));
  if (env.PHOTON_URL) online.push(createPhotonGeocoder({ baseUrl: env.PHOTON_URL, userAgent }));
  if (env.PELIAS_URL)
    online.push(createPeliasGeocoder({ baseUrl: env.PELIAS_URL, apiKey: env.PELIAS_API_KEY, userAgent }));
  if (env.GOOGLE_GEOCODING_KEY) online.push(createGoogleGeocoder({ apiKey: env.GOOGLE_GEOCODING_KEY, userAgent }));
  return online;
}
