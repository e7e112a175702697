import { boardLegs, type LegSource } from "./board-legs";
import { joinVisits, partVisits } from "./join-visits";
import type { RouteSequence } from "./place-visits";
import type { BoardRoute, BoardVisit, PlanBoard, PlanStatus } from "./plan-board";
import { retimeRoute } from "./retime-route";
import { withoutTimeLock } from "./time-lock";

/** What one change did to a board, as the server tells those who hold it. */
export interface BoardPatch {
  readonly planVersion: number;
  readonly planStatus: PlanStatus;
  /** Changed or new, whole. */
  readonly routes: readonly BoardRoute[];
  readonly removedRouteIds: readonly string[];
  /** Visits that a board may not know yet, or that look different now. */
  readonly visits: readonly BoardVisit[];
  /** Visits that are no longer part of the day. */
  readonly removedVisitIds: readonly string[];
}

/** The board with the change in it. A route older than the one already there is left out: answers may overtake each other. */
export function applyBoardPatch(board: PlanBoard, patch: BoardPatch): PlanBoard {
  const known = new Map(board.routes.map((route) => [route.id, route]));
  const taken = new Map<string, string>();
  for (const route of patch.routes) {
    const current = known.get(route.id);
    if (current && current.version > route.version) continue;
    known.set(route.id, route);
    for (const { visitId } of route.stops) taken.set(visitId, route.id);
  }
  for (const routeId of patch.removedRouteIds) known.delete(routeId);
  let { visits } = board;
  if (patch.visits.length > 0 || patch.removedVisitIds.length > 0) {
    const next = new Map(visits);
    for (const visit of patch.visits) next.set(visit.id, visit);
    for (const visitId of patch.removedVisitIds) next.delete(visitId);
    visits = joinVisits(next);
  }
  const plan = {
    ...board.plan,
    status: patch.planStatus,
    version: Math.max(board.plan.version, patch.planVersion),
  };
  return withRoutes({ ...board, plan, visits }, withoutTaken([...known.values()], taken, { ...board, visits }));
}

/**
 * The routes without the stops that have turned up on another: of the move off them the board has not heard yet, since
 * what others did may be told before the answer to one's own. Timed with estimates until it does.
 */
function withoutTaken(
  routes: readonly BoardRoute[],
  taken: ReadonlyMap<string, string>,
  board: PlanBoard,
): readonly BoardRoute[] {
  return routes.map((route) => {
    const isHere = (visitId: string) => (taken.get(visitId) ?? route.id) === route.id;
    if (route.stops.every((stop) => isHere(stop.visitId))) return route;
    const left = route.stops.map((stop) => stop.visitId).filter(isHere);
    return retimeRoute(route, left, board, boardLegs(board));
  });
}

/** The board as it will look once the server agrees: the sequences timed with the legs at hand. */
export function applySequences(board: PlanBoard, sequences: readonly RouteSequence[], legs: LegSource): PlanBoard {
  const wanted = new Map(sequences.map((sequence) => [sequence.routeId, sequence]));
  const routes = board.routes.map((route) => {
    const sequence = wanted.get(route.id);
    return sequence ? retimeRoute(route, sequence.visitIds, board, legs, sequence.reloads) : route;
  });
  return withRoutes(board, routes);
}

/** The board as it will look with these sequences once some visits are no longer part of the day; they are on none of them. */
export function applyRemoval(
  board: PlanBoard,
  sequences: readonly RouteSequence[],
  removedVisitIds: readonly string[],
  legs: LegSource,
): PlanBoard {
  const after = applySequences(partVisits(board, removedVisitIds), sequences, legs);
  if (removedVisitIds.length === 0) return after;
  const visits = new Map(after.visits);
  for (const visitId of removedVisitIds) visits.delete(visitId);
  return withRoutes({ ...after, visits }, after.routes);
}

/** The board with these routes; whatever they do not serve is in the pool. */
export function withRoutes(board: PlanBoard, routes: readonly BoardRoute[]): PlanBoard {
  const planned = new Set(routes.flatMap((route) => route.stops.map((stop) => stop.visitId)));
  const pool: string[] = [];
  for (const visitId of board.visits.keys()) if (!planned.has(visitId)) pool.push(visitId);
  const visits = joinVisits(freeOfTimes(board.visits, pool));
  return { ...board, visits, routes: [...routes].sort((a, b) => a.number - b.number), pool };
}

/** A time is a lock of the stop, and ends with it. */
function freeOfTimes(visits: PlanBoard["visits"], pool: readonly string[]): PlanBoard["visits"] {
  const locked = pool.filter((visitId) => visits.get(visitId)!.timeLock);
  if (locked.length === 0) return visits;
  const next = new Map(visits);
  for (const visitId of locked) next.set(visitId, withoutTimeLock(visits.get(visitId)!));
  return next;
}
