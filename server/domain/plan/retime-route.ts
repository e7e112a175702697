import type { LegSource } from "./board-legs";
import { routePoints } from "./board-legs";
import type { BoardRoute, BoardStop, PlanBoard } from "./plan-board";
import { boardVisit } from "./plan-board";
import { keptReloads, routeLegs, type SequenceReload } from "./reload-trips";
import { scheduleRoute } from "./schedule-route";

/**
 * The route serving these visits in this order instead, timed with the legs given. Locks stay with their visits, reloads
 * with what they load for unless others are named.
 */
export function retimeRoute(
  route: BoardRoute,
  visitIds: readonly string[],
  board: Pick<PlanBoard, "visits" | "routes">,
  legs: LegSource,
  reloads: readonly SequenceReload[] = keptReloads(route, visitIds),
): BoardRoute {
  const visits = visitIds.map((visitId) => boardVisit(board, visitId));
  const points = routePoints(route, visits);
  const { profile } = route.vehicle;
  const locks = locksOf(board);
  const loading = new Map(reloads.map(({ visitId, loadSeconds }) => [visitId, loadSeconds]));
  const stops = visits.map((visit, index): BoardStop => {
    const lock = locks.get(visit.id);
    const before = points[index]!;
    const loadSeconds = loading.get(visit.id);
    return {
      visitId: visit.id,
      leg: legs(loadSeconds === undefined ? before : route.start, visit, profile),
      ...(loadSeconds !== undefined && { reload: { leg: legs(before, route.start, profile), loadSeconds } }),
      lockedToDriver: lock?.lockedToDriver ?? false,
      lockedToPosition: lock?.lockedToPosition ?? false,
    };
  });
  const returnLeg = route.end ? legs(points[visits.length]!, route.end, profile) : null;
  const schedule = scheduleRoute(route.rules, visits, routeLegs(stops, returnLeg), route.underWay);
  return { ...route, stops, returnLeg, schedule };
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
