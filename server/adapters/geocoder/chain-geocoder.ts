import {
  type AddressQuery,
  GEOCODE_CONFIDENCES,
  type GeocodeOptions,
  type GeocodeResult,
  type GeocoderPort,
} from "@/server/ports/geocoder";

export interface ChainGeocoderOptions {
  /** Tried in this order: the cheap and private one first. */
  readonly sources: readonly GeocoderPort[];
  /** Told when a source failed and the next one was asked instead. */
  readonly onFailure?: (source: string, error: unknown) => void;
}

const rankOf = ({ confidence }: GeocodeResult): number => GEOCODE_CONFIDENCES.indexOf(confidence);
const INTERPOLATED = GEOCODE_CONFIDENCES.indexOf("interpolated");
const NOTHING: GeocodeResult = { confidence: "none", candidates: [] };

/**
 * Asks one source after the other, each only for the addresses that none before it placed at least between two doors,
 * and keeps the most confident answer (of equals the earlier one). Throws only when every source failed.
 */
export function createChainGeocoder({ sources, onFailure }: ChainGeocoderOptions): GeocoderPort {
  return {
    source: sources.map(({ source }) => source).join(", "),
    async geocode(queries: readonly AddressQuery[], options: GeocodeOptions = {}) {
      const results: GeocodeResult[] = queries.map(() => NOTHING);
      const failures: unknown[] = [];
      for (const source of sources) {
        const open = results.flatMap((result, index) => (rankOf(result) > INTERPOLATED ? [index] : []));
        if (open.length === 0) break;
        try {
          const found = await source.geocode(
            open.map((index) => queries[index]!),
            options.signal ? { signal: options.signal } : {},
          );
          open.forEach((index, at) => {
            const result = found[at];
            if (!result || rankOf(result) >= rankOf(results[index]!)) return;
            results[index] = result;
            options.onAnswer?.(index, source.source);
          });
        } catch (error) {
          options.signal?.throwIfAborted();
          failures.push(error);
          onFailure?.(source.source, error);
        }
      }
      if (sources.length > 0 && failures.length === sources.length) {
        throw new AggregateError(failures, "No geocoder answered");
      }
      return results;
    },
  };
}
