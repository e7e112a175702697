import { type OptimizationStrategy, withStrategy } from "@/server/domain/plan/optimization-strategies";
import {
  PRIORITIES,
  type RoutingBudget,
  type RoutingProblem,
  type RoutingProgress,
  type RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import { type PlanFigures, planFigures } from "../checker/plan-figures";
import { shareMatrices } from "./share-matrices";
import { type SolveOptions, solveRoutingProblem } from "./solve-routing-problem";

export interface StrategyPlan {
  readonly strategy: OptimizationStrategy;
  readonly solution: RoutingSolution;
  /** What it comes to at the problem's own prices, whatever the strategy weighed. */
  readonly figures: PlanFigures;
}

export interface StrategyOptions {
  /** Aborting ends the search at work with its best so far; strategies not begun are left out, but for the first. */
  readonly signal?: AbortSignal;
  readonly onBegin?: (strategy: OptimizationStrategy) => void;
  /** At least once a second, about the strategy begun last. */
  readonly onProgress?: (progress: RoutingProgress) => void;
  readonly onSolved?: (solution: RoutingSolution) => void;
  readonly solve?: (
    problem: RoutingProblem,
    budget: RoutingBudget,
    options: Pick<SolveOptions, "signal" | "onProgress">,
  ) => Promise<RoutingSolution>;
}

/**
 * Solves one problem for several strategies in turn, over the same matrices. The time is for all of them: each gets an
 * equal share of what is left, so that what one does not need goes to the others. A plan that another strategy's plan
 * beats at its own aim gives way to it, so that no plan is called the cheapest beside a cheaper one. Fails as
 * `solveRoutingProblem` does.
 */
export async function solveStrategies(
  problem: RoutingProblem,
  strategies: readonly OptimizationStrategy[],
  budget: RoutingBudget,
  { signal, onBegin, onProgress, onSolved, solve = solveRoutingProblem }: StrategyOptions = {},
): Promise<StrategyPlan[]> {
  const shared = { ...problem, matrices: shareMatrices(problem.matrices) };
  const plans: StrategyPlan[] = [];
  let secondsLeft = budget.maxSeconds;
  for (const strategy of strategies) {
    if (plans.length > 0 && signal?.aborted) break;
    onBegin?.(strategy);
    const solution = await solve(
      withStrategy(shared, strategy),
      secondsLeft === undefined ? budget : { ...budget, maxSeconds: secondsLeft / (strategies.length - plans.length) },
      { ...(signal && { signal }), ...(onProgress && { onProgress }) },
    );
    onSolved?.(solution);
    if (secondsLeft !== undefined) secondsLeft = Math.max(0, secondsLeft - solution.elapsedSeconds);
    plans.push({ strategy, solution, figures: planFigures(problem, solution) });
  }
  return plans.map((plan) => bestFor(plan, plans));
}

/** The plan, or one of the others that is better at what its strategy aims at. */
function bestFor(plan: StrategyPlan, plans: readonly StrategyPlan[]): StrategyPlan {
  const { strategy } = plan;
  let best = plan;
  for (const other of plans) if (isBetter(aimOf(strategy, other), aimOf(strategy, best))) best = other;
  return { ...best, strategy };
}

/** In order of importance, lower is better; nothing that could be compared for `balanced`, which trades two things. */
function aimOf(strategy: OptimizationStrategy, { figures }: StrategyPlan): number[] {
  const { unassigned, vehiclesUsed, workSeconds, costCents, lostPrizeCents } = figures;
  if (strategy === "balanced") return [];
  const service = PRIORITIES.toReversed().map((priority) => unassigned[priority]);
  if (strategy === "fewest-vehicles") return [...service, vehiclesUsed, costCents + lostPrizeCents];
  return strategy === "fastest" ? [...service, lostPrizeCents, workSeconds] : [...service, costCents + lostPrizeCents];
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}
