import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { disableNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview";
import { type RefObject, useEffect } from "react";
import { type DropPlace, useBoardStoreApi } from "../board-store";
import { useDragControl } from "./drag-context";
import { placeOnRow } from "./drop-target";

const STOP = "plan-board-stop";
const PLACE = "plan-board-place";

/** Lets a stop's row be taken by the pointer; a row of the selection takes the whole selection along. */
export function useStopDrag(row: RefObject<HTMLElement | null>, visitId: string): void {
  const control = useDragControl();
  const store = useBoardStoreApi();
  useEffect(() => {
    const element = row.current;
    if (!element || !control.enabled) return;
    return draggable({
      element,
      getInitialData: () => {
        const { selectedIds } = store.getState();
        return { [STOP]: selectedIds.has(visitId) ? [...selectedIds] : [visitId] };
      },
      // The browser's picture of the row would hide the target; a card beside the pointer tells more.
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    });
  }, [row, control, store, visitId]);
}

/** The row, or nothing, under a position of the window: what a drag over the list is aimed at. */
export function listPlaceAt(clientX: number, clientY: number): DropPlace | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-drop-kind]");
  return row ? placeOnRow(row, clientY) : null;
}

/** Makes an area take stops; `placeAt` tells what a position in it means. */
export function useDropArea(
  area: HTMLElement | null,
  placeAt: (clientX: number, clientY: number, dragged: ReadonlySet<string>) => DropPlace | null,
): void {
  const { enabled } = useDragControl();
  useEffect(() => {
    if (!area || !enabled) return;
    return dropTargetForElements({
      element: area,
      canDrop: ({ source }) => STOP in source.data,
      getData: ({ input, source }) => ({
        [PLACE]: placeAt(input.clientX, input.clientY, new Set(source.data[STOP] as string[])),
      }),
    });
  }, [area, enabled, placeAt]);
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
