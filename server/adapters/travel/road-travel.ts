import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelLeg, TravelMatrixResult, TravelOptions, TravelPort } from "@/server/ports/travel";
import { estimateMatrix, estimateTravel } from "./estimate-travel";
import type { MatrixStore } from "./matrix-store";
import { findReachable } from "./reachable-positions";
import { RoadsUnavailable } from "./road-engine";
import { buildRoadLegs } from "./road-legs";
import { assertKnows, buildRoadMatrix } from "./road-matrix";
import { coversPosition, type RoadSource, rankSources } from "./road-source";

export interface RoadTravelOptions {
  /** The most trusted first. */
  readonly sources: readonly RoadSource[];
  readonly store: MatrixStore;
  /** Doors measured where there are more than a source's roads are asked about. */
  readonly sampleDoors?: number;
  /** Told when roads could not be used. */
  readonly onUnavailable?: (reason: string) => void;
}

export interface RoadTravel extends TravelPort {
  /** The names of the networks asked, the most trusted first. */
  readonly sources: readonly string[];
  close(): Promise<void>;
}

/** Travel on real roads; where they are away, on those of the next source, and at last from straight lines. */
export function createRoadTravel({ sources, store, sampleDoors = 250, onUnavailable }: RoadTravelOptions): RoadTravel {
  const onRoads = (
    source: RoadSource,
    positions: readonly LatLng[],
    profile: TravelProfile,
    options?: TravelOptions,
  ) =>
    positions.length > source.maxDoors
      ? sampledMatrix(source, store, positions, profile, sampleDoors, options)
      : buildRoadMatrix(source, store, positions, profile, options);

  return {
    sources: sources.map(({ name }) => name),
    async matrix(positions, profile, options) {
      let roadsFailure: string | undefined;
      for (const source of rankSources(sources, positions, profile)) {
        if (options?.enough?.aborted) break;
        try {
          const matrix = await onRoads(source, positions, profile, options);
          if (matrix.roadsFailure !== undefined) onUnavailable?.(matrix.roadsFailure);
          return matrix;
        } catch (error) {
          options?.signal?.throwIfAborted();
          if (options?.enough?.aborted) break;
          if (!(error instanceof RoadsUnavailable)) throw error;
          onUnavailable?.(error.message);
          roadsFailure ??= error.message;
        }
      }
      const estimate = await estimateTravel.matrix(positions, profile, options);
      return roadsFailure === undefined ? estimate : { ...estimate, roadsFailure };
    },

    async legs(positions, profile, options) {
      let legs: readonly TravelLeg[] | undefined;
      for (const source of rankSources(sources, positions, profile)) {
        let isLost = false;
        const lose = (reason: string) => {
          isLost = true;
          onUnavailable?.(reason);
          options?.onRoadsFailure?.(reason);
        };
        legs = await buildRoadLegs(source, positions, profile, { ...options, onUnavailable: lose });
        if (legs.some((leg) => leg.source === "roads")) options?.onEngine?.(source.name);
        if (!isLost || legs.some((leg) => leg.source === "roads")) return legs;
      }
      return legs ?? estimateTravel.legs(positions, profile, options);
    },

    async close() {
      await Promise.all(sources.map((source) => source.open().close()));
    },
  };
}

/** Roads between a sample of the positions say how far off the estimate is; the rest is that estimate, corrected. */
async function sampledMatrix(
  source: RoadSource,
  store: MatrixStore,
  positions: readonly LatLng[],
  profile: TravelProfile,
  sampleSize: number,
  { onProgress, ...options }: TravelOptions = {},
): Promise<TravelMatrixResult> {
  const inside = positions.flatMap((position, index) => (coversPosition(source, position) ? [index] : []));
  const located = await findReachable(
    source.open(),
    inside.map((index) => positions[index]!),
    profile,
    options.signal,
  );
  assertKnows(source, located);
  const onRoad = inside.filter((_, at) => located[at]);
  const step = Math.max(1, onRoad.length / sampleSize);
  const sample = Array.from(
    { length: Math.min(sampleSize, onRoad.length) },
    (_, at) => positions[onRoad[Math.floor(at * step)]!]!,
  );
  const { calibration } = await buildRoadMatrix(source, store, sample, profile, {
    ...options,
    onProgress: (fraction) => onProgress?.(fraction / 2),
  });
  const matrix = await estimateMatrix(positions, profile, {
    ...options,
    calibration,
    onProgress: (fraction) => onProgress?.(0.5 + fraction / 2),
  });
  return { ...matrix, unreachable: inside.filter((_, at) => !located[at]) };
}
