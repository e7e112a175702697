import { createFetchJson, type FetchJsonOptions, HttpFailure } from "@/server/adapters/http/fetch-json";
import { formatHouseNumber } from "@/server/domain/address/house-number";
import { type NormalizedAddress, normalizeAddress } from "@/server/domain/address/normalize-address";
import { type FoundAddress, rateFoundAddress } from "@/server/domain/address/rate-found-address";
import { isPlausiblePosition, type LatLng } from "@/server/domain/geo";
import type { AddressQuery, GeocodeCandidate, GeocodeResult, GeocoderPort } from "@/server/ports/geocoder";

/** One place of a service's answer, in one vocabulary. */
export interface FoundPlace extends FoundAddress {
  readonly position: LatLng;
  readonly label: string;
}

/** An address as services want it: number and street in one line, without floor and door. */
export interface AskedAddress {
  readonly numberFirst: string;
  readonly streetFirst: string;
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2, small letters. */
  readonly country?: string;
}

export interface HttpGeocoderOptions extends FetchJsonOptions {
  readonly baseUrl?: string;
  /** Requests under way at once. */
  readonly concurrency?: number;
}

export interface HttpGeocoderDialect {
  readonly source: string;
  /** The requests to try one after the other until one finds something. */
  toUrls(asked: AskedAddress): readonly URL[];
  /** Throws on an answer of another shape. */
  parse(body: unknown): readonly FoundPlace[];
  /** Throws an HttpFailure for a refusal inside a successful answer. */
  check?(body: unknown): void;
}

const MAX_CANDIDATES = 5;
/** A service that has answered none of so many is away. */
const FEW = 4;

/** A geocoder over HTTP: what differs between services is the dialect, everything else is here. */
export function createHttpGeocoder(dialect: HttpGeocoderDialect, options: HttpGeocoderOptions): GeocoderPort {
  const fetchJson = createFetchJson(options);

  async function geocodeOne(query: AddressQuery, signal?: AbortSignal): Promise<GeocodeResult> {
    const address = normalizeAddress(query);
    if (!address.streetKey && !address.postcode && !address.cityKey) return { confidence: "none", candidates: [] };
    for (const url of dialect.toUrls(toAsked(address, query))) {
      const places = dialect.parse(await fetchJson(url, { signal, check: dialect.check }));
      const result = toResult(address, places);
      if (result.confidence !== "none") return result;
    }
    return { confidence: "none", candidates: [] };
  }

  return {
    source: dialect.source,
    async geocode(queries, { signal, onUnheard } = {}) {
      const results: GeocodeResult[] = queries.map(() => ({ confidence: "none", candidates: [] }));
      const unheard: number[] = [];
      let [next, answered, failed] = [0, 0, 0];
      const work = async () => {
        while (next < queries.length) {
          const index = next++;
          try {
            results[index] = await geocodeOne(queries[index]!, signal);
            answered++;
          } catch (error) {
            failed++;
            const isAway = answered === 0 && failed >= Math.min(FEW, queries.length);
            if (!onUnheard || isAway) throw error;
            // One that it always stumbles over costs only itself, and is found nowhere.
            const mayPass = signal?.aborted || (error instanceof HttpFailure && error.retryable);
            if (mayPass) unheard.push(index);
          }
        }
      };
      await Promise.all(Array.from({ length: options.concurrency ?? 4 }, work));
      for (const index of unheard) onUnheard?.(index);
      return results;
    },
  };
}

function toAsked(address: NormalizedAddress, query: AddressQuery): AskedAddress {
  const number = address.houseNumber ? formatHouseNumber(address.houseNumber) : "";
  return {
    numberFirst: `${number} ${address.street}`.trim(),
    streetFirst: `${address.street} ${number}`.trim(),
    postcode: query.postcode?.trim() || address.postcode,
    city: query.city?.trim() || address.cityKey,
    country: query.country?.trim().toLowerCase() || undefined,
  };
}

function toResult(address: NormalizedAddress, places: readonly FoundPlace[]): GeocodeResult {
  const candidates = places
    .filter(({ position }) => isPlausiblePosition(position))
    .map((place): GeocodeCandidate => {
      const { position, label } = place;
      return { position, label, ...rateFoundAddress(address, place) };
    })
    .sort((a, b) => RANK[a.confidence] - RANK[b.confidence] || b.score - a.score)
    .slice(0, MAX_CANDIDATES);
  return { confidence: candidates[0]?.confidence ?? "none", candidates };
}

const RANK: Record<GeocodeCandidate["confidence"], number> = { exact: 0, interpolated: 1, street: 2, city: 3 };

/** The URL of an endpoint below a base that may have a path of its own, with the parameters that have a value. */
export function endpointUrl(baseUrl: string, path: string, parameters: Record<string, string | undefined>): URL {
  const url = new URL(baseUrl.replace(/\/+$/, "") + path);
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return url;
}

/** The whole address in one line, for services that take it so. */
export function oneLine({ streetFirst, postcode, city }: AskedAddress): string {
  return [streetFirst, [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}
