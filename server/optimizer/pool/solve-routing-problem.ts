import { availableParallelism } from "node:os";
import type {
  RoutingBudget,
  RoutingProblem,
  RoutingProgress,
  RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../checker/check-solution";
import type { Violation } from "../checker/violation";
import { readClock, type SearchClock } from "./search-clock";
import { shareMatrices } from "./share-matrices";
import { compareRanks, type Rank, SharedBest } from "./shared-best";
import { validateRoutingProblem } from "./validate-routing-problem";
import { prewarmWorkers, runInWorker } from "./worker-pool";

const MOST_THREADS = 4;
/** Where the budget says nothing at all. */
const DEFAULT_SECONDS = 10;
/** Far apart, so that threads of neighbouring seeds have nothing in common. */
const SEED_STEP = 0x9e3779b1;

export interface SolveOptions {
  /** Aborting stops the search; the promise resolves with the best plan so far. */
  readonly signal?: AbortSignal;
  /** What the budget's seconds are; default those on the wall. */
  readonly clock?: SearchClock;
  /** At least once a second: the best over all threads. */
  readonly onProgress?: (progress: RoutingProgress) => void;
}

/** The plan found breaks a rule: a fault of the optimizer, and everything needed to reproduce it. */
export class UnsoundSolutionError extends Error {
  constructor(
    readonly violations: readonly Violation[],
    readonly problem: RoutingProblem,
    readonly solution: RoutingSolution,
  ) {
    const first = violations[0];
    super(`the optimizer's plan breaks ${violations.length} rules, first ${first?.code}: ${first?.cause}`);
    this.name = "UnsoundSolutionError";
  }
}

/**
 * Plans routes in worker threads and proves the result before handing it over. With one thread and a budget of
 * iterations only, seed and problem decide the result. Throws `InvalidRoutingProblemError` on faults in the problem,
 * `UnsoundSolutionError` if the checker refuses the plan, and whatever a crashed thread died of.
 */
export async function solveRoutingProblem(
  problem: RoutingProblem,
  budget: RoutingBudget,
  options: SolveOptions = {},
): Promise<RoutingSolution> {
  validateRoutingProblem(problem);
  const clock = options.clock ?? "wall";
  const askedAtSeconds = readClock(clock);
  const shared = { ...problem, matrices: shareMatrices(problem.matrices) };
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const stop = () => Atomics.store(stopFlag, 0, 1);
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener("abort", stop, { once: true });

  const threads = threadCount(budget.threads);
  const sharedBest = threads > 1 ? SharedBest.allocate(routedCount(problem), problem.vehicles.length) : undefined;
  const onProgress = bestProgress(options.onProgress);
  try {
    const runs = Array.from({ length: threads }, (_, thread) => {
      const seed = (budget.seed + thread * SEED_STEP) | 0;
      const request = { problem: shared, budget: { ...limited(budget), seed }, stopFlag, clock, askedAtSeconds };
      return runInWorker(sharedBest ? { ...request, sharedBest } : request, onProgress);
    });
    // If one thread fails the answer is its error; the others are told to end rather than work for nobody.
    const solved = await Promise.all(runs).catch(async (error: unknown) => {
      stop();
      await Promise.allSettled(runs);
      throw error;
    });
    const best = solved.reduce((a, b) => (compareRanks(b.rank, a.rank) < 0 ? b : a)).solution;
    const iterations = solved.reduce((sum, each) => sum + each.solution.iterations, 0);
    return proven(problem, { ...best, iterations });
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

/** Starts the threads that the next `solveRoutingProblem` will use; to be called while its travel times are made. */
export function prepareSolver(threads?: number): void {
  prewarmWorkers(threadCount(threads));
}

/** The most that all routes together hold: visits, and returns to load again. */
function routedCount({ visits, vehicles }: RoutingProblem): number {
  const reloads = vehicles.map(({ reload }) => Math.min(reload?.maxCount ?? 0, visits.length));
  return reloads.reduce((sum, count) => sum + count, visits.length);
}

function threadCount(wanted = availableParallelism()): number {
  return Math.max(1, Math.min(wanted, MOST_THREADS));
}

function limited(budget: RoutingBudget): RoutingBudget {
  const isLimited = budget.maxSeconds !== undefined || budget.maxIterations !== undefined;
  return isLimited ? budget : { ...budget, maxSeconds: DEFAULT_SECONDS };
}

function proven(problem: RoutingProblem, solution: RoutingSolution): RoutingSolution {
  const faults = checkSolution(problem, solution).violations.filter((violation) => !violation.bound);
  if (faults.length > 0) throw new UnsoundSolutionError(faults, problem, solution);
  return solution;
}

/** Passes on progress only when it is from the thread that is ahead, and iterations as the sum of all. */
function bestProgress(onProgress: SolveOptions["onProgress"]) {
  let best: Rank | undefined;
  return ({ rank, progress }: { rank: Rank; progress: RoutingProgress }) => {
    if (best && compareRanks(rank, best) > 0) return;
    best = rank;
    onProgress?.(progress);
  };
}
