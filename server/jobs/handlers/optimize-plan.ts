import "server-only";
import { draftFigures } from "@/server/domain/plan/draft-board";
import type { OptimizationDraft, OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { type OptimizationStrategy, withStrategy } from "@/server/domain/plan/optimization-strategies";
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
    const drafts = await draftStrategies(services, dependencies, begun, reporter);
    if (reporter.abandoned.aborted) return signal.throwIfAborted();
    await finishOptimization(services, { optimizationId, drafts, progress: await reporter.end() });
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
  const { matrices, source } = await travelMatrices(services, built, reporter);
  const problem = { ...built.problem, matrices };
  const solved: { strategy: OptimizationStrategy; solution: RoutingSolution }[] = [];
  for (const strategy of request.strategies) {
    if (solved.length > 0 && reporter.searchEnd.aborted) break;
    reporter.enter("search");
    reporter.turnTo(strategy);
    const solution = await solve(withStrategy(problem, strategy), budgetOf(request, built), {
      signal: reporter.searchEnd,
      onProgress: reporter.searched,
    });
    reporter.solved(solution, problem.visits.length);
    solved.push({ strategy, solution });
  }
  reporter.enter("lines");
  const drafting = new Drafting(services, board, built, problem, reporter);
  const drafts: OptimizationDraft[] = [];
  for (const [index, { strategy, solution }] of solved.entries()) {
    const share = (done: number) => reporter.advance((index + done) / solved.length);
    const draft = { strategy, travelSource: source, ...(await drafting.draft(solution, share)) };
    drafts.push({ ...draft, figures: draftFigures(board, draft) });
  }
  return drafts;
}

/** Turns solutions into drafts; a way on roads that several drafts share is asked for once. */
class Drafting {
  private readonly book = new LegBook();

  constructor(
    private readonly services: ServiceContext,
    private readonly board: PlanBoard,
    private readonly built: BuiltProblem,
    private readonly problem: RoutingProblem,
    private readonly reporter: OptimizationReporter,
  ) {}

  async draft(solution: RoutingSolution, onProgress: (done: number) => void) {
    const { board, book, built } = this;
    const routes = [];
    for (const [vehicle, route] of built.routes.entries()) {
      const visitIds = solution.routes[vehicle]!.map((visit) => built.visitIds[visit]!);
      const sequence = [{ routeId: route.id, visitIds }];
      await book.fetchMissing(this.services.ports.travel, board, sequence, this.reporter.abandoned);
      routes.push({
        routeId: route.id,
        baseVersion: route.version,
        visitIds,
        legs: draftLegs(board, book, route.id, visitIds, provenTimes(this.problem, vehicle, solution)),
      });
      onProgress((vehicle + 1) / built.routes.length);
    }
    const unassigned = solution.unassigned.map(({ visit, reasons }) => ({ visitId: built.visitIds[visit]!, reasons }));
    const { costCents, iterations, elapsedSeconds, stopReason } = solution;
    return {
      routes,
      unassigned: [...unassigned, ...built.excluded],
      costCents,
      iterations,
      elapsedSeconds,
      stopReason,
    };
  }
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

/**
 * An equal share of the time for each strategy. Larger days get more patience before the search gives up hoping for
 * something better.
 */
function budgetOf(request: OptimizationRequest, { problem }: BuiltProblem): RoutingBudget {
  const { seed, maxIterations, strategies } = request;
  const maxSeconds = request.maxSeconds / strategies.length;
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
