import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * A drop-off whose pickup is bound rides on the trip of that pickup: what is on board cannot wait for the next one. It
 * moves alone, held on its vehicle by `bindVisits`; `pair-order` knows only pairs that move together.
 */
export function compileBegunPairs(problem: CoreProblem, state: RouteState): Rule | undefined {
  if (!problem.hasReloads) return undefined;
  const { bound, visitCount } = problem;
  const { dropoffOf } = problem.input;
  const begunBy = new Int32Array(visitCount).fill(NONE);
  for (let pickup = 0; pickup < visitCount; pickup++) {
    const dropoff = dropoffOf[pickup];
    if (dropoff >= 0 && bound[pickup] && !bound[dropoff]) begunBy[dropoff] = pickup;
  }
  if (begunBy.every((pickup) => pickup < 0)) return undefined;
  const { next, position } = state.links;

  /** Where the trip that a node is on begins. */
  const tripBegins = (node: number) => {
    let at = node;
    while (at < visitCount) at = state.links.prev[at];
    return at;
  };

  return {
    name: "begun-pairs",
    fits: (visit, _route, before) => begunBy[visit] < 0 || tripBegins(before) === tripBegins(begunBy[visit]),
    refresh: (route) => {
      const end = endNode(problem, route);
      let begins = 0;
      for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) {
        if (node >= visitCount) begins = position[node];
        // A reload has the place of the visit it follows.
        else if (begunBy[node] >= 0 && position[begunBy[node]] <= begins) return false;
      }
      return true;
    },
  };
}
