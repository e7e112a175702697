import { estimateArrivals, type RouteProgress } from "@/server/domain/execution/estimate-arrivals";
import type { PlanBoard } from "@/server/domain/plan/plan-board";

export interface DrivenSoFar {
  readonly nowSeconds: number;
  /** By route; a route that is absent has not begun. */
  readonly progress: ReadonlyMap<string, RouteProgress>;
}

const NOT_BEGUN: RouteProgress = { startedSeconds: null, isFinished: false, stops: new Map() };

/**
 * How many stops of these routes will be late, by the day as it goes, not as it was planned: a route that should have
 * left an hour ago leaves now at the earliest.
 */
export function lateAsDriven(
  board: Pick<PlanBoard, "routes" | "visits" | "calibrations">,
  routeIds: ReadonlySet<string>,
  { nowSeconds, progress }: DrivenSoFar,
): number {
  return board.routes
    .filter(({ id }) => routeIds.has(id))
    .flatMap(
      (route) =>
        estimateArrivals({ board, route, progress: progress.get(route.id) ?? NOT_BEGUN, nowSeconds, seenAt: null })
          .stops,
    )
    .filter(({ lateSeconds }) => lateSeconds > 0).length;
}
