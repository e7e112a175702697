import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/** At most so many visits on a vehicle; a pair counts as two. */
export function compileMaxVisits(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { maxVisits } = problem.input;
  if (maxVisits.every((limit) => limit >= Math.min(problem.visitCount, UNLIMITED))) return undefined;
  const { partner, closed } = problem;
  const { count } = state.links;
  return {
    name: "max-visits",
    admits: (job, route) => count[route] + (partner[job] < 0 ? 1 : 2) <= maxVisits[route],
    refresh: (route) => count[route] <= maxVisits[route] || closed[route] === 1,
  };
}
