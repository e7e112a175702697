import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/** Direct shipments: no visit comes between such a pickup and its drop-off. */
export function compileDirectPairs(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { nodeCount, bound, input } = problem;
  /** The drop-off that must follow a pickup at once, and back. */
  const dropoffOf = new Int32Array(nodeCount).fill(NONE);
  const pickupOf = new Int32Array(nodeCount).fill(NONE);
  for (let pickup = 0; pickup < problem.visitCount; pickup++) {
    const dropoff = input.dropoffOf[pickup];
    if (input.direct[pickup] === 0 || dropoff < 0 || (bound[pickup] && bound[dropoff])) continue;
    dropoffOf[pickup] = dropoff;
    pickupOf[dropoff] = pickup;
  }
  if (dropoffOf.every((dropoff) => dropoff < 0)) return undefined;

  const { next, prev, route: routeOf } = state.links;
  const parts = (before: number, after: number) => dropoffOf[before] === after && after >= 0;
  let isDirect = false;
  return {
    name: "direct-pairs",
    // A visit moved alone has its other half, if any, bound: a drop-off comes right behind it.
    fits: (visit, _route, before, after) =>
      !parts(before, after) && (pickupOf[visit] < 0 || pickupOf[visit] === before),
    walk: {
      begin: (pickup, _route, before) => {
        isDirect = dropoffOf[pickup] >= 0;
        return !parts(before, next[before]);
      },
      pass: () => !isDirect,
      closes: (_dropoff, after) => !parts(prev[after], after),
    },
    refresh: (route) => {
      const end = endNode(problem, route);
      for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) {
        const dropoff = dropoffOf[node];
        if (dropoff >= 0 && routeOf[dropoff] === route && next[node] !== dropoff) return false;
      }
      return true;
    },
  };
}
