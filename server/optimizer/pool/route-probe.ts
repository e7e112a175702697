import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { loadsOnBoard } from "../checker/check-loads";
import { boundVisits } from "../checker/check-solution";
import { checkRoute, startWindows } from "../checker/checked-route";

/** A finished route, prepared for asking what one more visit would do to it. Position p is behind p visits. */
export interface RouteProbe {
  readonly vehicle: number;
  readonly route: readonly number[];
  /** Position of the first place that is not bound. */
  readonly firstFree: number;
  /** Earliest departure from the start or visit in front of each position. */
  readonly departs: readonly number[];
  /** Latest arrival at the visit or end behind each position: for everyone further on, and for the shift alone. */
  readonly latest: readonly number[];
  readonly latestForShift: readonly number[];
  /** Per load dimension: leaving each position, and the highest up to it and from it on. */
  readonly loads: readonly (readonly number[])[];
  readonly highestBefore: readonly (readonly number[])[];
  readonly highestAfter: readonly (readonly number[])[];
  readonly distanceMeters: number;
  readonly driveSeconds: number;
}

export function probeRoute(problem: RoutingProblem, vehicle: number, route: readonly number[]): RouteProbe {
  const { shift, capacity } = problem.vehicles[vehicle]!;
  const checked = checkRoute(problem, problem.vehicles[vehicle]!, route);
  const service = (visit: number) => problem.visits[visit]!.serviceSeconds;
  const loads = capacity.map((_, dimension) => loadsOnBoard(problem, route, dimension));
  return {
    vehicle,
    route,
    firstFree: boundVisits(problem, vehicle).length,
    departs: [shift.fromSeconds, ...checked.stops.map((stop) => stop.startSeconds + service(stop.visit))],
    latest: latestArrivals(problem, vehicle, route, true),
    latestForShift: latestArrivals(problem, vehicle, route, false),
    loads,
    highestBefore: loads.map((each) => runningMax(each)),
    highestAfter: loads.map((each) => runningMax(each.toReversed()).reverse()),
    distanceMeters: checked.distanceMeters,
    driveSeconds: checked.driveSeconds,
  };
}

/** Seconds and metres from one place to another for a vehicle; nothing to an end that does not exist. */
export function legBetween(problem: RoutingProblem, vehicle: number, from: number, to: number | undefined) {
  if (to === undefined) return { seconds: 0, meters: 0 };
  const matrix = problem.matrices[problem.vehicles[vehicle]!.profile]!;
  const at = from * matrix.size + to;
  return { seconds: matrix.durationSeconds[at]!, meters: matrix.distanceMeters[at]! };
}

function latestArrivals(problem: RoutingProblem, k: number, route: readonly number[], withWindows: boolean): number[] {
  const vehicle = problem.vehicles[k]!;
  const latest = [vehicle.shift.toSeconds];
  let next = vehicle.endLocation;
  for (const index of route.toReversed()) {
    const visit = problem.visits[index]!;
    const start = latest[0]! - legBetween(problem, k, visit.location, next).seconds - visit.serviceSeconds;
    const window = startWindows(visit).findLast((each) => each.fromSeconds <= start);
    latest.unshift(withWindows ? Math.min(start, window?.toSeconds ?? Number.NEGATIVE_INFINITY) : start);
    next = visit.location;
  }
  return latest;
}

function runningMax(numbers: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  return numbers.map((number) => {
    highest = Math.max(highest, number);
    return highest;
  });
}
