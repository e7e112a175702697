import { boardLegs } from "@/server/domain/plan/board-legs";
import type { MoveTarget } from "@/server/domain/plan/move-stops";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { findBestInsertions, type InsertionPreview } from "@/server/domain/plan/what-if/find-best-insertions";

export interface FittingPlace {
  readonly route: BoardRoute;
  /** The number of the stop it would follow; 0: it would be the first. */
  readonly behindStop: number;
  readonly preview: InsertionPreview;
  /** What putting it there asks of the board. */
  readonly to: MoveTarget;
}

/**
 * Where a stop on no route would go with least harm, on the board as it is now: at most three routes, those that break
 * fewest rules first, then the cheapest. None when it cannot be moved at all.
 */
export function fittingPlaces(board: PlanBoard, visitId: string): FittingPlace[] {
  const best = findBestInsertions(board, [visitId], boardLegs(board));
  if (!best.ok) return [];
  return best.insertions.map((preview) => {
    const { routeId, afterVisitId } = preview;
    const route = board.routes.find((each) => each.id === routeId)!;
    const behindStop = route.stops.findIndex((stop) => stop.visitId === afterVisitId) + 1;
    // The halves of a pair go to two places, which only the best one can say.
    const to: MoveTarget =
      best.visitIds.length > 1 ? { kind: "best", routeId } : { kind: "position", routeId, afterVisitId };
    return { route, behindStop, preview, to };
  });
}
