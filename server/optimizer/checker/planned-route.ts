import type { RouteBreak, RoutingProblem, RoutingSolution, RoutingVehicle } from "@/server/domain/plan/routing-problem";

/** What there is to check of a solution; unassigned visits without their reasons. */
export type CheckableSolution = Pick<RoutingSolution, "routes" | "reloads" | "breaks" | "costCents"> & {
  readonly unassigned: readonly { readonly visit: number }[];
};

/** What a solution says about one vehicle. */
export interface PlannedRoute {
  readonly vehicle: number;
  readonly visits: readonly number[];
  /** Positions in front of which it goes to reload. */
  readonly reloads: readonly number[];
  readonly breaks: readonly RouteBreak[];
}

/** Visits that do not exist are reported elsewhere, and passed over here. */
export function plannedRoute(problem: RoutingProblem, solution: CheckableSolution, vehicle: number): PlannedRoute {
  return {
    vehicle,
    visits: (solution.routes[vehicle] ?? []).filter((visit) => problem.visits[visit] !== undefined),
    reloads: solution.reloads[vehicle] ?? [],
    breaks: solution.breaks[vehicle] ?? [],
  };
}

/** What the caller binds to a vehicle: its whole route if locked, else what is frozen at its front. */
export function boundVisits(problem: RoutingProblem, vehicle: number): readonly number[] {
  const { locked, frozenVisits } = problem.vehicles[vehicle]!;
  return locked ? (problem.initialRoutes[vehicle] ?? []) : frozenVisits;
}

/** Whether it can go to reload in front of this position: somewhere to go, and a visit on either side. */
export function isReloadPosition(vehicle: RoutingVehicle, visitCount: number, position: number): boolean {
  return vehicle.reload !== undefined && Number.isInteger(position) && position > 0 && position < visitCount;
}

/** Whether a break can be taken in front of this position: the end of an open route is none, nor is an unused vehicle. */
export function isBreakPosition(vehicle: RoutingVehicle, visitCount: number, position: number): boolean {
  const last = vehicle.endLocation === undefined ? visitCount - 1 : visitCount;
  return visitCount > 0 && Number.isInteger(position) && position >= 0 && position <= last;
}

/** The number of the trip, from 0, on which the visit at this position is served. */
export function tripAt(route: PlannedRoute, position: number): number {
  return new Set(route.reloads.filter((reload) => reload > 0 && reload <= position)).size;
}
