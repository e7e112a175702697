import type { BoardCursor, BoardGestures, BoardStore } from "./board-store";

type SelectMode = "replace" | "toggle" | "extend";

/** Picks a stop, as clicks and keys do; `order` is the order in which stops stand in the list. */
export function selectStop(store: BoardStore, visitId: string, mode: SelectMode, order: readonly string[]): void {
  store.setState((state) => ({ ...nextSelection(state, visitId, mode, order), cursor: { kind: "stop", id: visitId } }));
}

/** The selection and its anchor after a pick. A range replaces the selection by all between anchor and pick. */
export function nextSelection(
  { selectedIds, anchorId }: Pick<BoardGestures, "selectedIds" | "anchorId">,
  visitId: string,
  mode: SelectMode,
  order: readonly string[],
): Pick<BoardGestures, "selectedIds" | "anchorId"> {
  if (mode === "toggle") {
    const next = new Set(selectedIds);
    if (!next.delete(visitId)) next.add(visitId);
    return { selectedIds: next, anchorId: visitId };
  }
  if (mode === "extend" && anchorId !== null) {
    const [a, b] = [order.indexOf(anchorId), order.indexOf(visitId)];
    if (a >= 0 && b >= 0) return { selectedIds: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), anchorId };
  }
  return { selectedIds: new Set([visitId]), anchorId: visitId };
}

/** Selects what an area holds. */
export function selectArea(store: BoardStore, visitIds: readonly string[], additive: boolean): void {
  store.setState(({ selectedIds }) => ({
    selectedIds: new Set(additive ? [...selectedIds, ...visitIds] : visitIds),
    anchorId: visitIds.at(-1) ?? null,
    announcement: `${visitIds.length} stops selected`,
  }));
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
