import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { RoutingBudget, RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";

/** Finds routes while somebody waits for them. Every answer has been proven against the question before it is given. */
export interface RoutingSolver {
  /** One answer per strategy, in the order asked, over one budget; aborting ends the search with the best so far. */
  solve(
    problem: RoutingProblem,
    strategies: readonly OptimizationStrategy[],
    budget: RoutingBudget,
    signal: AbortSignal,
  ): Promise<readonly { readonly strategy: OptimizationStrategy; readonly solution: RoutingSolution }[]>;
}
