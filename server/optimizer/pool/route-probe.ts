import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { driveSteps, startWindows } from "../checker/drive-steps";
import { loadsOfTrip, pickupsByDropoff } from "../checker/loads-on-board";
import { boundVisits } from "../checker/planned-route";
import { routeSteps } from "../checker/route-steps";

/**
 * A finished route, prepared for asking what one more visit would do to it, in constant time per place. Position p is
 * behind p visits; flat arrays, because every visit left out asks at every place of every vehicle.
 */
export interface RouteProbe {
  readonly vehicle: number;
  readonly route: readonly number[];
  readonly routed: ReadonlySet<number>;
  /** Position of the first place that is not bound. */
  readonly firstFree: number;
  /** Location in front of and behind each position; −1 behind the last visit of an open route. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** The leg that a visit at each position would replace. */
  readonly legSeconds: Float64Array;
  readonly legMeters: Float64Array;
  /** Earliest departure from the start or visit in front of each position. */
  readonly departs: Float64Array;
  /** Latest arrival at the visit or end behind each position: for everyone further on, and for the shift alone. */
  readonly latest: Float64Array;
  readonly latestForShift: Float64Array;
  /** Per load dimension: leaving each position, and the highest up to it and from it on. */
  readonly loads: readonly Float64Array[];
  readonly highestBefore: readonly Float64Array[];
  readonly highestAfter: readonly Float64Array[];
  readonly distanceMeters: number;
  readonly driveSeconds: number;
}

export function probeRoute(problem: RoutingProblem, vehicle: number, route: readonly number[]): RouteProbe {
  const { shift, capacity } = problem.vehicles[vehicle]!;
  const steps = routeSteps(problem, { vehicle, visits: route, reloads: [], breaks: [] });
  const { times } = driveSteps(problem, vehicle, steps, shift.fromSeconds);
  const legs = legsAt(problem, vehicle, route);
  const { atStart, afterStops } = loadsOfTrip(problem, route, pickupsByDropoff(problem));
  const loads = capacity.map((_, d) => Float64Array.from([atStart, ...afterStops], (each) => each[d]!));
  return {
    vehicle,
    route,
    routed: new Set(route),
    firstFree: boundVisits(problem, vehicle).length,
    ...legs,
    departs: Float64Array.of(
      shift.fromSeconds,
      ...times.filter((_, step) => steps[step]!.kind === "visit").map((time) => time.endSeconds),
    ),
    latest: latestArrivals(problem, vehicle, route, true),
    latestForShift: latestArrivals(problem, vehicle, route, false),
    loads,
    highestBefore: loads.map((each) => runningMax(each)),
    highestAfter: loads.map((each) => runningMax(each.toReversed()).reverse()),
    distanceMeters: legs.legMeters.reduce((sum, meters) => sum + meters, 0),
    driveSeconds: legs.legSeconds.reduce((sum, seconds) => sum + seconds, 0),
  };
}

/** Seconds and metres from one place to another for a vehicle; nothing to an end that does not exist. */
function legBetween(problem: RoutingProblem, vehicle: number, from: number, to: number | undefined) {
  if (to === undefined) return { seconds: 0, meters: 0 };
  const matrix = problem.matrices[problem.vehicles[vehicle]!.profile]!;
  const at = from * matrix.size + to;
  return { seconds: matrix.durationSeconds[at]!, meters: matrix.distanceMeters[at]! };
}

/** An empty route's totals hold the way from start to end, which a visit there replaces like any other leg. */
function legsAt(problem: RoutingProblem, vehicle: number, route: readonly number[]) {
  const { startLocation, endLocation } = problem.vehicles[vehicle]!;
  const stops = route.map((visit) => problem.visits[visit]!.location);
  const before = [startLocation, ...stops];
  const after = [...stops, endLocation];
  const legs = before.map((from, position) => legBetween(problem, vehicle, from, after[position]));
  return {
    before: Int32Array.from(before),
    after: Int32Array.from(after, (location) => location ?? -1),
    legSeconds: Float64Array.from(legs, (leg) => leg.seconds),
    legMeters: Float64Array.from(legs, (leg) => leg.meters),
  };
}

function latestArrivals(
  problem: RoutingProblem,
  k: number,
  route: readonly number[],
  withWindows: boolean,
): Float64Array {
  const vehicle = problem.vehicles[k]!;
  const latest = new Float64Array(route.length + 1);
  latest[route.length] = vehicle.shift.toSeconds;
  let next = vehicle.endLocation;
  for (let position = route.length - 1; position >= 0; position--) {
    const visit = problem.visits[route[position]!]!;
    const leg = legBetween(problem, k, visit.location, next).seconds;
    const start = latest[position + 1]! - leg - visit.serviceSeconds;
    const window = startWindows(visit).findLast((each) => each.fromSeconds <= start);
    latest[position] = withWindows ? Math.min(start, window?.toSeconds ?? Number.NEGATIVE_INFINITY) : start;
    next = visit.location;
  }
  return latest;
}

function runningMax(numbers: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  return numbers.map((number) => {
    highest = Math.max(highest, number);
    return highest;
  });
}
