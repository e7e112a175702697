import "server-only";
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
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { beginOptimization } from "@/server/services/plan/begin-optimization";
import { failOptimization } from "@/server/services/plan/fail-optimization";
import { finishOptimization } from "@/server/services/plan/finish-optimization";
import { settleOptimization } from "@/server/services/plan/settle-optimization";
import { draftRuns } from "./draft-runs";
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
 * Runs one optimization, be it of one day or a planning of several: travel times, search, the ways of the routes found,
 * a draft for each day. Nothing of the plans is touched before it is whole.
 * A run that was discarded, or is over, is left alone; one whose process died begins anew. An answer that could not be
 * made the plan however often it was tried has failed.
 */
export async function optimizePlan(
  services: ServiceContext,
  dependencies: OptimizeDependencies,
  { optimizationId }: Pick<JobPayload<"optimize-plan">, "optimizationId">,
  signal: AbortSignal,
  isLastAttempt = false,
): Promise<void> {
  const begun = await beginOptimization(services, { optimizationId });
  if (!begun) return settleOptimization(services, { optimizationId, ...(isLastAttempt && { failure: FAILURE }) });
  const reporter = new OptimizationReporter(
    services,
    begun.optimizationId,
    begun.attempt,
    dependencies.reportMilliseconds,
  );
  signal.addEventListener("abort", reporter.abandon, { once: true });
  try {
    dependencies.prepare?.();
    const runs = await draftRuns(services, dependencies.solve, begun, reporter);
    if (reporter.abandoned.aborted) return signal.throwIfAborted();
    await finishOptimization(services, { runs, progress: await reporter.end() });
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
