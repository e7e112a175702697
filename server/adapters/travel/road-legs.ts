import { type BoundingBox, distanceMeters, type LatLng } from "@/server/domain/geo";
import { calibrateEstimate } from "@/server/domain/travel/calibrate-estimate";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelLeg, TravelOptions } from "@/server/ports/travel";
import { findReachable } from "./reachable-positions";
import type { RoadLeg } from "./valhalla-messages";
import { type ValhallaProcess, ValhallaRefusal, ValhallaUnavailable } from "./valhalla-process";

const LEGS_PER_CALL = 50;

/**
 * One leg per consecutive pair of positions, with the shape of the road. A leg that the roads cannot give is estimated,
 * calibrated on its neighbours; also when Valhalla is lost on the way (`onUnavailable` is told why).
 */
export async function buildRoadLegs(
  roads: ValhallaProcess,
  box: BoundingBox,
  positions: readonly LatLng[],
  profile: TravelProfile,
  { signal, onProgress, onUnavailable }: TravelOptions & { onUnavailable?: (reason: string) => void } = {},
): Promise<TravelLeg[]> {
  const count = Math.max(0, positions.length - 1);
  const known: (RoadLeg | undefined)[] = new Array(count).fill(undefined);
  try {
    const reachable = await findReachable(roads, box, positions, profile, signal);
    for (const [first, end] of legRuns(reachable)) {
      await askLegs(roads, positions, profile, first, end, known, signal);
      onProgress?.(end / count);
    }
  } catch (error) {
    if (!(error instanceof ValhallaUnavailable)) throw error;
    onUnavailable?.(error.message);
  }
  return fillLegs(positions, profile, known);
}

/** Stretches of legs whose two ends are on the network, `[first, end)`, none longer than one call allows. */
function* legRuns(reachable: readonly boolean[]): Iterable<[number, number]> {
  let first = 0;
  for (let leg = 0; leg < reachable.length; leg++) {
    const drivable = reachable[leg]! && reachable[leg + 1] === true;
    if (drivable && leg - first + 1 < LEGS_PER_CALL) continue;
    const end = drivable ? leg + 1 : leg;
    if (end > first) yield [first, end];
    first = leg + 1;
  }
}

async function askLegs(
  roads: ValhallaProcess,
  positions: readonly LatLng[],
  profile: TravelProfile,
  first: number,
  end: number,
  known: (RoadLeg | undefined)[],
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  try {
    const legs = await roads.ask({ kind: "route", profile, positions: positions.slice(first, end + 1) });
    legs.forEach((leg, index) => {
      known[first + index] = leg;
    });
  } catch (error) {
    if (!(error instanceof ValhallaRefusal)) throw error;
    if (end - first === 1) return;
    const middle = (first + end) >> 1;
    await askLegs(roads, positions, profile, first, middle, known, signal);
    await askLegs(roads, positions, profile, middle, end, known, signal);
  }
}

function fillLegs(
  positions: readonly LatLng[],
  profile: TravelProfile,
  known: readonly (RoadLeg | undefined)[],
): TravelLeg[] {
  const measured = known.flatMap((leg, index) =>
    leg ? [{ ...leg, straightMeters: distanceMeters(positions[index]!, positions[index + 1]!) }] : [],
  );
  const calibration = calibrateEstimate(measured, profile);
  return known.map((leg, index) =>
    leg
      ? { ...leg, source: "roads" }
      : { ...estimateLeg(positions[index]!, positions[index + 1]!, profile, calibration), source: "estimate" },
  );
}
