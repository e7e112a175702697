import type { LegSource } from "./board-legs";
import { insertInto } from "./find-best-position";
import { type MoveIntent, type MoveRefusal, moveStops } from "./move-stops";
import { type BoardRoute, boardVisit, type PlanBoard } from "./plan-board";
import { type InsertionPreview, previewInsertion } from "./what-if/find-best-insertions";
import { type PlanChangePreview, previewRoute, sumChanges } from "./what-if/preview-route";
import { cachesWithout } from "./what-if/route-caches";

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
  const visits = visitIds.map((visitId) => boardVisit(board, visitId));
  const caches = cachesWithout(board, route, new Set(visitIds), legs);
  // What goes into the gap before a reload is served before it.
  if (at === "best") return previewInsertion(board, route, insertInto(caches, visits, legs).sequence, visits, legs);
  const behind = caches.sequence.findIndex((visit) => visit.id === at.afterVisitId);
  return previewInsertion(board, route, caches.sequence.toSpliced(behind + 1, 0, ...visits), visits, legs);
}

export type MovePreview =
  | (PlanChangePreview & { readonly ok: true; readonly movedVisitIds: readonly string[] })
  | { readonly ok: false; readonly refusal: MoveRefusal };

/** What a move would do to every route it touches, or why it is refused; the same rule as the drop itself. */
export function evaluateMove(board: PlanBoard, intent: MoveIntent, legs: LegSource): MovePreview {
  const outcome = moveStops(board, intent, legs);
  if (!outcome.ok) return outcome;
  const routes = outcome.sequences.map(({ routeId, visitIds, reloads }) =>
    previewRoute(board, board.routes.find((route) => route.id === routeId)!, visitIds, legs, reloads),
  );
  return { ok: true, ...sumChanges(routes), movedVisitIds: outcome.movedVisitIds };
}
