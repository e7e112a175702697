import { endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Refusals } from "./ejection";

/** Empties the route whose visits were refused least often, and makes the rest the limit; false if none may go. */
export function dissolveRoute(state: RouteState, refusals: Refusals): boolean {
  let easiest = NONE;
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < state.usedCount; i++) {
    const route = state.used[i];
    if (state.problem.boundCount[route] > 0) continue;
    const sum = refusalsOn(state, route, refusals);
    if (sum >= lowest) continue;
    lowest = sum;
    easiest = route;
  }
  if (easiest === NONE || state.usedCount <= 1) return false;
  state.beginMove();
  state.empty(easiest);
  state.routeLimit = state.usedCount;
  return true;
}

/** Infinite where somebody has no other vehicle to go to. */
function refusalsOn(state: RouteState, route: number, refusals: Refusals): number {
  const { placedOn, isOptional } = state.problem;
  const { next } = state.links;
  const end = endNode(state.problem, route);
  let sum = 0;
  for (let node = next[startNode(state.problem, route)]; node !== end; node = next[node]) {
    if (node >= state.problem.visitCount) continue;
    sum += placedOn[node] === route && !isOptional[node] ? Number.POSITIVE_INFINITY : refusals[node];
  }
  return sum;
}
