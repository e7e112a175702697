import "server-only";
import type { DraftRoute, OptimizationDraft } from "@/server/domain/plan/optimization-run";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { reloadsOf, type SequenceReload } from "@/server/domain/plan/reload-trips";
import type { Leg } from "@/server/domain/plan/route-leg";
import type { RoutingSolution } from "@/server/domain/plan/routing-problem";
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
      const reloads = draftReloads(built, vehicle, solution, visitIds);
      const sequence = { routeId: route.id, visitIds, reloads };
      if (this.watch.stoppingMilliseconds > DRAWING_AFTER_STOP_MS) isUndrawn = true;
      else await this.book.fetchMissing(this.travel, board, [sequence], { signal: this.watch.abandoned });
      const legs = draftLegs(board, this.book, sequence, provenTimes(this.day, vehicle, solution, reloads));
      const isStated = reloads.length > 0 || reloadsOf(route).length > 0;
      const baseVersion = route.version;
      routes.push({ routeId: route.id, baseVersion, visitIds, ...(isStated && { reloads }), legs });
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
  reloads: readonly SequenceReload[],
): readonly Leg[] | undefined {
  const { vehicles, visits } = built.problem;
  const vehicle = vehicles[vehicleIndex]!;
  const matrix: TravelMatrixResult = measured.matrices[vehicle.profile]!;
  if (matrix.source !== "roads") return undefined;
  const isReload = new Set(reloads.map(({ visitId }) => visitId));
  const served = solution.routes[vehicleIndex]!.flatMap((visit) => {
    const { location } = visits[visit]!;
    return isReload.has(built.visitIds[visit]!) ? [vehicle.startLocation, location] : [location];
  });
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

/** Where the route found loads again: as before among the stops that keep their places, behind them as the answer says. */
function draftReloads(
  { reloads }: BuiltProblem,
  vehicle: number,
  solution: RoutingSolution,
  visitIds: readonly string[],
): readonly SequenceReload[] {
  const { front, trips } = reloads[vehicle]!;
  const found = solution.reloads[vehicle]!.map((position) => ({
    visitId: visitIds[position]!,
    loadSeconds: trips?.durationSeconds ?? 0,
  }));
  return [...front, ...found];
}

function draftLegs(board: PlanBoard, book: LegBook, sequence: RouteSequence, proven: readonly Leg[] | undefined) {
  const route = board.routes.find((each) => each.id === sequence.routeId)!;
  const points = pointsOf(board, route, sequence);
  return points.slice(1).map((to, index) => {
    const known = book.find(points[index]!, to, route.vehicle.profile);
    const { durationSeconds = 0, distanceMeters = 0 } = proven?.[index] ?? known?.leg ?? {};
    const isEstimate = known?.leg.isEstimate ?? true;
    return [durationSeconds, distanceMeters, isEstimate ? 1 : 0, known?.shape ?? ""] as const;
  });
}
