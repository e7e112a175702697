import type { MoveRefusal } from "./move-stops";
import { markedSequences, type RouteSequence } from "./place-visits";
import { isOpenToChange, type PlanBoard, stopPlaces } from "./plan-board";
import type { PlanEditInverse } from "./plan-edit";
import { marksToTurn, type ReloadMark } from "./reload-trips";
import { madeStops } from "./under-way";

export type ReloadOutcome =
  | {
      readonly ok: true;
      readonly routeNumber: number;
      /** None when it is so already; a route's first stop has nothing to load again for. */
      readonly sequences: readonly RouteSequence[];
      readonly inverse: PlanEditInverse & { readonly kind: "place" };
    }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/** Has a route go back to its depot to load before a stop, or no longer (`loadSeconds` null); or why it may not. */
export function changeReload(board: PlanBoard, mark: ReloadMark): ReloadOutcome {
  const { visitId } = mark;
  const place = stopPlaces(board).get(visitId);
  if (!place) return { ok: false, refusal: { reason: "visit-not-found", visitId } };
  const { route, index } = place;
  const named = { routeId: route.id, routeNumber: route.number };
  if (!isOpenToChange(route.status)) return { ok: false, refusal: { reason: "route-finished", ...named } };
  if (route.locked) return { ok: false, refusal: { reason: "route-locked", ...named } };
  if (!route.start.position) return { ok: false, refusal: { reason: "depot-without-position", ...named } };
  if (index < madeStops(route)) return { ok: false, refusal: { reason: "stop-made", visitId } };
  const sequences = markedSequences(board, [], [mark]);
  // Once its stop is on another route, there is nothing there to take back.
  const leftAt = [{ visitId, routeId: route.id }];
  const inverse = { kind: "place" as const, placements: [], leftAt, ...marksToTurn(board, sequences) };
  return { ok: true, routeNumber: route.number, sequences, inverse };
}
