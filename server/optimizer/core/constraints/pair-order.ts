import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * A drop-off rides behind its pickup on the same route. Insertion and removal always take both, so this only proves
 * that they did; a drop-off whose pickup is bound is held by `compatibility`, `frozen-prefix` and
 * `begun-pairs`.
 */
export function compilePairOrder(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { partner, isJob } = problem;
  if (partner.every((other) => other < 0)) return undefined;
  const { next, route: routeOf, position } = state.links;
  return {
    name: "pair-order",
    // A pair stays within one trip.
    ...(problem.hasReloads && {
      walk: { begin: () => true, pass: (visit: number) => visit < problem.visitCount, closes: () => true },
    }),
    refresh: (route) => {
      const end = endNode(problem, route);
      let tripBegins = 0;
      for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) {
        if (node >= problem.visitCount) {
          tripBegins = position[node];
          continue;
        }
        const other = partner[node];
        if (other < 0) continue;
        if (isJob[node] === 0 && position[other] <= tripBegins) return false;
        if (routeOf[other] !== route || position[other] < position[node] !== (isJob[node] === 0)) return false;
      }
      return true;
    },
  };
}
