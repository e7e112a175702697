import type { LegSource } from "../board-legs";
import { evaluateInsertion, type InsertionPreview } from "../evaluate-insertion";
import { type MoveRefusal, moveRefusal, visitsToMove } from "../move-stops";
import type { BoardRoute, PlanBoard } from "../plan-board";
import { previewScore } from "./preview-score";

export type BestInsertions =
  | {
      readonly ok: true;
      /** With the other halves of pairs. */
      readonly visitIds: readonly string[];
      /** The best for each route that may take them, best route first. */
      readonly insertions: readonly InsertionPreview[];
    }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/**
 * Where on all routes these visits together would go best: fewest rules broken, then cheapest. Each answer is what it
 * would do to the route entered; what it does to the route left is `evaluateMove`'s to say. Routes that may not take
 * them are left out; refused when the visits may not be moved at all.
 */
export function findBestInsertions(
  board: PlanBoard,
  visitIds: readonly string[],
  legs: LegSource,
  { overrideLocks = false, routes = board.routes }: { overrideLocks?: boolean; routes?: readonly BoardRoute[] } = {},
): BestInsertions {
  const missing = visitIds.find((visitId) => !board.visits.has(visitId));
  if (missing !== undefined) return { ok: false, refusal: { reason: "visit-not-found", visitId: missing } };
  const moved = visitsToMove(board, { visitIds, to: { kind: "pool" } });
  const refusal = moveRefusal(board, moved, null, { overrideLocks });
  if (refusal) return { ok: false, refusal };
  const refusals = routes.map((route) => moveRefusal(board, moved, route, { overrideLocks }));
  const open = routes.filter((_, index) => !refusals[index]);
  // A visit without a position, and a stop locked to its driver, are refused by every route there is.
  if (open.length === 0 && refusals[0]) return { ok: false, refusal: refusals[0] };
  const scored = open.map((route) => {
    const preview = evaluateInsertion(board, moved, route, "best", legs);
    return { preview, score: previewScore(preview) };
  });
  scored.sort((a, b) => a.score - b.score);
  return { ok: true, visitIds: moved, insertions: scored.map(({ preview }) => preview) };
}
