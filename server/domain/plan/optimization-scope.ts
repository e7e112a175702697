import type { OptimizationScope, SelectionScope } from "./optimization-run";
import { type BoardRoute, isOpenToChange, type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "./plan-board";
import { frontStops } from "./under-way";

/**
 * Visits of the pool that go on some of these routes, sent ones among them; the stops these have keep their drivers,
 * whatever their order.
 */
export interface AssignmentScope {
  readonly kind: "assign";
  readonly routeIds: readonly string[];
  readonly visitIds: readonly string[];
  /** Those of the visits that are on unsent routes may go to others, or be left out. */
  readonly mayReshuffle?: boolean;
}

/** The part of a day that an optimization may touch. */
export interface ScopedDay {
  readonly routes: readonly BoardRoute[];
  /** What is planned anew: the stops of those routes, and visits of the pool. */
  readonly candidates: readonly string[];
  /** False for a stop that must stay on its route, whatever its place there. */
  readonly isFree: (visitId: string) => boolean;
}

/**
 * What a run with this scope may touch. Locked and finished routes never; a sent or driven one only where it is
 * named. Selected stops
 * are dealt out among the unsent routes that carry them; if some are on no route, among all.
 */
export function scopeOf(
  board: PlanBoard,
  scope: OptimizationScope | SelectionScope | AssignmentScope | null,
): ScopedDay {
  const unsent = board.routes.filter((route) => route.status === "planned" && isUsable(route));
  if (scope === null) {
    return { routes: unsent, candidates: [...board.pool, ...unsent.flatMap(routeVisitIds)], isFree: () => true };
  }
  if (scope.kind === "routes") {
    const routes = named(board, scope.routeIds);
    return { routes, candidates: routes.flatMap(routeVisitIds), isFree: () => false };
  }
  if (scope.kind === "selection") return selected(board, scope);
  const partners = pairPartners(board);
  const places = stopPlaces(board);
  const wanted = new Set(scope.visitIds.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]));
  const unplanned = board.pool.filter((visitId) => wanted.has(visitId));
  if (scope.kind === "assign") {
    const routes = named(board, scope.routeIds);
    const mayGo = (visitId: string) => scope.mayReshuffle === true && places.get(visitId)?.route.status === "planned";
    const isFree = (visitId: string) => wanted.has(visitId) && (!places.has(visitId) || mayGo(visitId));
    return { routes, candidates: [...unplanned, ...routes.flatMap(routeVisitIds)], isFree };
  }
  const carrying = new Set([...wanted].map((visitId) => places.get(visitId)?.route.id));
  const routes = unplanned.length > 0 ? unsent : unsent.filter((route) => carrying.has(route.id));
  return {
    routes,
    candidates: [...unplanned, ...routes.flatMap(routeVisitIds)],
    isFree: (visitId) => wanted.has(visitId),
  };
}

function selected(board: PlanBoard, { routeIds, visitIds, others }: SelectionScope): ScopedDay {
  const routes = named(board, routeIds);
  const isFree = () => true;
  if (visitIds === null) return { routes, candidates: [...board.pool, ...routes.flatMap(routeVisitIds)], isFree };
  const partners = pairPartners(board);
  const wanted = new Set(visitIds.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]));
  const keeps = (route: BoardRoute, index: number) => {
    const stop = route.stops[index]!;
    return others === "included" || wanted.has(stop.visitId) || index < frontStops(route) || isHeld(stop);
  };
  const kept = routes.flatMap((route) => routeVisitIds(route).filter((_, index) => keeps(route, index)));
  // Half of a pair does not stay alone.
  const whole = new Set(kept.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]));
  return { routes, candidates: [...board.pool.filter((visitId) => wanted.has(visitId)), ...whole], isFree };
}

function isHeld({ lockedToDriver, lockedToPosition }: BoardRoute["stops"][number]): boolean {
  return lockedToDriver || lockedToPosition;
}

function named(board: PlanBoard, routeIds: readonly string[]): BoardRoute[] {
  const wanted = new Set(routeIds);
  return board.routes.filter((route) => wanted.has(route.id) && isOpenToChange(route.status) && isUsable(route));
}

function isUsable(route: BoardRoute): boolean {
  const isReachable = route.start.position !== null && (route.end === null || route.end.position !== null);
  return !route.locked && isReachable;
}
