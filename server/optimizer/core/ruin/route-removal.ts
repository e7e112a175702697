import { type CoreProblem, startNode } from "../problem/core-problem";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";

/** A longer route is never dissolved: putting so many visits elsewhere hardly ever succeeds and takes long. */
const LONGEST = 100;
/** Drawn at random; the shortest of them goes. */
const CANDIDATES = 3;

/** Dissolves a route, preferably a short one: how a plan gets by with a vehicle less. */
export class RouteRemoval {
  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {}

  ruin(): void {
    const { state } = this;
    if (state.usedCount === 0) return;
    const { count } = state.links;
    let shortest = -1;
    for (let i = 0; i < CANDIDATES; i++) {
      const route = state.used[this.random.below(state.usedCount)];
      if (this.problem.bound[state.links.next[startNode(this.problem, route)]]) continue;
      if (count[route] <= LONGEST && (shortest < 0 || count[route] < count[shortest])) shortest = route;
    }
    if (shortest >= 0) state.empty(shortest);
  }
}
