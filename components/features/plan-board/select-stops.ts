import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardCursor, BoardGestures, BoardStore } from "./board-store";

export type SelectMode = "replace" | "toggle" | "extend";
type Selection = Pick<BoardGestures, "selectedIds" | "anchorId" | "pinned">;

const NOTHING_SELECTED: Selection = { selectedIds: new Set(), anchorId: null, pinned: false };

/** Picks a stop, as clicks and keys do; `order` is the order in which stops stand in the list. */
export function selectStop(store: BoardStore, visitId: string, mode: SelectMode, order: readonly string[]): void {
  store.setState((state) => ({ ...nextSelection(state, visitId, mode, order), cursor: { kind: "stop", id: visitId } }));
}

/** The selection after a pick. A range replaces the selection by all between its anchor and the pick. */
export function nextSelection(
  { selectedIds, anchorId, pinned }: Selection,
  visitId: string,
  mode: SelectMode,
  order: readonly string[],
): Selection {
  if (mode === "toggle") {
    const next = new Set(selectedIds);
    const isJustWalkedOn = !pinned && next.size === 1 && next.has(visitId);
    if (!isJustWalkedOn && !next.delete(visitId)) next.add(visitId);
    return { selectedIds: next, anchorId: visitId, pinned: next.size > 0 };
  }
  if (mode === "extend" && anchorId !== null) {
    const [a, b] = [order.indexOf(anchorId), order.indexOf(visitId)];
    if (a >= 0 && b >= 0)
      return { selectedIds: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), anchorId, pinned: true };
  }
  return { selectedIds: new Set([visitId]), anchorId: visitId, pinned: false };
}

/** Puts the cursor somewhere; a selection put together on purpose stays, any other follows the cursor. */
export function moveCursor(store: BoardStore, cursor: BoardCursor): void {
  const { pinned } = store.getState();
  if (pinned) store.setState({ cursor });
  else if (cursor.kind === "stop") selectStop(store, cursor.id, "replace", []);
  else store.setState({ ...NOTHING_SELECTED, cursor });
}

/** Goes on from where stops are taken away, unless they were put together on purpose: those stay selected. */
export function standOnNeighbour(store: BoardStore, board: PlanBoard, leaving: readonly string[]): void {
  const visitId = store.getState().pinned ? null : neighbourOf(board, leaving);
  if (visitId !== null) moveCursor(store, { kind: "stop", id: visitId });
}

/** The stop to stand on once these have left: the next that stays on the route of the first, else the one before. */
export function neighbourOf(board: PlanBoard, leaving: readonly string[]): string | null {
  const place = stopPlaces(board).get(leaving[0] ?? "");
  if (!place) return null;
  const gone = new Set(leaving);
  const { stops } = place.route;
  const stays = ({ visitId }: { visitId: string }) => !gone.has(visitId);
  return (stops.slice(place.index).find(stays) ?? stops.slice(0, place.index).findLast(stays))?.visitId ?? null;
}

export function clearSelection(store: BoardStore, cursor: BoardCursor | null = null): void {
  store.setState({ ...NOTHING_SELECTED, cursor });
}

/** Selects what an area holds. */
export function selectArea(store: BoardStore, visitIds: readonly string[], additive: boolean): void {
  const selectedIds = new Set(additive ? [...store.getState().selectedIds, ...visitIds] : visitIds);
  store.setState({
    selectedIds,
    pinned: selectedIds.size > 0,
    anchorId: visitIds.at(-1) ?? null,
    announcement: `${selectedIds.size} stops selected`,
  });
}

/** What an act means: the selection, else the stop under the cursor. */
export function actedOn({ selectedIds, cursor }: Pick<BoardGestures, "selectedIds" | "cursor">): readonly string[] {
  if (selectedIds.size > 0) return [...selectedIds];
  return cursor?.kind === "stop" ? [cursor.id] : [];
}

export function sameCursor(a: BoardCursor | null, b: BoardCursor | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && (a.kind === "pool" || b.kind === "pool" || a.id === b.id);
}
