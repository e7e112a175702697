import type { CoreProblem } from "../problem/core-problem";
import { FULL_MODEL } from "./plan-model";
import { RouteState } from "./route-state";

/** Closes each route whose bound visits alone break a rule: they stay as they are, and nothing more is added. */
export function closeBoundRoutes(problem: CoreProblem): void {
  if (problem.boundCount.every((count) => count === 0)) return;
  const bound = new RouteState(problem, { rules: FULL_MODEL.rules, parts: [] });
  for (let route = 0; route < problem.vehicleCount; route++) {
    if (bound.isBroken(route)) problem.closed[route] = 1;
  }
}
