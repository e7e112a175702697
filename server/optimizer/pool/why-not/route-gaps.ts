import type { InsertionPlace, RoutingBreak, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { driveSteps } from "../../checker/drive-steps";
import { boundVisits, type PlannedRoute } from "../../checker/planned-route";
import { type RouteStep, routeSteps } from "../../checker/route-steps";
import { type GapLoads, gapLoads } from "./gap-loads";
import { latestArrivals } from "./latest-arrivals";

/**
 * Somewhere on a finished route where a visit could go, prepared for asking in constant time: at the beginning of a way,
 * in front of or behind each break taken there, and on either side of a reload.
 */
export interface RouteGap extends GapLoads {
  readonly place: InsertionPlace;
  /** Locations in front and behind; −1 behind the end of an open route. */
  readonly from: number;
  readonly to: number;
  /** When the vehicle can leave at the earliest. */
  readonly departs: number;
  /** Still taken behind the gap before driving on. */
  readonly breaks: readonly RoutingBreak[];
  /** Check-in behind the gap, for who comes from elsewhere. */
  readonly checkInSeconds: number;
  /** Latest moment to be checked in behind it: for everything further on, for the shift alone, for breaks alone. */
  readonly latest: number;
  readonly latestForShift: number;
  readonly latestForBreaks: number;
  /** The way over the gap. */
  readonly legSeconds: number;
  readonly legMeters: number;
  /** What the route goes on with behind the gap: its breaks, then the way. */
  readonly nextStep: number;
}

export interface RouteGaps {
  readonly route: PlannedRoute;
  readonly steps: readonly RouteStep[];
  /** Those that are not bound, in order. */
  readonly gaps: readonly RouteGap[];
  readonly distanceMeters: number;
  readonly driveSeconds: number;
}

export function routeGaps(
  problem: RoutingProblem,
  route: PlannedRoute,
  pickupOf: ReadonlyMap<number, number>,
): RouteGaps {
  const { shift } = problem.vehicles[route.vehicle]!;
  const steps = routeSteps(problem, route);
  const { times } = driveSteps(problem, route.vehicle, steps, shift.fromSeconds);
  const latest = latestArrivals(problem, route, steps);
  const loadsAt = gapLoads(problem, route, pickupOf);
  const firstFree = boundVisits(problem, route.vehicle).length;
  const gaps: RouteGap[] = [];
  for (const opening of openings(problem, route, steps)) {
    const { position, isBehindReload, breaksAhead, first, way } = opening;
    const loads = loadsAt(position, isBehindReload);
    if (position < firstFree || loads.splitsDirectPair) continue;
    const drive = steps[way];
    const target = steps[way + 1];
    const checkedIn = target?.kind === "visit" ? target.checkInSeconds : 0;
    const behind = {
      ...loads,
      from: opening.from,
      to: opening.to,
      checkInSeconds: target?.kind === "visit" ? (problem.visits[target.visit]!.checkInSeconds ?? 0) : 0,
      ...latest(Math.min(way + 1, steps.length), checkedIn),
      legSeconds: drive?.kind === "drive" ? drive.seconds : 0,
      legMeters: drive?.kind === "drive" ? drive.meters : 0,
    };
    const breaks = steps.slice(first, way).map((step) => breakOf(problem, route, step));
    for (let taken = 0; taken <= breaks.length; taken++) {
      const behindBreaks = breaksAhead + taken;
      const place = {
        position,
        ...(behindBreaks > 0 && { behindBreaks }),
        ...(isBehindReload && { behindReload: true as const }),
      };
      const nextStep = first + taken;
      const departs = nextStep === 0 ? shift.fromSeconds : times[nextStep - 1]!.endSeconds;
      gaps.push({ ...behind, place, departs, breaks: breaks.slice(taken), nextStep });
    }
  }
  const ways = steps.filter((step) => step.kind === "drive");
  return {
    route,
    steps,
    gaps,
    distanceMeters: ways.reduce((sum, way) => sum + way.meters, 0),
    driveSeconds: ways.reduce((sum, way) => sum + way.seconds, 0),
  };
}

/** Where the vehicle stands, and the breaks it takes there before driving on. */
interface Opening {
  readonly position: number;
  readonly isBehindReload: boolean;
  /** Taken at this position already, in front of the reload. */
  readonly breaksAhead: number;
  readonly from: number;
  readonly to: number;
  /** Steps: the first break, and the way behind them all. */
  readonly first: number;
  readonly way: number;
}

function* openings(problem: RoutingProblem, route: PlannedRoute, steps: readonly RouteStep[]): Generator<Opening> {
  const vehicle = problem.vehicles[route.vehicle]!;
  let stand = { position: 0, isBehindReload: false, breaksAhead: 0, from: vehicle.startLocation, first: 0 };
  for (const [way, step] of steps.entries()) {
    if (step.kind === "visit") {
      const from = problem.visits[step.visit]!.location;
      stand = { position: step.position + 1, isBehindReload: false, breaksAhead: 0, from, first: way + 1 };
    } else if (step.kind === "reload") {
      const breaksAhead = way - 1 - stand.first;
      stand = { ...stand, isBehindReload: true, breaksAhead, from: vehicle.reload!.location, first: way + 1 };
    } else if (step.kind === "drive") yield { ...stand, way, to: locationOf(problem, route, steps[way + 1]) };
  }
  const isOver = steps.at(-1)?.kind === "drive";
  // An unused vehicle goes nowhere, but with a visit it comes back.
  const to = steps.length === 0 ? (vehicle.endLocation ?? NOWHERE) : NOWHERE;
  if (!isOver) yield { ...stand, way: steps.length, to };
}

const NOWHERE = -1;

function locationOf(problem: RoutingProblem, route: PlannedRoute, step: RouteStep | undefined): number {
  const vehicle = problem.vehicles[route.vehicle]!;
  if (step?.kind === "visit") return problem.visits[step.visit]!.location;
  return step?.kind === "reload" ? vehicle.reload!.location : (vehicle.endLocation ?? NOWHERE);
}

function breakOf(problem: RoutingProblem, route: PlannedRoute, step: RouteStep): RoutingBreak {
  if (step.kind !== "break") throw new Error(`a ${step.kind} stands among the breaks`);
  return problem.vehicles[route.vehicle]!.breaks![step.index]!;
}
