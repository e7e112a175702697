import { type RoadEngine, RoadRefusal, RoadsUnavailable } from "@/server/adapters/travel/road-engine";
import type { SourceFault } from "@/server/domain/own-source/own-source";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { GeocoderPort } from "@/server/ports/geocoder";
import { sourceFaultOf } from "./source-fault";

/** Hears how asking a source went, each time it is asked. */
export interface SourceWatch {
  answered(): void;
  failed(fault: SourceFault): void;
}

/** A geocoder whose answers are heard; that it is left alone for a while is no answer and belongs around this. */
export function watchGeocoder(geocoder: GeocoderPort, watch: SourceWatch): GeocoderPort {
  return {
    ...geocoder,
    geocode: async (queries, options) => {
      try {
        const results = await geocoder.geocode(queries, options);
        if (queries.length > 0) watch.answered();
        return results;
      } catch (error) {
        if (!options?.signal?.aborted) watch.failed(sourceFaultOf(error));
        throw error;
      }
    },
  };
}

/** Who failed and was not asked since is believed to fail no longer than that. */
const FAULT_HOLDS_MILLISECONDS = 10 * 60_000;

/**
 * Roads whose answers are heard; a refusal of what was asked is one. Servers may stand side by side (`serverOf`, by kind of
 * vehicle): the source fails while one of them does, whatever the others answer meanwhile.
 */
export function watchRoads(
  roads: RoadEngine,
  watch: SourceWatch,
  serverOf: (profile: TravelProfile) => string = () => "",
  nowMs = () => performance.now(),
): RoadEngine {
  const failing = new Map<string, { readonly fault: SourceFault; readonly untilMs: number }>();
  function heard(profile: TravelProfile, fault: SourceFault | null): void {
    for (const [server, { untilMs }] of failing) if (untilMs <= nowMs()) failing.delete(server);
    const server = serverOf(profile);
    if (fault === null) failing.delete(server);
    else failing.set(server, { fault, untilMs: nowMs() + FAULT_HOLDS_MILLISECONDS });
    const [first] = failing.values();
    if (first) watch.failed(first.fault);
    else watch.answered();
  }
  return {
    ...roads,
    ask: async (request, signal) => {
      try {
        const answer = await roads.ask(request, signal);
        heard(request.profile, null);
        return answer;
      } catch (error) {
        if (error instanceof RoadRefusal) heard(request.profile, null);
        // Without a cause nobody was asked: it rests, or was closed.
        else if (error instanceof RoadsUnavailable && error.cause !== undefined)
          heard(request.profile, sourceFaultOf(error));
        throw error;
      }
    },
  };
}
