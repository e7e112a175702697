import "server-only";
import type { OptimizationDraft, OptimizationRequest } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type {
  RoutingBudget,
  RoutingProblem,
  RoutingProgress,
  RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import type { Leg } from "@/server/domain/plan/schedule-route";
import type { JobPayload } from "@/server/jobs/catalog";
import { JOBS } from "@/server/jobs/catalog";
import type { TravelMatrixResult as MeasuredMatrix } from "@/server/ports/travel";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type BegunOptimization, beginOptimization } from "@/server/services/plan/begin-optimization";
import { type BuiltProblem, buildRoutingProblem } from "@/server/services/plan/build-routing-problem";
import { failOptimization } from "@/server/services/plan/fail-optimization";
import { finishOptimization } from "@/server/services/plan/finish-optimization";
import { LegBook, pointsOf } from "@/server/services/plan/leg-book";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { OptimizationReporter } from "./optimization-reporter";

export interface OptimizeDependencies {
  readonly solve: (
    problem: RoutingProblem,
    budget: RoutingBudget,
    options: { signal?: AbortSignal; onProgress?: (progress: RoutingProgress) => void },
  ) => Promise<RoutingSolution>;
  /** Told as soon as a search is certain to follow, before travel times are made: starts what takes long to start. */
  readonly prepare?: () => void;
  /** How often progress is stored; default a second. */
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
  if (!begun) return;
  const reporter = new OptimizationReporter(services, optimizationId, begun.attempt, dependencies.reportMilliseconds);
  signal.addEventListener("abort", reporter.abandon, { once: true });
  try {
    const draft = await draftRoutes(services, dependencies, begun, reporter);
    if (reporter.abandoned.aborted) return signal.throwIfAborted();
    await finishOptimization(services, { optimizationId, draft, progress: await reporter.end() });
  } catch (error) {
    // Shutting down: the queue gives the job to another process. Discarded: nobody waits for an answer.
    if (signal.aborted) throw error;
    if (reporter.abandoned.aborted) return;
    if (begun.attempt <= JOBS["optimize-plan"].retryLimit) throw error;
    await failOptimization(services, { optimizationId, attempt: begun.attempt, message: FAILURE });
  } finally {
    signal.removeEventListener("abort", reporter.abandon);
    await reporter.end();
  }
}

async function draftRoutes(
  services: ServiceContext,
  { solve, prepare }: OptimizeDependencies,
  { planId, request }: BegunOptimization,
  reporter: OptimizationReporter,
): Promise<OptimizationDraft> {
  prepare?.();
  const board = await readPlanBoard(services, { planId });
  const built = buildRoutingProblem(board, request.goal);
  const { matrices, source } = await travelMatrices(services, built, reporter);
  reporter.enter("search");
  const solution = await solve({ ...built.problem, matrices }, budgetOf(request, built), {
    signal: reporter.searchEnd,
    onProgress: reporter.searched,
  });
  reporter.enter("lines");
  const book = new LegBook();
  const routes = [];
  for (const [vehicle, route] of built.routes.entries()) {
    const visitIds = solution.routes[vehicle]!.map((visit) => built.visitIds[visit]!);
    await book.fetchMissing(services.ports.travel, board, [{ routeId: route.id, visitIds }], reporter.abandoned);
    routes.push({
      routeId: route.id,
      baseVersion: route.version,
      visitIds,
      legs: draftLegs(board, book, route.id, visitIds, provenTimes({ ...built.problem, matrices }, vehicle, solution)),
    });
    reporter.advance((vehicle + 1) / built.routes.length);
  }
  const unassigned = solution.unassigned.map(({ visit, reasons }) => ({ visitId: built.visitIds[visit]!, reasons }));
  const { costCents, iterations, elapsedSeconds, stopReason } = solution;
  reporter.solved(solution, built.problem.visits.length);
  return {
    routes,
    unassigned: [...unassigned, ...built.excluded],
    costCents,
    iterations,
    elapsedSeconds,
    stopReason,
    travelSource: source,
  };
}

async function travelMatrices(services: ServiceContext, built: BuiltProblem, reporter: OptimizationReporter) {
  const matrices: MeasuredMatrix[] = [];
  let source: OptimizationDraft["travelSource"] = "estimate";
  for (const [index, profile] of built.profiles.entries()) {
    const matrix = await services.ports.travel.matrix(built.positions, profile, {
      signal: reporter.abandoned,
      onProgress: (fraction) => reporter.advance((index + fraction) / built.profiles.length),
    });
    matrices.push(matrix);
    if (matrix.source === "roads") source = "roads";
  }
  return { matrices, source };
}

/** Larger days get more patience before the search gives up hoping for something better. */
function budgetOf({ seed, maxSeconds, maxIterations }: OptimizationRequest, { problem }: BuiltProblem): RoutingBudget {
  if (maxIterations !== undefined) return { seed, maxSeconds, maxIterations };
  return { seed, maxSeconds, noImprovementSeconds: Math.min(maxSeconds, 4 + Math.round(problem.visits.length / 750)) };
}

/**
 * The times along a route as the optimizer proved it on roads. A way asked for by itself may come out some seconds
 * longer: timed with those, a plan shown to keep every promise would break a few. Nothing where times are estimates.
 */
function provenTimes(
  { vehicles, visits, matrices }: RoutingProblem,
  vehicleIndex: number,
  solution: RoutingSolution,
): readonly Leg[] | undefined {
  const vehicle = vehicles[vehicleIndex]!;
  const matrix = matrices[vehicle.profile] as MeasuredMatrix;
  if (matrix.source !== "roads") return undefined;
  const served = solution.routes[vehicleIndex]!.map((visit) => visits[visit]!.location);
  const stations = [
    vehicle.startLocation,
    ...served,
    ...(vehicle.endLocation === undefined ? [] : [vehicle.endLocation]),
  ];
  return stations.slice(1).map((to, index) => {
    const cell = stations[index]! * matrix.size + to;
    return { durationSeconds: matrix.durationSeconds[cell]!, distanceMeters: matrix.distanceMeters[cell]! };
  });
}

function draftLegs(
  board: PlanBoard,
  book: LegBook,
  routeId: string,
  visitIds: readonly string[],
  proven: readonly Leg[] | undefined,
) {
  const route = board.routes.find((each) => each.id === routeId)!;
  const points = pointsOf(board, route, visitIds);
  return points.slice(1).map((to, index) => {
    const known = book.find(points[index]!, to, route.vehicle.profile);
    const { durationSeconds = 0, distanceMeters = 0 } = proven?.[index] ?? known?.leg ?? {};
    const isEstimate = known?.leg.isEstimate ?? true;
    return [durationSeconds, distanceMeters, isEstimate ? 1 : 0, known?.shape ?? ""] as const;
  });
}
