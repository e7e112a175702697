import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { LOAD_DIMENSIONS } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/** Whether all there is rides from the start and is delivered: then no leg carries more than the first. */
export function isAllDelivered({ loadChange, startLoad }: CoreProblem, dimension: number): boolean {
  for (let at = dimension; at < loadChange.length; at += LOAD_DIMENSIONS) {
    if (loadChange[at] !== -startLoad[at]) return false;
  }
  return true;
}

/** Capacity where all is delivered: the sum decides, and no place on a route is better than another. */
export function compileDeliveredLoad(
  problem: CoreProblem,
  state: RouteState,
  dimension: number,
  limit: Int32Array,
): Rule {
  const { visitCount, vehicleCount, startLoad, closed } = problem;
  const amount = Int32Array.from({ length: visitCount }, (_, v) => startLoad[v * LOAD_DIMENSIONS + dimension]);
  const room = new Int32Array(vehicleCount);
  const { next } = state.links;
  return {
    name: "capacity",
    admits: (job, route) => amount[job] <= room[route],
    refresh: (route) => {
      const end = endNode(problem, route);
      let left = limit[route];
      for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) left -= amount[node];
      room[route] = left;
      return left >= 0 || closed[route] === 1 || state.links.count[route] === 0;
    },
  };
}
