import { type PlanBoard, stopPlaces } from "./plan-board";

/** Where somebody believed a visit to be; null: in the pool. */
export interface SeenPlace {
  readonly visitId: string;
  readonly routeId: string | null;
}

/** The current truth about a visit that is not where somebody believed. */
export interface PlaceConflict extends SeenPlace {
  readonly seenRouteId: string | null;
  /** Null when the visit is in the pool. */
  readonly routeNumber: number | null;
  /** False when the visit is no longer part of the day. */
  readonly isOnBoard: boolean;
}

/**
 * The visits that are no longer where an intent was made for; none: the intent may be applied, whatever else has
 * changed since. A stop to be put behind counts as seen on its route.
 */
export function placeConflicts(board: PlanBoard, seen: readonly SeenPlace[]): PlaceConflict[] {
  const places = stopPlaces(board);
  return seen.flatMap(({ visitId, routeId: seenRouteId }) => {
    const route = places.get(visitId)?.route;
    const routeId = route?.id ?? null;
    const isOnBoard = board.visits.has(visitId);
    if (isOnBoard && routeId === seenRouteId) return [];
    return [{ visitId, seenRouteId, routeId, routeNumber: route?.number ?? null, isOnBoard }];
  });
}
