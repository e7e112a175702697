import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import type { ObjectivePart } from "./objective-part";

/**
 * An optional job left out costs its prize (a prize-collecting problem: Balas, "The prize collecting traveling salesman
 * problem", Networks 19, 1989). Insertion takes the prize as its bound, so nothing is served that is not worth it.
 */
export function compilePrizes(problem: CoreProblem, state: RouteState): ObjectivePart | undefined {
  if (!problem.hasOptionalJobs) return undefined;
  return { name: "prizes", penalty: () => state.pool.prizesLeftOut };
}
