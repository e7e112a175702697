import type {
  RoutingBudget,
  RoutingProblem,
  RoutingProgress,
  RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import { COST_UNITS_PER_CENT, type ProblemInput } from "../core/problem/problem-input";
import type { Score } from "../core/search/score";
import type { SearchRun } from "../core/search/search-run";
import { solve } from "../core/search/solve";
import { externalStop } from "../core/stop/external-stop";
import { iterationLimit } from "../core/stop/iteration-limit";
import { noImprovementFor, noImprovementIn } from "../core/stop/no-improvement";
import type { StopCriterion } from "../core/stop/stop-criterion";
import { timeLimit } from "../core/stop/time-limit";
import { explainUnassigned } from "./explain-unassigned";
import { type Rank, SERVICE_PARTS, type SharedBest } from "./shared-best";
import { translateRoutingProblem } from "./translate-routing-problem";

/** Progress is reported this often, in seconds. */
const REPORT_EVERY = 0.25;
/** Shares of the budget at which a thread goes on from the best of all threads instead of its own. */
const EXCHANGES = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95];

/** Measured: what asking one vehicle about one visit takes at the end, if every fourth visit has to be asked about. */
const SECONDS_PER_PROBE = 2.5e-6;
/** Share of the time limit kept for that at most. */
const MOST_RESERVED = 0.05;
/** How long after a stop what was left out may still be asked about in full: whoever stopped is waiting. */
const EXPLAINING_AFTER_STOP_SECONDS = 0.3;

export interface SearchHooks {
  /** Seconds since the plan was asked for. */
  readonly now: () => number;
  readonly stopFlag?: Int32Array;
  readonly sharedBest?: SharedBest;
  readonly onProgress?: (rank: Rank, progress: RoutingProgress) => void;
  /** Recompute everything after each accepted move; for tests. */
  readonly verify?: boolean;
}

/**
 * Solves a routing problem in the calling thread and explains what it left out, unless another thread's plan is better
 * already: then this one's is not looked at.
 */
export function searchRoutingProblem(
  problem: RoutingProblem,
  budget: RoutingBudget,
  hooks: SearchHooks,
): { readonly rank: Rank; readonly solution: RoutingSolution } {
  const input: ProblemInput = translateRoutingProblem(problem);
  let rank: Rank = [];
  let best: SearchRun["bestPlan"] | undefined;
  const result = solve(input, {
    seed: budget.seed,
    stop: stopCriteria(inTime(problem, budget), hooks.stopFlag),
    now: hooks.now,
    verify: hooks.verify,
    onCheck: watch(problem, hooks, (run) => {
      rank = rankOf(run.best);
      best = run.bestPlan;
    }),
  });
  const routes = result.routes.map((route) => [...route]);
  const { costCents, iterations, elapsedSeconds, stopReason } = result;
  if (best) hooks.sharedBest?.offer(rank, best.routeOffset, best.sequence);
  const isBeaten = hooks.sharedBest?.better(rank) !== undefined;
  const { reloads, breaks } = result;
  const { isUnfinished } = result;
  const isOutOfTime = outOfTime(budget, hooks);
  const unassigned = isBeaten
    ? []
    : explainUnassigned(problem, { routes, reloads, breaks }, { isUnfinished, isOutOfTime });
  return { rank, solution: { routes, reloads, breaks, unassigned, costCents, iterations, elapsedSeconds, stopReason } };
}

/** Leaves room in the time limit for the last pass and the explanations, which take up to this long. */
function inTime({ visits, vehicles }: RoutingProblem, budget: RoutingBudget): RoutingBudget {
  if (budget.maxSeconds === undefined) return budget;
  const afterwards = visits.length * vehicles.length * SECONDS_PER_PROBE;
  return { ...budget, maxSeconds: budget.maxSeconds - Math.min(afterwards, budget.maxSeconds * MOST_RESERVED) };
}

/** Whether explanations have to be short from now on: the limit is reached, or a stop was asked for a while ago. */
function outOfTime({ maxSeconds }: RoutingBudget, { now, stopFlag }: SearchHooks): () => boolean {
  let stoppedAt: number | undefined;
  return () => {
    if (stopFlag && Atomics.load(stopFlag, 0) !== 0) stoppedAt ??= now();
    if (stoppedAt !== undefined && now() - stoppedAt >= EXPLAINING_AFTER_STOP_SECONDS) return true;
    return maxSeconds !== undefined && now() >= maxSeconds;
  };
}

function stopCriteria(budget: RoutingBudget, stopFlag: Int32Array | undefined): StopCriterion[] {
  const { maxIterations, maxSeconds, noImprovementSeconds } = budget;
  const criteria: StopCriterion[] = [];
  if (stopFlag) criteria.push(externalStop(stopFlag));
  if (maxIterations !== undefined) criteria.push(iterationLimit(maxIterations));
  if (maxSeconds !== undefined) criteria.push(timeLimit(maxSeconds));
  if (noImprovementSeconds === undefined) return criteria;
  const counted = maxIterations !== undefined && maxSeconds === undefined;
  criteria.push(counted ? noImprovementIn(noImprovementSeconds) : noImprovementFor(noImprovementSeconds));
  return criteria;
}

/** Called between moves: keeps the rank, reports progress, exchanges bests with the other threads. */
function watch(
  problem: RoutingProblem,
  hooks: SearchHooks,
  onLook: (run: SearchRun) => void,
): (run: SearchRun) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let exchanges = 0;
  return (run) => {
    onLook(run);
    const rank = rankOf(run.best);
    const { elapsedSeconds } = run.status;
    const isReportDue = elapsedSeconds - reportedAt >= REPORT_EVERY;
    if (isReportDue) {
      reportedAt = elapsedSeconds;
      hooks.onProgress?.(rank, progressOf(problem, run));
      hooks.sharedBest?.offer(rank, run.bestPlan.routeOffset, run.bestPlan.sequence);
    }
    const isExchangeDue = run.budget.pace >= (EXCHANGES[exchanges] ?? 2);
    if (isExchangeDue) exchanges++;
    // With a vehicle more than another thread needs there is nothing to be found: its plan is taken over at once.
    const isFleetDue = isReportDue && run.best.fewestVehicles;
    if (!isExchangeDue && !isFleetDue) return;
    const better = hooks.sharedBest?.better(rank, isExchangeDue ? undefined : SERVICE_PARTS);
    if (better) run.adopt((vehicle) => better[vehicle]);
  };
}

function rankOf(score: Score): Rank {
  return [...Array.from(score.leftOut).reverse(), score.fewestVehicles ? score.vehicles : 0, score.cost];
}

function progressOf(problem: RoutingProblem, run: SearchRun): RoutingProgress {
  const assignedVisits = run.bestPlan.visitCount;
  return {
    elapsedSeconds: run.status.elapsedSeconds,
    iterations: run.status.iterations,
    costCents: Math.round(run.best.money / COST_UNITS_PER_CENT),
    vehiclesUsed: run.best.vehicles,
    assignedVisits,
    unassignedVisits: problem.visits.length - assignedVisits,
  };
}
