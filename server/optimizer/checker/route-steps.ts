import type { RoutingProblem, TimeWindow } from "@/server/domain/plan/routing-problem";
import { isBreakPosition, isReloadPosition, type PlannedRoute } from "./planned-route";
import { startWindows } from "./start-windows";

/** One thing after the other that a vehicle does from its departure to its return. */
export type RouteStep = DriveStep | VisitStep | BreakStep | ReloadStep;

export interface DriveStep {
  readonly kind: "drive";
  /** As the matrix has it: negative where there is no way. */
  readonly seconds: number;
  readonly meters: number;
  /** Position of the visit it leads towards, the route's length on the way back. */
  readonly towards: number;
}

export interface VisitStep {
  readonly kind: "visit";
  readonly visit: number;
  readonly position: number;
  /** Nothing where the vehicle stands at this location already. */
  readonly checkInSeconds: number;
  /** When service may start. */
  readonly windows: readonly TimeWindow[];
}

export interface BreakStep {
  readonly kind: "break";
  readonly index: number;
  readonly before: number;
}

export interface ReloadStep {
  readonly kind: "reload";
  readonly before: number;
  readonly seconds: number;
}

/** Spells a route out. Breaks and reloads at places that do not exist are reported elsewhere, and passed over here. */
export function routeSteps(problem: RoutingProblem, route: PlannedRoute): RouteStep[] {
  const vehicle = problem.vehicles[route.vehicle]!;
  const matrix = problem.matrices[vehicle.profile]!;
  const steps: RouteStep[] = [];
  let here = vehicle.startLocation;
  const driveTo = (there: number, towards: number) => {
    const leg = here * matrix.size + there;
    steps.push({
      kind: "drive",
      seconds: matrix.durationSeconds[leg]!,
      meters: matrix.distanceMeters[leg]!,
      towards,
    });
    here = there;
  };
  const takeBreaks = (before: number) => {
    if (!isBreakPosition(vehicle, route.visits.length, before)) return;
    for (const taken of route.breaks) {
      if (taken.before === before && vehicle.breaks?.[taken.index]) steps.push({ kind: "break", ...taken });
    }
  };

  for (const [position, visit] of route.visits.entries()) {
    takeBreaks(position);
    if (route.reloads.includes(position) && isReloadPosition(vehicle, route.visits.length, position)) {
      driveTo(vehicle.reload!.location, position);
      steps.push({ kind: "reload", before: position, seconds: vehicle.reload!.durationSeconds });
    }
    const { location, checkInSeconds = 0 } = problem.visits[visit]!;
    const windows = startWindows(problem.visits[visit]!);
    const isThere = here === location;
    driveTo(location, position);
    steps.push({ kind: "visit", visit, position, checkInSeconds: isThere ? 0 : checkInSeconds, windows });
  }
  takeBreaks(route.visits.length);
  if (route.visits.length > 0 && vehicle.endLocation !== undefined) driveTo(vehicle.endLocation, route.visits.length);
  return steps;
}
