import "server-only";
import type { DraftRoute, OptimizationDraft } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingSolution } from "@/server/domain/plan/routing-problem";
import type { Leg } from "@/server/domain/plan/schedule-route";
import type { TravelMatrixResult, TravelPort } from "@/server/ports/travel";
import type { BuiltProblem } from "./build-routing-problem";
import { draftUnassigned } from "./draft-unassigned";
import { LegBook, pointsOf } from "./leg-book";
import type { MeasuredMatrices, SearchWatch } from "./measure-matrices";

/** So long after a stop the ways of routes are still asked for. */
const DRAWING_AFTER_STOP_MS = 300;

export interface AskedDay {
  readonly board: PlanBoard;
  readonly built: BuiltProblem;
  readonly measured: MeasuredMatrices;
}

/** Turns solutions into drafts; a way on roads that several drafts share is asked for once. */
export class Drafting {
  private readonly book = new LegBook();

  constructor(
    private readonly travel: TravelPort,
    private readonly day: AskedDay,
    private readonly watch: SearchWatch,
  ) {}

  async draft(
    solution: RoutingSolution,
    onProgress: (done: number) => void,
  ): Promise<Omit<OptimizationDraft, "strategy" | "figures">> {
    const { built, measured } = this.day;
    const { routes, isUndrawn } = await this.drawRoutes(solution, onProgress);
    const { costCents, iterations, elapsedSeconds, stopReason } = solution;
    return {
      routes,
      unassigned: [...draftUnassigned(built, solution), ...built.excluded],
      costCents,
      iterations,
      elapsedSeconds,
      stopReason,
      travelSource: measured.source,
      ...(measured.roadsFailure !== undefined && { roadsFailure: measured.roadsFailure }),
      ...(isUndrawn && { isUndrawn }),
    };
  }

  /** The routes found with their ways on the map; whoever stopped the search does not wait for all of them. */
  private async drawRoutes(solution: RoutingSolution, onProgress: (done: number) => void) {
    const { board, built } = this.day;
    let isUndrawn = false;
    const routes: DraftRoute[] = [];
    for (const [vehicle, route] of built.routes.entries()) {
      const visitIds = solution.routes[vehicle]!.map((visit) => built.visitIds[visit]!);
      const sequence = [{ routeId: route.id, visitIds }];
      if (this.watch.stoppingMilliseconds > DRAWING_AFTER_STOP_MS) isUndrawn = true;
      else await this.book.fetchMissing(this.travel, board, sequence, this.watch.abandoned);
      const legs = draftLegs(board, this.book, route.id, visitIds, provenTimes(this.day, vehicle, solution));
      routes.push({ routeId: route.id, baseVersion: route.version, visitIds, legs });
      onProgress((vehicle + 1) / built.routes.length);
    }
    return { routes, isUndrawn };
  }
}

/**
 * The times along a route as the optimizer proved it on roads. A way asked for by itself may come out some seconds
 * longer: timed with those, a plan shown to keep every promise would break a few. Nothing where times are estimates.
 */
function provenTimes(
  { built, measured }: AskedDay,
  vehicleIndex: number,
  solution: RoutingSolution,
): readonly Leg[] | undefined {
  const { vehicles, visits } = built.problem;
  const vehicle = vehicles[vehicleIndex]!;
  const matrix: TravelMatrixResult = measured.matrices[vehicle.profile]!;
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
