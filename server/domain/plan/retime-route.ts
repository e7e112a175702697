import type { LegSource } from "./board-legs";
import { routePoints } from "./board-legs";
import type { BoardRoute, BoardStop, PlanBoard } from "./plan-board";
import { boardVisit } from "./plan-board";
import { scheduleRoute } from "./schedule-route";

/** The route serving these visits in this order instead, timed with the legs given. Locks stay with their visits. */
export function retimeRoute(
  route: BoardRoute,
  visitIds: readonly string[],
  board: Pick<PlanBoard, "visits" | "routes">,
  legs: LegSource,
): BoardRoute {
  const visits = visitIds.map((visitId) => boardVisit(board, visitId));
  const points = routePoints(route, visits);
  const driven = points.slice(1).map((point, index) => legs(points[index]!, point, route.vehicle.profile));
  const locks = locksOf(board);
  const stops = visits.map((visit, index): BoardStop => {
    const lock = locks.get(visit.id);
    return {
      visitId: visit.id,
      leg: driven[index]!,
      lockedToDriver: lock?.lockedToDriver ?? false,
      lockedToPosition: lock?.lockedToPosition ?? false,
    };
  });
  return {
    ...route,
    stops,
    returnLeg: route.end ? driven.at(-1)! : null,
    schedule: scheduleRoute(route.rules, visits, driven, route.underWay),
  };
}

const locksOfRoutes = new WeakMap<readonly BoardRoute[], ReadonlyMap<string, BoardStop>>();

function locksOf(board: Pick<PlanBoard, "routes">): ReadonlyMap<string, BoardStop> {
  const known = locksOfRoutes.get(board.routes);
  if (known) return known;
  const locked = new Map<string, BoardStop>();
  for (const route of board.routes) {
    for (const stop of route.stops) {
      if (stop.lockedToDriver || stop.lockedToPosition) locked.set(stop.visitId, stop);
    }
  }
  locksOfRoutes.set(board.routes, locked);
  return locked;
}
