import type { GeocoderPort } from "@/server/ports/geocoder";

const REST_MILLISECONDS = 30_000;

interface RestOptions {
  readonly restMs?: number;
  readonly nowMs?: () => number;
  /** Which failures it is left alone after; absent: all. */
  readonly isAway?: (error: unknown) => boolean;
  /** After how many such failures with no answer between them. */
  readonly after?: number;
}

/** A geocoder that is left alone for a while after it failed: every call is refused at once instead of waited for. */
export function createRestingGeocoder(
  geocoder: GeocoderPort,
  { restMs = REST_MILLISECONDS, nowMs = () => performance.now(), isAway = () => true, after = 1 }: RestOptions = {},
): GeocoderPort {
  let failures = 0;
  let resting: { readonly untilMs: number; readonly error: unknown } | undefined;
  return {
    ...geocoder,
    async geocode(queries, options = {}) {
      if (resting && nowMs() < resting.untilMs) throw resting.error;
      try {
        const results = await geocoder.geocode(queries, options);
        failures = 0;
        return results;
      } catch (error) {
        if (!options.signal?.aborted) {
          failures = isAway(error) ? failures + 1 : 0;
          if (failures >= after) resting = { untilMs: nowMs() + restMs, error };
        }
        throw error;
      }
    },
  };
}
