import type { LatLng } from "@/server/domain/geo";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import {
  type RoadEngine,
  type RoadLimits,
  RoadRefusal,
  type RoadRequest,
  RoadsOverasked,
  RoadsUnavailable,
} from "../road-engine";
import type { RoadSource } from "../road-source";

/** As many pairs a block as Valhalla's own process. */
const WIDE: RoadLimits = {
  pairsPerMatrix: 60_000,
  positionsPerSide: Number.POSITIVE_INFINITY,
  positionsPerLocate: 500,
  legsPerRoute: 50,
  callsAtOnce: 1,
  refusesOffRoad: false,
};

/** The whole degree east of `west` between 55 and 56 north. */
export function sourceOf(
  roads: RoadEngine,
  { west = 10, ...rest }: Partial<RoadSource> & { west?: number } = {},
): RoadSource {
  return {
    name: "a",
    version: () => "1",
    box: [west, 55, west + 1, 56],
    maxDoors: 1000,
    open: () => roads,
    ...rest,
  };
}

export interface FakeRoads {
  /** No road within reach of these, as `locate` sees it. */
  offRoad?: readonly LatLng[];
  /** On a road that leads nowhere. */
  cutOff?: readonly LatLng[];
  /** Makes every matrix and route that holds it fail. */
  poison?: LatLng;
  /** Lost for good after so many questions. */
  failAfter?: number;
  /** Lost for just this question. */
  crashAt?: number;
  limits?: Partial<RoadLimits>;
  /** Refuses larger matrices, whatever its limits say. */
  mostPairs?: number;
  /** Changes the seconds of a way. */
  twist?: (seconds: number, from: LatLng, to: LatLng) => number;
}

/** Roads exactly twice as slow as the estimate and one and a half times as long. */
export function fakeRoads({
  offRoad = [],
  cutOff = [],
  poison,
  failAfter = Infinity,
  crashAt,
  ...more
}: FakeRoads = {}) {
  const { limits, mostPairs = Infinity, twist = (seconds: number) => seconds } = more;
  const asked: RoadRequest[] = [];
  const measure = (from: LatLng, to: LatLng) => {
    const leg = estimateLeg(from, to, "van", { duration: 2, distance: 1.5 });
    const lost = from !== to && (cutOff.includes(from) || cutOff.includes(to));
    if (lost) return { durationSeconds: -1, distanceMeters: -1 };
    return { ...leg, durationSeconds: twist(leg.durationSeconds, from, to) };
  };
  const answer = (request: RoadRequest) => {
    if (request.kind === "locate") return request.positions.map((position) => !offRoad.includes(position));
    if (request.kind === "route") {
      if (poison && request.positions.includes(poison)) throw new RoadRefusal("No path could be found");
      return request.positions
        .slice(1)
        .map((to, index) => ({ ...measure(request.positions[index]!, to), shape: "??" }));
    }
    const { sources, targets } = request;
    if (sources.length * targets.length > mostPairs) throw new RoadsOverasked("Exceeded max locations");
    if (poison && [...sources, ...targets].includes(poison)) throw new RoadRefusal("No suitable edges near location");
    const cells = request.sources.flatMap((from) => request.targets.map((to) => measure(from, to)));
    return {
      durationSeconds: Int32Array.from(cells, (cell) => cell.durationSeconds),
      distanceMeters: Int32Array.from(cells, (cell) => cell.distanceMeters),
    };
  };
  const roads = {
    limits: { ...WIDE, ...limits },
    async ask(request: RoadRequest, signal?: AbortSignal) {
      signal?.throwIfAborted();
      asked.push(request);
      if (asked.length > failAfter || asked.length === crashAt) throw new RoadsUnavailable("crashed");
      return answer(request);
    },
    close: async () => undefined,
  } as RoadEngine;
  return { roads, asked };
}
