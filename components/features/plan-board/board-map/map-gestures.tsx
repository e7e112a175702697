"use client";
import { useCallback } from "react";
import { BoxSelect } from "@/components/map/box-select";
import { LassoSelect } from "@/components/map/lasso-select";
import type { MapDropPlace } from "@/components/map/map-drop-target";
import type { MapPick } from "@/components/map/pick-at-point";
import type { AreaSelection, SelectablePoint } from "@/components/map/select-points";
import { useDragStop } from "@/components/map/use-drag-stop";
import { useMapDropTarget } from "@/components/map/use-map-drop-target";
import { useMapPick } from "@/components/map/use-map-pick";
import { useBoardSession } from "../board-context";
import { type BoardCursor, type DropPlace, useBoardStore, useBoardStoreApi } from "../board-store";
import { useDragControl } from "../drag/drag-context";
import { placeUnder, useDropArea } from "../drag/use-list-drag";
import { toggleRoute } from "../route-list/toggle-row";
import { clearSelection, sameCursor, selectArea, selectStop } from "../select-stops";
import { nearestLegStart } from "./nearest-leg";
import { pickStop } from "./pick-stop";

/** Everything the pointer does on the map: point, pick, box, lasso, and dragging to and from it. */
export function MapGestures({ points }: { points: readonly SelectablePoint[] }) {
  const store = useBoardStoreApi();
  const { queue } = useBoardSession();
  const isLasso = useBoardStore((state) => state.tool === "lasso");
  const onArea = ({ ids, additive }: AreaSelection) => {
    selectArea(store, ids, additive);
    store.setState({ tool: "none" });
  };
  useMapPick({
    onPick: (pick, { toggle, extend }) => {
      const cursor = cursorOfPick(pick);
      if (cursor?.kind === "stop") {
        const { mode, order } = pickStop(queue.view().board, store.getState().anchorId, cursor.id, { toggle, extend });
        selectStop(store, cursor.id, mode, order);
        if (pick?.routeId) toggleRoute(store, pick.routeId, true);
      } else if (!toggle && !extend) clearSelection(store, cursor);
    },
    onHover: (pick) => {
      const hovered = cursorOfPick(pick);
      if (!sameCursor(hovered, store.getState().hovered)) store.setState({ hovered });
    },
    onMenu: (pick) => {
      const cursor = cursorOfPick(pick);
      if (cursor?.kind === "stop" && !store.getState().selectedIds.has(cursor.id))
        selectStop(store, cursor.id, "replace", []);
      else if (cursor) store.setState({ cursor });
    },
  });
  useDragsOverMap();
  return (
    <>
      <BoxSelect points={points} onSelect={onArea} />
      <LassoSelect
        active={isLasso}
        points={points}
        onSelect={onArea}
        onLeave={() => store.setState({ tool: "none" })}
      />
    </>
  );
}

/** Stops dragged off the map, and rows of the list dragged onto it. */
function useDragsOverMap(): void {
  const store = useBoardStoreApi();
  const control = useDragControl();
  const { queue } = useBoardSession();
  const { element, routeAtPoint, groundAtPoint } = useMapDropTarget();
  const selectedIds = useBoardStore((state) => state.selectedIds);

  // Plain is the best place of the route; Alt is the one on the map: behind this stop, or on this leg.
  const placeOf = useCallback(
    (found: MapDropPlace | null, clientX: number, clientY: number): DropPlace | null => {
      if (!found) return null;
      const { board } = queue.view();
      const route = board.routes.find((each) => each.id === found.routeId);
      const afterVisitId =
        found.nearStopId ?? (route ? nearestLegStart(route, board.visits, groundAtPoint(clientX, clientY)) : null);
      return { kind: "slot", routeId: found.routeId, afterVisitId };
    },
    [queue, groundAtPoint],
  );
  const placeAt = useCallback(
    (clientX: number, clientY: number, dragged: ReadonlySet<string>) =>
      placeOf(routeAtPoint(clientX, clientY, dragged), clientX, clientY),
    [placeOf, routeAtPoint],
  );
  useDropArea(element, placeAt);

  const placeElsewhere = (clientX: number, clientY: number) =>
    placeUnder(clientX, clientY, new Set(store.getState().drag?.visitIds));
  useDragStop({
    enabled: control.enabled,
    selectedIds,
    onDragStart: (stopIds) => control.start(stopIds, "map"),
    onDragOver: (place, { clientX, clientY, exact }) => {
      control.pointer.moveTo(clientX, clientY);
      control.over(placeOf(place, clientX, clientY) ?? placeElsewhere(clientX, clientY), exact);
    },
    onDrop: (place, { clientX, clientY, exact }) => {
      control.over(placeOf(place, clientX, clientY) ?? placeElsewhere(clientX, clientY), exact);
      // The click that ends a drag must not also pick what lies under it.
      store.setState({ hovered: null });
      control.drop();
    },
    onCancel: () => control.cancel(),
  });
}

function cursorOfPick(pick: MapPick | null): BoardCursor | null {
  if (pick?.kind === "stop" || pick?.kind === "pool") return { kind: "stop", id: pick.id };
  return pick?.kind === "route" ? { kind: "route", id: pick.id } : null;
}
