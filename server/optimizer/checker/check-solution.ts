import type { RoutingProblem, RoutingSolution, RoutingVehicle } from "@/server/domain/plan/routing-problem";
import { checkLoads } from "./check-loads";
import { type CheckedRoute, checkRoute } from "./checked-route";

export type ViolationCode =
  | "route-count"
  | "unknown-visit"
  | "visited-twice"
  | "visit-missing"
  | "unassigned-but-routed"
  | "skills"
  | "features"
  | "allowed-vehicles"
  | "capacity"
  | "time-window"
  | "shift"
  | "max-visits"
  | "max-distance"
  | "max-drive-time"
  | "pair-split"
  | "pair-order"
  | "locked"
  | "frozen"
  | "unreachable"
  | "cost";

export interface Violation {
  readonly code: ViolationCode;
  /** In words, with the numbers. */
  readonly cause: string;
  readonly vehicle?: number;
  readonly visit?: number;
  /** True where the caller bound the visits that break the rule to their place: a fact to show, not a fault of the plan. */
  readonly bound: boolean;
}

export interface SolutionCheck {
  readonly violations: readonly Violation[];
  readonly costCents: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly paidSeconds: number;
  readonly vehiclesUsed: number;
}

export type CheckableSolution = Pick<RoutingSolution, "routes" | "costCents"> & {
  readonly unassigned: readonly { readonly visit: number }[];
};

/**
 * Proves a solution anew from the question alone, sharing nothing with the code that found it: every rule, and the
 * totals the solution claims. An empty list of violations is the proof.
 */
export function checkSolution(problem: RoutingProblem, solution: CheckableSolution): SolutionCheck {
  const violations: Violation[] = [...checkAssignment(problem, solution)];
  let cost = 0;
  let distanceMeters = 0;
  let driveSeconds = 0;
  let paidSeconds = 0;
  let vehiclesUsed = 0;
  for (const [k, vehicle] of problem.vehicles.entries()) {
    const route = (solution.routes[k] ?? []).filter((visit) => problem.visits[visit] !== undefined);
    const checked = checkRoute(problem, vehicle, route);
    violations.push(...checkVehicle(problem, k, route, checked));
    if (route.length === 0) continue;
    vehiclesUsed++;
    distanceMeters += checked.distanceMeters;
    driveSeconds += checked.driveSeconds;
    paidSeconds += checked.paidSeconds;
    const perKm = checked.distanceMeters * vehicle.costPerKmCents * HOUR;
    const perHour = checked.paidSeconds * vehicle.costPerHourCents * KILOMETER;
    cost += vehicle.fixedCostCents * HOUR * KILOMETER + perKm + perHour;
  }
  const costCents = Math.round(cost / (HOUR * KILOMETER));
  if (costCents !== solution.costCents) {
    violations.push({ code: "cost", cause: `claims ${solution.costCents} cents, comes to ${costCents}`, bound: false });
  }
  return { violations, costCents, distanceMeters, driveSeconds, paidSeconds, vehiclesUsed };
}

const HOUR = 3600;
const KILOMETER = 1000;

function* checkAssignment(problem: RoutingProblem, solution: CheckableSolution): Generator<Violation> {
  const plain = { bound: false };
  if (solution.routes.length !== problem.vehicles.length) {
    const cause = `${solution.routes.length} routes for ${problem.vehicles.length} vehicles`;
    yield { code: "route-count", cause, ...plain };
  }
  const seen = new Map<number, number>();
  for (const [vehicle, route] of solution.routes.entries()) {
    for (const visit of route) {
      if (problem.visits[visit] === undefined)
        yield { code: "unknown-visit", cause: `visit ${visit}`, vehicle, ...plain };
      else if (seen.has(visit)) {
        yield { code: "visited-twice", cause: `also on vehicle ${seen.get(visit)}`, vehicle, visit, ...plain };
      } else seen.set(visit, vehicle);
    }
  }
  const leftOut = new Set(solution.unassigned.map((each) => each.visit));
  for (const visit of problem.visits.keys()) {
    const vehicle = seen.get(visit);
    if (vehicle === undefined && !leftOut.has(visit)) {
      yield { code: "visit-missing", cause: "neither on a route nor unassigned", visit, ...plain };
    } else if (vehicle !== undefined && leftOut.has(visit)) {
      yield { code: "unassigned-but-routed", cause: `on vehicle ${vehicle}`, vehicle, visit, ...plain };
    }
  }
  yield* checkPairs(problem, solution, seen);
}

