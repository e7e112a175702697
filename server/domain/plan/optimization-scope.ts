import type { OptimizationScope } from "./optimization-run";
import { type BoardRoute, isOpenToChange, type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "./plan-board";

/**
 * Visits of the pool that go on some of these routes, sent ones among them; the stops these have keep their drivers,
 * whatever their order.
 */
export interface AssignmentScope {
  readonly kind: "assign";
  readonly routeIds: readonly string[];
  readonly visitIds: readonly string[];
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
export function scopeOf(board: PlanBoard, scope: OptimizationScope | AssignmentScope | null): ScopedDay {
  const unsent = board.routes.filter((route) => route.status === "planned" && isUsable(route));
  if (scope === null) {
    return { routes: unsent, candidates: [...board.pool, ...unsent.flatMap(routeVisitIds)], isFree: () => true };
  }
  if (scope.kind === "routes") {
    const routes = named(board, scope.routeIds);
    return { routes, candidates: routes.flatMap(routeVisitIds), isFree: () => false };
  }
  const partners = pairPartners(board);
  const places = stopPlaces(board);
  const wanted = new Set(scope.visitIds.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]));
  const unplanned = board.pool.filter((visitId) => wanted.has(visitId));
  if (scope.kind === "assign") {
    const routes = named(board, scope.routeIds);
    const isFree = (visitId: string) => wanted.has(visitId) && !places.has(visitId);
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

function named(board: PlanBoard, routeIds: readonly string[]): BoardRoute[] {
  const wanted = new Set(routeIds);
  return board.routes.filter((route) => wanted.has(route.id) && isOpenToChange(route.status) && isUsable(route));
}

function isUsable(route: BoardRoute): boolean {
  const isReachable = route.start.position !== null && (route.end === null || route.end.position !== null);
  return !route.locked && isReachable;
}
