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

/** With who made it so. All three are null or false when the log does not tell. */
export interface PlaceTruth extends PlaceConflict {
  readonly changedBy: string | null;
  /** An instant, ISO 8601. */
  readonly changedAt: string | null;
  /** The asker did it, in another window or before. */
  readonly isOwn: boolean;
}

/**
 * The visits that are no longer where an intent was made for; none: the intent may be applied, whatever else has
 * changed since. A stop to be put behind counts as seen on its route.
 */
export function placeConflicts(board: PlanBoard, seen: readonly SeenPlace[]): PlaceConflict[] {
  return seen.flatMap((place) => {
    const conflict = placeNow(board, place);
    return conflict.isOnBoard && conflict.routeId === place.routeId ? [] : [conflict];
  });
}

/** Where a visit is by now, beside where it was seen. */
export function placeNow(board: PlanBoard, { visitId, routeId: seenRouteId }: SeenPlace): PlaceConflict {
  const route = stopPlaces(board).get(visitId)?.route;
  const isOnBoard = board.visits.has(visitId);
  return { visitId, seenRouteId, routeId: route?.id ?? null, routeNumber: route?.number ?? null, isOnBoard };
}
