import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { boundVisits, type CheckableSolution, plannedRoute } from "./planned-route";
import { addMoney, type Money, moneyInCents, NO_MONEY, totalCents } from "./route-money";
import type { RouteRule } from "./route-under-check";
import { assignment } from "./rules/assignment";
import { breaks } from "./rules/breaks";
import { capacity } from "./rules/capacity";
import { demands } from "./rules/demands";
import { limits } from "./rules/limits";
import { locks } from "./rules/locks";
import { pairs } from "./rules/pairs";
import { places } from "./rules/places";
import { reachability } from "./rules/reachability";
import { reloads } from "./rules/reloads";
import { timeWindows } from "./rules/time-windows";
import { timeRoute } from "./time-route";
import type { TimedRoute } from "./timed-route";
import type { Violation } from "./violation";

/** What the plan comes to, and every rule it breaks. */
export interface SolutionCheck {
  readonly violations: readonly Violation[];
  /** The money's parts, rounded once. */
  readonly costCents: number;
  readonly money: Money;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly workSeconds: number;
  readonly overtimeSeconds: number;
  readonly emissionGrams: number;
  readonly vehiclesUsed: number;
  /** Per vehicle. */
  readonly routes: readonly TimedRoute[];
}

const ROUTE_RULES: readonly RouteRule[] = [
  demands,
  capacity,
  timeWindows,
  limits,
  breaks,
  reloads,
  locks,
  places,
  reachability,
];

/**
 * Proves a solution anew from the question alone, sharing nothing with the code that found it: every rule, and the
 * totals the solution claims. An empty list of violations is the proof.
 */
export function checkSolution(problem: RoutingProblem, solution: CheckableSolution): SolutionCheck {
  const violations: Violation[] = [...assignment(problem, solution), ...pairs(problem, solution)];
  const routes: TimedRoute[] = [];
  let units = NO_MONEY;
  for (const [k, vehicle] of problem.vehicles.entries()) {
    const route = plannedRoute(problem, solution, k);
    const costed = timeRoute(problem, route);
    const judged = { problem, vehicle, route, timed: costed.timed, bound: boundVisits(problem, k) };
    for (const rule of ROUTE_RULES) {
      for (const finding of rule(judged)) violations.push({ ...finding, vehicle: k });
    }
    routes.push(costed.timed);
    units = addMoney(units, costed.units);
  }
  const costCents = totalCents(units);
  if (costCents !== solution.costCents) {
    violations.push({ code: "cost", cause: `claims ${solution.costCents} cents, comes to ${costCents}`, bound: false });
  }
  return { violations, costCents, money: moneyInCents(units), ...totals(routes), routes };
}

function totals(routes: readonly TimedRoute[]) {
  const total = (of: (route: TimedRoute) => number) => routes.reduce((sum, route) => sum + of(route), 0);
  return {
    distanceMeters: total((route) => route.distanceMeters),
    driveSeconds: total((route) => route.driveSeconds),
    workSeconds: total((route) => route.workSeconds),
    overtimeSeconds: total((route) => route.overtimeSeconds),
    emissionGrams: total((route) => route.emissionGrams),
    vehiclesUsed: total((route) => (route.stops.length > 0 ? 1 : 0)),
  };
}
