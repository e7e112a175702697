import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardIntent } from "./board-intent";
import { newMutationId } from "./mutation-id";

/** A move under a name of its own, with where the board shows what it is about. */
export function moveIntent(board: PlanBoard, move: MoveIntent): BoardIntent & { kind: "move" } {
  const { visitIds, to } = move;
  const anchors = to.kind === "position" && to.afterVisitId !== null ? [to.afterVisitId] : [];
  const seen = seenPlaces(board, [...visitIds, ...anchors]);
  const seenRoutes = seenVersions(board, new Set(seen.map((place) => place.routeId)));
  return { kind: "move", mutationId: newMutationId(), move, seen, seenRoutes };
}

/** In which versions these routes are shown. */
export function seenVersions(board: PlanBoard, routeIds: ReadonlySet<string | null>): SeenRoute[] {
  return board.routes.flatMap(({ id, version }) => (routeIds.has(id) ? [{ routeId: id, version }] : []));
}

/** On which routes these stops are shown; null: on none. */
export function seenPlaces(board: PlanBoard, visitIds: readonly string[]): SeenPlace[] {
  const places = stopPlaces(board);
  return [...new Set(visitIds)].map((visitId) => ({ visitId, routeId: places.get(visitId)?.route.id ?? null }));
}
