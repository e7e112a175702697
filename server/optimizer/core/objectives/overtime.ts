import type { CoreProblem } from "../problem/core-problem";
import { COST_UNITS_PER_SECOND, UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { ObjectivePart } from "./objective-part";

/**
 * Every second between the end of the shift and the earliest return has a price, on top of that of working time. How much
 * overtime there may be is the shift's affair: it ends that much later.
 */
export function compileOvertime(problem: CoreProblem, state: RouteState): ObjectivePart | undefined {
  const { overtimeCentsPerHour, shiftTo } = problem.input;
  if (overtimeCentsPerHour.every((cents) => cents === 0)) return undefined;
  const { schedule, links } = state;
  const pricePerSecond = Float64Array.from(overtimeCentsPerHour, (cents) => cents * COST_UNITS_PER_SECOND);
  // A route that never returns is broken, and its cost is looked at by nobody.
  const price = (route: number, returns: number) =>
    returns >= UNLIMITED ? 0 : Math.max(returns - shiftTo[route], 0) * pricePerSecond[route];
  const routeMoney = (route: number) => (links.count[route] === 0 ? 0 : price(route, schedule.returns[route]));
  return {
    name: "overtime",
    routeMoney,
    placePrice: (visit, route, before, after) =>
      pricePerSecond[route] === 0
        ? 0
        : price(route, schedule.returnWith(visit, route, before, after)) - routeMoney(route),
  };
}
