import { PRIORITIES, type RoutingProblem } from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../checker/check-solution";
import { pickupsByDropoff } from "../checker/loads-on-board";
import type { CheckableSolution } from "../checker/planned-route";

/** What comes before what, as the checker counts it: lower is better, the first difference decides. */
export type PlanScore = readonly number[];

/** Visits left out by tier, vehicles where fewest are wanted, cents; without balance and clustering. */
export function planScore(
  problem: RoutingProblem,
  plan: CheckableSolution,
  { money, vehiclesUsed } = checkSolution(problem, plan),
): PlanScore {
  const { fixedCents, distanceCents, timeCents, overtimeCents, carbonCents } = money;
  const routed = new Set(plan.routes.flat());
  const leftOut = [...problem.visits.keys()].filter((visit) => !routed.has(visit));
  return [
    ...leftOutByTier(problem, leftOut),
    problem.objective.goal === "fleet" ? vehiclesUsed : 0,
    fixedCents + distanceCents + timeCents + overtimeCents + carbonCents + forgonePrizes(problem, leftOut),
  ];
}

/** Below zero if the first is better; a millionth of a cent is none. */
export function compareScores(a: PlanScore, b: PlanScore): number {
  const i = a.findIndex((part, at) => Math.abs(part - b[at]!) > 1e-6);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

/** Most important first; those with a prize, or with a pickup that has one, are in none. */
export function leftOutByTier(problem: RoutingProblem, leftOut: readonly number[]): number[] {
  const missed = leftOut.filter((visit) => problem.visits[decidingVisit(problem, visit)]!.prizeCents === undefined);
  const count = (priority: string) => missed.filter((visit) => problem.visits[visit]!.priority === priority).length;
  return PRIORITIES.toReversed().map(count);
}

export function forgonePrizes(problem: RoutingProblem, leftOut: readonly number[]): number {
  const deciding = leftOut.filter((visit) => decidingVisit(problem, visit) === visit);
  return deciding.reduce((sum, visit) => sum + (problem.visits[visit]!.prizeCents ?? 0), 0);
}

/** Of a pair the pickup's prize stands for both. */
function decidingVisit(problem: RoutingProblem, visit: number): number {
  return pickupsByDropoff(problem).get(visit) ?? visit;
}
