import type { RoutingProblem, RoutingVehicle } from "@/server/domain/plan/routing-problem";
import type { PlannedRoute } from "./planned-route";
import type { TimedRoute } from "./timed-route";
import type { ViolationCode } from "./violation";

/** Everything a rule may ask about the route it judges. */
export interface RouteUnderCheck {
  readonly problem: RoutingProblem;
  readonly vehicle: RoutingVehicle;
  readonly route: PlannedRoute;
  readonly timed: TimedRoute;
  /** Visits the caller bound, as they stand at the front. */
  readonly bound: readonly number[];
}

/** What a rule finds; the vehicle is the route's. */
export interface RouteFinding {
  readonly code: ViolationCode;
  readonly cause: string;
  readonly visit?: number;
  readonly bound: boolean;
}

/** Judges one route of a plan; an unused vehicle too. */
export type RouteRule = (route: RouteUnderCheck) => Iterable<RouteFinding>;

/** Whether the caller put everything here, so that the optimizer could have done nothing about it. */
export function isAllBound({ route, bound }: RouteUnderCheck): boolean {
  return route.visits.length <= bound.length;
}
