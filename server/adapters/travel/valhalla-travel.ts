import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelMatrixResult, TravelOptions, TravelPort } from "@/server/ports/travel";
import { estimateMatrix, estimateTravel } from "./estimate-travel";
import { findReachable, isInNetwork } from "./reachable-positions";
import { buildRoadLegs } from "./road-legs";
import { buildRoadMatrix } from "./road-matrix";
import type { RoadNetwork } from "./road-network";
import { createValhallaProcess, type ValhallaProcess, ValhallaUnavailable } from "./valhalla-process";

export interface ValhallaTravelOptions {
  readonly networks: readonly RoadNetwork[];
  /** Above this many positions the matrix is an estimate calibrated on a sample of roads. */
  readonly maxRoadPositions?: number;
  readonly samplePositions?: number;
  /** Told when roads could not be used and an estimate was given instead. */
  readonly onUnavailable?: (reason: string) => void;
  readonly startProcess?: (network: RoadNetwork) => ValhallaProcess;
}

export interface ValhallaTravel extends TravelPort {
  close(): Promise<void>;
}

/** Travel on the road networks that were built; on the one holding most of the positions, one process per network. */
export function createValhallaTravel({
  networks,
  maxRoadPositions = 1600,
  samplePositions = 250,
  onUnavailable,
  startProcess = ({ tileDir }) => createValhallaProcess({ tileDir }),
}: ValhallaTravelOptions): ValhallaTravel {
  const processes = new Map<RoadNetwork, ValhallaProcess>();
  const roadsOf = (network: RoadNetwork): ValhallaProcess => {
    const roads = processes.get(network) ?? startProcess(network);
    processes.set(network, roads);
    return roads;
  };

  return {
    async matrix(positions, profile, options) {
      const network = pickNetwork(networks, positions);
      if (!network) return estimateTravel.matrix(positions, profile, options);
      const roads = roadsOf(network);
      try {
        if (positions.length <= maxRoadPositions) {
          const { calibration: _, ...matrix } = await buildRoadMatrix(roads, network.box, positions, profile, options);
          return matrix;
        }
        return await sampledMatrix(roads, network, positions, profile, samplePositions, options);
      } catch (error) {
        if (!(error instanceof ValhallaUnavailable)) throw error;
        onUnavailable?.(error.message);
        return estimateTravel.matrix(positions, profile, options);
      }
    },

    async legs(positions, profile, options) {
      const network = pickNetwork(networks, positions);
      if (!network) return estimateTravel.legs(positions, profile, options);
      return buildRoadLegs(roadsOf(network), network.box, positions, profile, { ...options, onUnavailable });
    },

    async close() {
      await Promise.all([...processes.values()].map((roads) => roads.close()));
      processes.clear();
    },
  };
}

/** The network that holds most of the positions; undefined when none holds any. */
function pickNetwork(networks: readonly RoadNetwork[], positions: readonly LatLng[]): RoadNetwork | undefined {
  let best: RoadNetwork | undefined;
  let bestCount = 0;
  for (const network of networks) {
    const count = positions.filter((position) => isInNetwork(network.box, position)).length;
    if (count > bestCount) {
      best = network;
      bestCount = count;
    }
  }
  return best;
}

/** Roads between a sample of the positions say how far off the estimate is; the rest is that estimate, corrected. */
async function sampledMatrix(
  roads: ValhallaProcess,
  network: RoadNetwork,
  positions: readonly LatLng[],
  profile: TravelProfile,
  sampleSize: number,
  { signal, onProgress }: TravelOptions = {},
): Promise<TravelMatrixResult> {
  const reachable = await findReachable(roads, network.box, positions, profile, signal);
  const onRoad = positions.filter((_, index) => reachable[index]);
  const step = Math.max(1, onRoad.length / sampleSize);
  const sample = Array.from({ length: Math.min(sampleSize, onRoad.length) }, (_, at) => onRoad[Math.floor(at * step)]!);
  const { calibration } = await buildRoadMatrix(roads, network.box, sample, profile, {
    signal,
    onProgress: (fraction) => onProgress?.(fraction / 2),
  });
  const matrix = await estimateMatrix(positions, profile, calibration, {
    signal,
    onProgress: (fraction) => onProgress?.(0.5 + fraction / 2),
  });
  return { ...matrix, unreachable: positions.flatMap((_, index) => (reachable[index] ? [] : [index])) };
}
