import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/** At most so many visits on a vehicle, those done before included; a pair counts as two. */
export function compileMaxVisits(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { maxVisits, doneVisits } = problem.input;
  const room = maxVisits.map((limit, vehicle) => limit - doneVisits[vehicle]);
  if (room.every((most) => most >= problem.visitCount)) return undefined;
  const { partner, closed } = problem;
  const { count } = state.links;
  return {
    name: "max-visits",
    admits: (job, route) => count[route] + (partner[job] < 0 ? 1 : 2) <= room[route],
    refresh: (route) => count[route] <= room[route] || count[route] === 0 || closed[route] === 1,
  };
}
