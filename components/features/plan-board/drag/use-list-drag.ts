import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { disableNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { type DropPlace, useBoardStoreApi } from "../board-store";
import { useDragControl } from "./drag-context";
import { placeOnRow } from "./drop-target";

const STOP = "plan-board-stop";
const PLACE = "plan-board-place";

/** A row whose route changes during a drag must not be registered anew: the drag would be lost. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Lets a stop's row be taken by the pointer; a row of the selection takes the whole selection along. */
export function useStopDrag(row: RefObject<HTMLElement | null>, visitId: string): void {
  const visitAt = useCallback(() => visitId, [visitId]);
  useStopDragAt(row, visitAt);
}

/** The same for an area that shows many stops; `visitAt` tells which one is taken there. */
export function useStopDragAt(
  area: RefObject<HTMLElement | null>,
  visitAt: (clientX: number, clientY: number) => string | null,
): void {
  const control = useDragControl();
  const store = useBoardStoreApi();
  const latest = useLatest(visitAt);
  useEffect(() => {
    const element = area.current;
    if (!element || !control.enabled) return;
    return draggable({
      element,
      canDrag: ({ input }) => latest.current(input.clientX, input.clientY) !== null,
      getInitialData: ({ input }) => {
        const { selectedIds } = store.getState();
        const visitId = latest.current(input.clientX, input.clientY)!;
        // The one taken comes first: its row must stay in the page as long as the drag lasts.
        return { [STOP]: selectedIds.has(visitId) ? [...new Set([visitId, ...selectedIds])] : [visitId] };
      },
      // The browser's picture of the row would hide the target; a card beside the pointer tells more.
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    });
  }, [area, control, store, latest]);
}

/** The row, or nothing, under a position of the window: what a drag over the list is aimed at. */
export function listPlaceAt(clientX: number, clientY: number): DropPlace | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-drop-kind]");
  return row ? placeOnRow(row, clientY) : null;
}

type PlaceAt = (clientX: number, clientY: number, dragged: ReadonlySet<string>) => DropPlace | null;
const areas = new WeakMap<Element, PlaceAt>();

/** What a position of the window means for a drag, whichever area is there. */
export const placeUnder: PlaceAt = (clientX, clientY, dragged) => {
  for (let at = document.elementFromPoint(clientX, clientY); at; at = at.parentElement) {
    const placeAt = areas.get(at);
    if (placeAt) return placeAt(clientX, clientY, dragged);
  }
  return null;
};

/** Makes an area take stops; `placeAt` tells what a position in it means. */
export function useDropArea(area: HTMLElement | null, placeAt: PlaceAt): void {
  const { enabled } = useDragControl();
  const latest = useLatest(placeAt);
  useEffect(() => {
    if (!area || !enabled) return;
    areas.set(area, (...at) => latest.current(...at));
    return dropTargetForElements({
      element: area,
      canDrop: ({ source }) => STOP in source.data,
      getData: ({ input, source }) => ({
        [PLACE]: latest.current(input.clientX, input.clientY, new Set(source.data[STOP] as string[])),
      }),
    });
  }, [area, enabled, latest]);
}

/** Follows drags of list rows over every area, from the first move to the drop. */
export function useListDragMonitor(): void {
  const control = useDragControl();
  useEffect(() => {
    return monitorForElements({
      canMonitor: ({ source }) => STOP in source.data,
      onDragStart: ({ source }) => control.start(source.data[STOP] as string[], "list"),
      onDrag: ({ location }) => {
        const { input, dropTargets } = location.current;
        control.pointer.moveTo(input.clientX, input.clientY);
        control.over((dropTargets[0]?.data[PLACE] as DropPlace | null | undefined) ?? null, input.altKey);
      },
      onDrop: ({ location }) => {
        const { input, dropTargets } = location.current;
        control.over((dropTargets[0]?.data[PLACE] as DropPlace | null | undefined) ?? null, input.altKey);
        control.drop();
      },
    });
  }, [control]);
}
