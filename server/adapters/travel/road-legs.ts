import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { calibrateEstimate } from "@/server/domain/travel/calibrate-estimate";
import { estimateLeg, UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelLeg, TravelOptions } from "@/server/ports/travel";
import { findReachable } from "./reachable-positions";
import { type RoadLeg, RoadRefusal, RoadsUnavailable } from "./road-engine";
import { coversPosition, type RoadSource } from "./road-source";

/**
 * One leg per consecutive pair of positions, with the shape of the road. A leg that the roads cannot give is estimated,
 * calibrated on its neighbours; also when the roads are lost on the way (`onUnavailable` is told why).
 */
export async function buildRoadLegs(
  source: RoadSource,
  positions: readonly LatLng[],
  profile: TravelProfile,
  options: TravelOptions & { onUnavailable?: (reason: string) => void } = {},
): Promise<TravelLeg[]> {
  const count = Math.max(0, positions.length - 1);
  const known: (RoadLeg | undefined)[] = new Array(count).fill(undefined);
  try {
    await askRuns(source, positions, profile, known, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof RoadsUnavailable)) throw error;
    options.onUnavailable?.(error.message);
  }
  return fillLegs(positions, profile, known, options);
}

async function askRuns(
  source: RoadSource,
  positions: readonly LatLng[],
  profile: TravelProfile,
  known: (RoadLeg | undefined)[],
  { signal, onProgress }: TravelOptions,
): Promise<void> {
  const roads = source.open();
  const { legsPerRoute, refusesOffRoad } = roads.limits;
  const reachable = async (indices: readonly number[]): Promise<ReadonlySet<number>> => {
    const asked = indices.map((index) => positions[index]!);
    const located = await findReachable(roads, asked, profile, signal);
    return new Set(indices.filter((_, at) => located[at]));
  };
  const ask = async (first: number, end: number): Promise<void> => {
    signal?.throwIfAborted();
    const run = positions.slice(first, end + 1);
    const legs = await roads.ask({ kind: "route", profile, positions: run }, signal);
    known.splice(first, legs.length, ...legs);
  };
  const askInHalves = (first: number, end: number): Promise<void> =>
    ask(first, end).catch(async (error: unknown) => {
      if (!(error instanceof RoadRefusal)) throw error;
      if (end - first === 1) return;
      const middle = (first + end) >> 1;
      await askInHalves(first, middle);
      await askInHalves(middle, end);
    });
  // Nearly always there is a road everywhere: who says no by itself is asked at once, and which place has none after a no.
  const askHopefully = (first: number, end: number): Promise<void> =>
    ask(first, end).catch(async (error: unknown) => {
      if (!(error instanceof RoadRefusal)) throw error;
      const onRoad = await reachable(Array.from({ length: end - first + 1 }, (_, at) => first + at));
      for (const run of legRuns(positions.length, onRoad, legsPerRoute)) await askInHalves(...run);
    });
  const inside = positions.flatMap((position, index) => (coversPosition(source, position) ? [index] : []));
  const likely = refusesOffRoad ? new Set(inside) : await reachable(inside);
  for (const [first, end] of legRuns(positions.length, likely, legsPerRoute)) {
    await (refusesOffRoad ? askHopefully(first, end) : askInHalves(first, end));
    onProgress?.(end / known.length);
  }
}

/** Stretches of legs whose two ends are on the network, `[first, end)`, none longer than one call allows. */
function* legRuns(
  count: number,
  reachable: ReadonlySet<number>,
  longest: number,
): Iterable<[first: number, end: number]> {
  let first = 0;
  for (let leg = 0; leg < count; leg++) {
    const isDrivable = reachable.has(leg) && reachable.has(leg + 1);
    if (isDrivable && leg - first + 1 < longest) continue;
    const end = isDrivable ? leg + 1 : leg;
    if (end > first) yield [first, end];
    first = leg + 1;
  }
}

function fillLegs(
  positions: readonly LatLng[],
  profile: TravelProfile,
  known: readonly (RoadLeg | undefined)[],
  options: TravelOptions,
): TravelLeg[] {
  const measured = known.flatMap((leg, index) =>
    leg ? [{ ...leg, straightMeters: distanceMeters(positions[index]!, positions[index + 1]!) }] : [],
  );
  const fromRoads = calibrateEstimate(measured, profile);
  const calibration = fromRoads === UNCALIBRATED ? options.calibration : fromRoads;
  return known.map((leg, index) =>
    leg
      ? { ...leg, source: "roads" }
      : { ...estimateLeg(positions[index]!, positions[index + 1]!, profile, calibration), source: "estimate" },
  );
}
