import "server-only";
import { draftFigures } from "@/server/domain/plan/draft-board";
import type { OptimizationDraft, OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import type {
  RoutingBudget,
  RoutingProblem,
  RoutingProgress,
  RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import type { JobPayload } from "@/server/jobs/catalog";
import { JOBS } from "@/server/jobs/catalog";
import { UnsoundSolutionError } from "@/server/optimizer/pool/solve-routing-problem";
import { solveStrategies } from "@/server/optimizer/pool/solve-strategies";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type BegunOptimization, beginOptimization } from "@/server/services/plan/begin-optimization";
import { type BuiltProblem, buildRoutingProblem } from "@/server/services/plan/build-routing-problem";
import { Drafting } from "@/server/services/plan/drafting";
import { failOptimization } from "@/server/services/plan/fail-optimization";
import { finishOptimization } from "@/server/services/plan/finish-optimization";
import { measureMatrices } from "@/server/services/plan/measure-matrices";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { settleOptimization } from "@/server/services/plan/settle-optimization";
import { keepReproduction, type Reproduction } from "./keep-reproduction";
import { OptimizationReporter } from "./optimization-reporter";

export interface OptimizeDependencies {
  readonly solve: (
    problem: RoutingProblem,
    budget: RoutingBudget,
    options: { signal?: AbortSignal; onProgress?: (progress: RoutingProgress) => void },
  ) => Promise<RoutingSolution>;
  /** Told as soon as a search is certain to follow, before travel times are made: starts what takes long to start. */
  readonly prepare?: () => void;
  /** Told when an answer was refused by the checker and kept for whoever finds the fault. */
  readonly onUnsound?: (error: UnsoundSolutionError, kept: Reproduction) => void;
  /** How often progress is stored; default three times a second. */
  readonly reportMilliseconds?: number;
}

const FAILURE = "The optimizer stopped unexpectedly. The plan is as it was; try again, or plan by hand.";

/**
 * Runs one optimization: travel times, search, the ways of the routes found, a draft. Nothing of the plan is touched.
 * A run that was discarded, or is over, is left alone; one whose process died begins anew.
 */
export async function optimizePlan(
  services: ServiceContext,
  dependencies: OptimizeDependencies,
  { optimizationId }: Pick<JobPayload<"optimize-plan">, "optimizationId">,
  signal: AbortSignal,
): Promise<void> {
  const begun = await beginOptimization(services, { optimizationId });
  if (!begun) return settleOptimization(services, { optimizationId });
  const reporter = new OptimizationReporter(services, optimizationId, begun.attempt, dependencies.reportMilliseconds);
  signal.addEventListener("abort", reporter.abandon, { once: true });
  try {
    const drafts = await draftStrategies(services, dependencies, begun, reporter);
    if (reporter.abandoned.aborted) return signal.throwIfAborted();
    await finishOptimization(services, { optimizationId, drafts, progress: await reporter.end() });
    await settleOptimization(services, { optimizationId });
  } catch (error) {
    // Shutting down: the queue gives the job to another process. Discarded: nobody waits for an answer.
    if (signal.aborted) throw error;
    if (reporter.abandoned.aborted) return;
    const fault = await lastingFault(services, dependencies, optimizationId, error);
    if (!fault && begun.attempt <= JOBS["optimize-plan"].retryLimit) throw error;
    await failOptimization(services, { optimizationId, attempt: begun.attempt, message: fault ?? FAILURE });
  } finally {
    signal.removeEventListener("abort", reporter.abandon);
    await reporter.end();
  }
}

/** What to tell people about an error that would come again however often it is tried; undefined for others. */
async function lastingFault(
  services: ServiceContext,
  { onUnsound }: OptimizeDependencies,
  optimizationId: string,
  error: unknown,
): Promise<string | undefined> {
  if (error instanceof InvalidRoutingProblemError) {
    const causes = error.faults.slice(0, 3).map(({ path, cause, action }) => `${path} ${cause} (${action})`);
    return `The optimizer cannot read this day: ${causes.join("; ")}.`.slice(0, 500);
  }
  if (!(error instanceof UnsoundSolutionError)) return undefined;
  const kept = await keepReproduction(services, optimizationId, error);
  onUnsound?.(error, kept);
  return `The optimizer found routes that break a rule, and they were thrown away. The plan is as it was. The case is kept as ${optimizationId}: please report it.`;
}

/** One draft per strategy, over the same travel times. Told to stop, the strategies not begun are left out. */
async function draftStrategies(
  services: ServiceContext,
  { solve, prepare }: OptimizeDependencies,
  { planId, request }: BegunOptimization,
  reporter: OptimizationReporter,
): Promise<OptimizationDraft[]> {
  prepare?.();
  const board = await readPlanBoard(services, { planId });
  const built = buildRoutingProblem(board, request);
  const measured = await measureMatrices(services.ports.travel, board, built, reporter);
  const problem = { ...built.problem, matrices: measured.matrices };
  const solved = await solveStrategies(problem, request.strategies, budgetOf(request, built), {
    solve,
    signal: reporter.searchEnd,
    onBegin: (strategy) => {
      reporter.enter("search");
      reporter.turnTo(strategy);
    },
    onProgress: reporter.searched,
    onSolved: (solution) => reporter.solved(solution, problem.visits.length),
  });
  reporter.enter("lines");
  const drafting = new Drafting(services.ports.travel, { board, built, measured }, reporter);
  const drafts: OptimizationDraft[] = [];
  for (const [index, { strategy, solution }] of solved.entries()) {
    const share = (done: number) => reporter.advance((index + done) / solved.length);
    const draft = { strategy, ...(await drafting.draft(solution, share)) };
    drafts.push({ ...draft, figures: draftFigures(board, draft) });
  }
  return drafts;
}

/** For all strategies. Larger days get more patience before a search gives up hoping for something better. */
function budgetOf(request: OptimizationRequest, { problem }: BuiltProblem): RoutingBudget {
  const { seed, maxIterations, maxSeconds } = request;
  if (maxIterations !== undefined) return { seed, maxSeconds, maxIterations };
  return { seed, maxSeconds, noImprovementSeconds: Math.min(maxSeconds, 4 + Math.round(problem.visits.length / 750)) };
}
