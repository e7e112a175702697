import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/** Nothing is inserted in front of a visit that is bound to its place. */
export function compileFrozenPrefix(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { bound, closed, boundCount } = problem;
  if (!boundCount.some((count, vehicle) => count > 0 && closed[vehicle] === 0)) return undefined;
  const { next } = state.links;
  return {
    name: "frozen-prefix",
    fits: (_visit, _route, _before, after) => bound[after] === 0,
    walk: {
      begin: (_pickup, _route, before) => bound[next[before]] === 0,
      pass: () => true,
      closes: () => true,
    },
  };
}
