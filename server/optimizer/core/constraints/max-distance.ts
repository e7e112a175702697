import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";
import { compileTravelLimit } from "./travel-limit";

/** At most so many metres, those done before and the way back included unless the route is open. */
export function compileMaxDistance(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { maxDistanceMeters, doneMeters, profiles } = problem.input;
  if (maxDistanceMeters.every((limit) => limit >= UNLIMITED)) return undefined;
  const matrices = profiles.map((profile) => profile.distanceMeters);
  return compileTravelLimit(problem, state, {
    name: "max-distance",
    limit: maxDistanceMeters,
    done: doneMeters,
    matrices,
  });
}
