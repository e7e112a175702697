import type { LegSource } from "../board-legs";
import { type MoveRefusal, moveRefusal, pairOutOfOrder } from "../move-stops";
import { changedSequences } from "../place-visits";
import { type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "../plan-board";
import { type PlanChangePreview, previewRoute, sumChanges } from "./preview-route";

export type SwapPreview =
  | ({ readonly ok: true } & PlanChangePreview)
  | { readonly ok: false; readonly refusal: MoveRefusal };

/**
 * What two visits taking each other's place would do, on one route or two; a visit of the pool goes where the other was,
 * which then is in the pool. Halves of a pair change places only within their route.
 */
export function evaluateSwap(
  board: PlanBoard,
  visitIds: readonly [string, string],
  legs: LegSource,
  options: { readonly overrideLocks?: boolean } = {},
): SwapPreview {
  const refusal = swapRefusal(board, visitIds, options);
  if (refusal) return { ok: false, refusal };
  const [one, other] = visitIds;
  const places = stopPlaces(board);
  const routes = new Set(visitIds.flatMap((visitId) => places.get(visitId)?.route ?? []));
  const inPlaceOf = new Map([
    [one, other],
    [other, one],
  ]);
  const sequences = new Map(
    [...routes].map((route) => [route.id, routeVisitIds(route).map((visitId) => inPlaceOf.get(visitId) ?? visitId)]),
  );
  for (const sequence of sequences.values()) {
    const misplaced = pairOutOfOrder(board, sequence, new Set(visitIds));
    if (misplaced !== undefined) return { ok: false, refusal: { reason: "pair-order", visitId: misplaced } };
  }
  const changes = changedSequences(board, sequences).map(({ routeId, visitIds: sequence, reloads }) =>
    previewRoute(board, board.routes.find((route) => route.id === routeId)!, sequence, legs, reloads),
  );
  return { ok: true, ...sumChanges(changes) };
}

function swapRefusal(
  board: PlanBoard,
  visitIds: readonly [string, string],
  options: { readonly overrideLocks?: boolean },
): MoveRefusal | undefined {
  const missing = visitIds.find((visitId) => !board.visits.has(visitId));
  if (missing !== undefined) return { reason: "visit-not-found", visitId: missing };
  const places = stopPlaces(board);
  const [from, to] = visitIds.map((visitId) => places.get(visitId)?.route ?? null) as [Route, Route];
  const [one, other] = visitIds;
  if (from !== to) {
    const partners = pairPartners(board);
    const half = visitIds.find((visitId) => partners.has(visitId));
    if (half !== undefined) return { reason: "pair-split", visitId: half };
  }
  return moveRefusal(board, [one], to, options) ?? moveRefusal(board, [other], from, options);
}

type Route = PlanBoard["routes"][number] | null;
