import { type MouseEvent, type PointerEvent, useMemo } from "react";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { type BoardCursor, useBoardStoreApi } from "../board-store";
import { listOrder } from "../route-list/build-rows";
import { toggleRoute } from "../route-list/toggle-row";
import { clearSelection, sameCursor, selectStop } from "../select-stops";
import { stopNearest } from "./as-driven";
import { stopAt } from "./route-blocks";

/** What the pointer says over a row of the timeline: hover, pick and menu, as in the list. A driven route comes at its own times. */
export function usePointing(route: BoardRoute, isDriven: boolean, secondsUnder: (clientX: number) => number) {
  const store = useBoardStoreApi();
  const { queue } = useBoardSession();
  return useMemo(() => {
    const visitAt = (clientX: number) => {
      const index = (isDriven ? stopNearest : stopAt)(route, secondsUnder(clientX));
      return index === null ? null : route.stops[index]!.visitId;
    };
    const hover = (hovered: BoardCursor | null) => {
      if (!store.getState().drag && !sameCursor(hovered, store.getState().hovered)) store.setState({ hovered });
    };
    const ownRoute = { kind: "route", id: route.id } as const;
    const under = (clientX: number): BoardCursor => {
      const id = visitAt(clientX);
      return id === null ? ownRoute : { kind: "stop", id };
    };
    return {
      visitAt,
      onPointerMove: ({ clientX, pointerType }: PointerEvent) => {
        if (pointerType !== "touch") hover(under(clientX));
      },
      onPointerLeave: () => hover(null),
      onClick(event: MouseEvent) {
        const visitId = visitAt(event.clientX);
        if (visitId === null) return clearSelection(store, ownRoute);
        const mode = event.ctrlKey || event.metaKey ? "toggle" : event.shiftKey ? "extend" : "replace";
        selectStop(store, visitId, mode, listOrder(queue.view().board));
        toggleRoute(store, route.id, true);
      },
      onContextMenu({ clientX }: MouseEvent) {
        const at = under(clientX);
        if (at.kind === "stop" && !store.getState().selectedIds.has(at.id)) selectStop(store, at.id, "replace", []);
        else if (at.kind === "stop") store.setState({ cursor: at });
        else clearSelection(store, at);
      },
      onLabelMove: () => hover(ownRoute),
      onLabelClick: () => clearSelection(store, ownRoute),
    };
  }, [route, isDriven, secondsUnder, store, queue]);
}