function* checkPairs(
  problem: RoutingProblem,
  solution: CheckableSolution,
  vehicleOf: ReadonlyMap<number, number>,
): Generator<Violation> {
  for (const [pickup, visit] of problem.visits.entries()) {
    const dropoff = visit.pairedDropoff;
    if (dropoff === undefined) continue;
    const from = vehicleOf.get(pickup);
    const to = vehicleOf.get(dropoff);
    const bound = [pickup, dropoff].some((each) => {
      const vehicle = vehicleOf.get(each);
      return vehicle !== undefined && boundVisits(problem, vehicle).includes(each);
    });
    if (from !== to) {
      const cause = `pickup on ${from ?? "no vehicle"}, drop-off ${dropoff} on ${to ?? "no vehicle"}`;
      yield { code: "pair-split", cause, visit: pickup, bound };
    } else if (from !== undefined) {
      const route = solution.routes[from]!;
      if (route.indexOf(pickup) > route.indexOf(dropoff)) {
        yield { code: "pair-order", cause: `drop-off ${dropoff} comes first`, vehicle: from, visit: pickup, bound };
      }
    }
  }
}

/** What the caller binds to a vehicle: its whole route if locked, else what is frozen at its front. */
export function boundVisits(problem: RoutingProblem, vehicle: number): readonly number[] {
  const { locked, frozenVisits } = problem.vehicles[vehicle]!;
  return locked ? (problem.initialRoutes[vehicle] ?? []) : frozenVisits;
}

function* checkVehicle(
  problem: RoutingProblem,
  k: number,
  route: readonly number[],
  checked: CheckedRoute,
): Generator<Violation> {
  const vehicle = problem.vehicles[k]!;
  const bound = boundVisits(problem, k);
  if (vehicle.locked && (route.length !== bound.length || bound.some((visit, i) => route[i] !== visit))) {
    yield {
      code: "locked",
      cause: `route must stay ${bound.join(" ")}, is ${route.join(" ")}`,
      vehicle: k,
      bound: false,
    };
  } else if (bound.some((visit, i) => route[i] !== visit)) {
    yield { code: "frozen", cause: `must begin ${bound.join(" ")}, is ${route.join(" ")}`, vehicle: k, bound: false };
  }
  const onlyBound = route.length === bound.length;
  for (const limit of brokenLimits(vehicle, route, checked)) yield { ...limit, vehicle: k, bound: onlyBound };
  for (const cause of checkLoads(problem, vehicle, route))
    yield { code: "capacity", cause, vehicle: k, bound: onlyBound };
  for (const [position, stop] of checked.stops.entries()) {
    const subject = { vehicle: k, visit: stop.visit, bound: position < bound.length };
    for (const violation of unmetDemands(problem, k, stop.visit)) yield { ...violation, ...subject };
    if (stop.lateSeconds > 0) yield { code: "time-window", cause: `${stop.lateSeconds} s late`, ...subject };
  }
  for (const position of checked.unreachable) {
    yield {
      code: "unreachable",
      cause: `leg ${position} has no way`,
      vehicle: k,
      bound: position < bound.length || onlyBound,
    };
  }
}

type Finding = Pick<Violation, "code" | "cause">;

function* brokenLimits(vehicle: RoutingVehicle, route: readonly number[], checked: CheckedRoute): Generator<Finding> {
  const over = (code: ViolationCode, actual: number, limit: number | undefined, unit: string): Finding[] =>
    route.length > 0 && limit !== undefined && actual > limit
      ? [{ code, cause: `${actual} ${unit}, at most ${limit}` }]
      : [];
  yield* over("shift", checked.endSeconds, vehicle.shift.toSeconds, "s at the end");
  yield* over("max-visits", route.length, vehicle.maxVisits, "visits");
  yield* over("max-distance", checked.distanceMeters, vehicle.maxDistanceMeters, "m");
  yield* over("max-drive-time", checked.driveSeconds, vehicle.maxDriveSeconds, "s at the wheel");
}

function* unmetDemands(problem: RoutingProblem, k: number, index: number): Generator<Finding> {
  const visit = problem.visits[index]!;
  const vehicle = problem.vehicles[k]!;
  const missing = (wanted: readonly string[], has: readonly string[]) => wanted.filter((each) => !has.includes(each));
  const skills = missing(visit.skills, vehicle.skills);
  if (skills.length > 0) yield { code: "skills", cause: `lacks ${skills.join(", ")}` };
  const features = missing(visit.features, vehicle.features);
  if (features.length > 0) yield { code: "features", cause: `lacks ${features.join(", ")}` };
  if (visit.allowedVehicles && !visit.allowedVehicles.includes(k)) {
    yield { code: "allowed-vehicles", cause: `only on ${visit.allowedVehicles.join(", ")}` };
  }
}
