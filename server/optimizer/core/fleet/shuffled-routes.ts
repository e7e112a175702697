import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";

/** Fills `order` with the routes in use, each order as likely, and says how many they are. */
export function shuffledRoutes(state: RouteState, random: Random, order: Int32Array): number {
  for (let i = 0; i < state.usedCount; i++) {
    const j = random.below(i + 1);
    order[i] = order[j];
    order[j] = state.used[i];
  }
  return state.usedCount;
}
