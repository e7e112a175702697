import { useMemo } from "react";
import type { BoardSession } from "../board-context";
import type { BoardStore } from "../board-store";
import type { DragControl } from "./drag-context";
import { DragPointer } from "./drag-pointer";
import { moveTargetOf, sameDropPlace } from "./drop-target";

const AT_REST = { drag: null, dropPlace: null, dropFlipped: false, previews: new Map(), dropPreview: null };

/** The life of a drag, whichever surface it began on. */
export function useDragControl(session: BoardSession, store: BoardStore, enabled: boolean): DragControl {
  return useMemo(
    () => ({
      pointer: new DragPointer(),
      enabled,
      start: (visitIds, from) => store.setState({ ...AT_REST, drag: { visitIds, from }, hovered: null }),
      over(place, isFlipped) {
        const { dropPlace, dropFlipped } = store.getState();
        if (isFlipped === dropFlipped && sameDropPlace(place, dropPlace)) return;
        store.setState({ dropPlace: place, dropFlipped: isFlipped, dropPreview: null });
      },
      drop() {
        const { drag, dropPlace, dropFlipped } = store.getState();
        store.setState(AT_REST);
        if (!drag || !dropPlace) return;
        const { routes } = session.queue.view().board;
        session.actions.move(drag.visitIds, moveTargetOf(dropPlace, dropFlipped, routes));
      },
      cancel: () => store.setState(AT_REST),
    }),
    [session, store, enabled],
  );
}
