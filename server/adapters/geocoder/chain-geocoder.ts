import {
  type AddressQuery,
  GEOCODE_CONFIDENCES,
  type GeocodeOptions,
  type GeocodeResult,
  type GeocoderPort,
} from "@/server/ports/geocoder";

export interface ChainGeocoderOptions {
  /** What is here and asked first: it knows what it knows, and says nothing about the rest. */
  readonly book?: GeocoderPort;
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
 * and keeps the most confident answer (of equals the earlier one). Throws when every source failed, the book included;
 * where the book alone answered, what it did not place is `onUnheard`.
 */
export function createChainGeocoder({ book, sources, onFailure }: ChainGeocoderOptions): GeocoderPort {
  const all = book ? [book, ...sources] : sources;
  const mostAtOnce = Math.min(...all.map((source) => source.mostAtOnce ?? Number.POSITIVE_INFINITY));
  return {
    source: all.map(({ source }) => source).join(", "),
    ...(Number.isFinite(mostAtOnce) && { mostAtOnce }),
    async geocode(queries: readonly AddressQuery[], { signal, onAnswer, onUnheard }: GeocodeOptions = {}) {
      const results: GeocodeResult[] = queries.map(() => NOTHING);
      const heard = new Set<number>();
      const failures: unknown[] = [];
      const openOnes = () => results.flatMap((result, index) => (rankOf(result) > INTERPOLATED ? [index] : []));
      for (const source of all) {
        const open = openOnes();
        if (open.length === 0) break;
        const missed = new Set<number>();
        try {
          const found = await source.geocode(
            open.map((index) => queries[index]!),
            { ...(signal && { signal }), ...(onUnheard && { onUnheard: (at: number) => void missed.add(at) }) },
          );
          open.forEach((index, at) => {
            if (source !== book && !missed.has(at)) heard.add(index);
            const result = found[at];
            if (!result || rankOf(result) >= rankOf(results[index]!)) return;
            results[index] = result;
            onAnswer?.(index, source.source);
          });
        } catch (error) {
          if (!onUnheard) signal?.throwIfAborted();
          failures.push(error);
          onFailure?.(source.source, error);
        }
      }
      if (all.length > 0 && failures.length === all.length) throw new AggregateError(failures, "No geocoder answered");
      if (sources.length > 0) for (const index of openOnes()) if (!heard.has(index)) onUnheard?.(index);
      return results;
    },
  };
}
