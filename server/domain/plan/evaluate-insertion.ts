import type { LegSource } from "./board-legs";
import { insertInto } from "./find-best-position";
import { type MoveIntent, type MoveRefusal, moveStops } from "./move-stops";
import { type BoardRoute, boardVisit, type PlanBoard } from "./plan-board";
import { type PlanChangePreview, previewRoute, type RouteChangePreview, sumChanges } from "./what-if/preview-route";
import { cachesWithout } from "./what-if/route-caches";

export interface InsertionPreview extends RouteChangePreview {
  /** The stop that the first of the visits follows: what a drop here should ask for. Null: the front of the route. */
  readonly afterVisitId: string | null;
}

/**
 * What putting these visits on a route would do to that route: at the best position, or after a given stop (null: at
 * the front). Does not ask whether it is allowed.
 */
export function evaluateInsertion(
  board: PlanBoard,
  visitIds: readonly string[],
  route: BoardRoute,
  at: "best" | { readonly afterVisitId: string | null },
  legs: LegSource,
): InsertionPreview {
  const moved = new Set(visitIds);
  const visits = visitIds.map((visitId) => boardVisit(board, visitId));
  const caches = cachesWithout(board, route, moved, legs);
  const sequence = at === "best" ? insertInto(caches, visits, legs) : [...caches.sequence];
  if (at !== "best") sequence.splice(sequence.findIndex((visit) => visit.id === at.afterVisitId) + 1, 0, ...visits);
  const next = sequence.map((visit) => visit.id);
  const first = next.findIndex((visitId) => moved.has(visitId));
  return { ...previewRoute(board, route, next, legs), afterVisitId: next[first - 1] ?? null };
}

export type MovePreview =
  | (PlanChangePreview & { readonly ok: true; readonly movedVisitIds: readonly string[] })
  | { readonly ok: false; readonly refusal: MoveRefusal };

/** What a move would do to every route it touches, or why it is refused; the same rule as the drop itself. */
export function evaluateMove(board: PlanBoard, intent: MoveIntent, legs: LegSource): MovePreview {
  const outcome = moveStops(board, intent, legs);
  if (!outcome.ok) return outcome;
  const routes = outcome.sequences.map(({ routeId, visitIds }) =>
    previewRoute(board, board.routes.find((route) => route.id === routeId)!, visitIds, legs),
  );
  return { ok: true, ...sumChanges(routes), movedVisitIds: outcome.movedVisitIds };
}
