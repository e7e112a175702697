import type { MouseEvent, PointerEvent, RefObject } from "react";
import { type BoardCursor, useBoardStoreApi } from "../board-store";
import { clearSelection, sameCursor, selectStop } from "../select-stops";

export interface RowPointing {
  readonly grid: RefObject<HTMLElement | null>;
  /** What an element of the grid is about. */
  readonly hitOf: (target: Element) => BoardCursor | null;
  /** The element that stands for the cursor. */
  readonly activeId: string | null;
  /** The stops in the order in which a Shift-range goes through them. */
  readonly order: () => readonly string[];
}

/** What pointers do to rows: click picks, the secondary button opens a menu on what is under it, resting links all views. */
export function useRowPointing({ grid, hitOf, activeId, order }: RowPointing) {
  const store = useBoardStoreApi();
  const hitBy = (event: MouseEvent | PointerEvent) => hitOf(event.target as Element);
  return {
    onClick(event: MouseEvent) {
      const hit = hitBy(event);
      if (hit?.kind === "stop") {
        const mode = event.ctrlKey || event.metaKey ? "toggle" : event.shiftKey ? "extend" : "replace";
        selectStop(store, hit.id, mode, order());
      } else if (hit) clearSelection(store, hit);
    },
    onContextMenu(event: MouseEvent) {
      if (event.target === grid.current) return openMenuOnRow(event, activeId);
      // Opened by key it is about what is selected, not about the row that stands for it.
      if (!event.isTrusted) return;
      const hit = hitBy(event);
      if (hit?.kind === "stop" && !store.getState().selectedIds.has(hit.id)) selectStop(store, hit.id, "replace", []);
      else if (hit?.kind === "stop") store.setState({ cursor: hit });
      else if (hit) clearSelection(store, hit);
    },
    onPointerOver(event: PointerEvent) {
      if (event.pointerType === "touch" || store.getState().drag) return;
      const hit = hitBy(event);
      if (!sameCursor(hit, store.getState().hovered)) store.setState({ hovered: hit });
    },
    onPointerLeave: () => store.setState({ hovered: null }),
  };
}

/** The menu key reaches the grid as a whole: the menu opens at the row that is active. */
function openMenuOnRow(event: MouseEvent, activeId: string | null): void {
  event.preventDefault();
  event.stopPropagation();
  const row = activeId === null ? null : document.getElementById(activeId);
  if (!row) return;
  const { left, bottom } = row.getBoundingClientRect();
  const at = { clientX: left + 48, clientY: bottom - 8 };
  row.dispatchEvent(new window.MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...at }));
}
