import { type RoadEngine, RoadRefusal, RoadsUnavailable } from "@/server/adapters/travel/road-engine";
import type { SourceFault } from "@/server/domain/own-source/own-source";
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

/** Roads whose answers are heard; a refusal of what was asked is one. */
export function watchRoads(roads: RoadEngine, watch: SourceWatch): RoadEngine {
  return {
    ...roads,
    ask: async (request, signal) => {
      try {
        const answer = await roads.ask(request, signal);
        watch.answered();
        return answer;
      } catch (error) {
        if (error instanceof RoadRefusal) watch.answered();
        // Without a cause nobody was asked: it rests, or was closed.
        else if (error instanceof RoadsUnavailable && error.cause !== undefined) watch.failed(sourceFaultOf(error));
        throw error;
      }
    },
  };
}
