import type { KeyboardEvent } from "react";
import { useBoardStoreApi } from "../board-store";
import { moveCursor, selectStop } from "../select-stops";
import type { ListRow } from "./build-rows";
import { openPool, toggleRoute } from "./toggle-row";

/** Arrow keys inside the list, as in any tree: up and down walk the rows in view, left closes, right opens. */
export function useListKeys(rows: readonly ListRow[]): (event: KeyboardEvent) => void {
  const store = useBoardStoreApi();
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { cursor } = store.getState();
    const index = rows.findIndex((row) => isAt(row, cursor));
    const row = rows[index];
    const steps: Record<string, () => void> = {
      ArrowDown: () => goTo(rows[Math.min(rows.length - 1, index + 1)]),
      ArrowUp: () => goTo(rows[Math.max(0, index - 1)]),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows.at(-1)),
      ArrowRight: () => {
        if (row?.kind === "route") toggleRoute(store, row.route.id, true);
        else if (row?.kind === "pool") openPool(store, true);
      },
      ArrowLeft: () => {
        if (row?.kind === "route") toggleRoute(store, row.route.id, false);
        else if (row?.kind === "pool") openPool(store, false);
        else if (row?.kind === "stop") moveCursor(store, { kind: "route", id: row.route.id });
        else if (row) moveCursor(store, { kind: "pool" });
      },
    };
    const goTo = (next: ListRow | undefined) => {
      if (!next) return;
      if (next.kind === "pool") moveCursor(store, { kind: "pool" });
      else if (next.kind === "route") moveCursor(store, { kind: "route", id: next.route.id });
      else if (event.shiftKey) {
        const order = rows.flatMap((each) => ("visit" in each ? [each.visit.id] : []));
        selectStop(store, next.visit.id, "extend", order);
      } else moveCursor(store, { kind: "stop", id: next.visit.id });
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
}

function isAt(row: ListRow, cursor: { kind: string; id?: string } | null): boolean {
  if (!cursor) return false;
  if (row.kind === "pool") return cursor.kind === "pool";
  if (row.kind === "route") return cursor.kind === "route" && cursor.id === row.route.id;
  return cursor.kind === "stop" && cursor.id === row.visit.id;
}
