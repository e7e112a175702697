"use client";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { type RefObject, useEffect, useRef } from "react";
import { useMap } from "./map-context";
import { type MapDropPlace, routeAtPoint } from "./map-drop-target";
import { type MapPick, pointAt } from "./pick-at-point";
import { pointWithin, trackDrag } from "./track-drag";

export interface DragPosition {
  readonly lng: number;
  readonly lat: number;
  readonly clientX: number;
  readonly clientY: number;
  /** Alt asks for the exact position rather than the best one. */
  readonly exact: boolean;
}

export interface DragStopHandlers {
  readonly enabled?: boolean;
  /** Pressing on one of these drags them all; pressing on another stop drags that one. */
  readonly selectedIds: ReadonlySet<string>;
  readonly onDragStart: (stopIds: string[]) => void;
  /** At most once per frame; null over bare ground. */
  readonly onDragOver: (place: MapDropPlace | null, position: DragPosition) => void;
  /** The pointer may have left the map: then `insideMap` is false and other panels decide by its position. */
  readonly onDrop: (place: MapDropPlace | null, position: DragPosition, insideMap: boolean) => void;
  readonly onCancel: () => void;
}

/** Drags stops, served or not, off their place on the map; a press anywhere else still pans. */
export function useDragStop(handlers: DragStopHandlers): void {
  const { map } = useMap();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    let stop = () => {};
    const onPress = (event: MapMouseEvent) => {
      const { button, shiftKey, ctrlKey, metaKey } = event.originalEvent;
      if (latest.current.enabled === false || button !== 0 || shiftKey || ctrlKey || metaKey) return;
      // The pin's own drag bubbles up here too; and a drawing tool owns the pointer while it is out.
      if (event.originalEvent.target !== map.getCanvas() || map.getCanvasContainer().dataset.tool) return;
      const pressed = pointAt(map, event.point, ({ kind }) => kind === "stop" || kind === "pool");
      if (!pressed) return;
      event.preventDefault();
      stop = startDrag(map, pressed, event.originalEvent, latest);
    };
    const subscription = map.on("mousedown", onPress);
    return () => {
      subscription.unsubscribe();
      stop();
    };
  }, [map]);
}

function startDrag(
  map: MapLibreMap,
  pressed: MapPick,
  event: MouseEvent,
  latest: RefObject<DragStopHandlers>,
): () => void {
  const { selectedIds } = latest.current;
  const ids = selectedIds.has(pressed.id) ? [...selectedIds] : [pressed.id];
  const dragged = new Set(ids);
  const position = (moved: PointerEvent): DragPosition => {
    const { x, y } = pointWithin(map.getContainer(), moved);
    const { lng, lat } = map.unproject([x, y]);
    return { lng, lat, clientX: moved.clientX, clientY: moved.clientY, exact: moved.altKey };
  };
  const place = (moved: PointerEvent) => (isInside(map, moved) ? routeAtPoint(map, moved, dragged) : null);
  const release = () => {
    delete map.getCanvasContainer().dataset.dragging;
  };
  return trackDrag(event, {
    thresholdPixels: 4,
    onStart: () => {
      map.getCanvasContainer().dataset.dragging = "stop";
      latest.current.onDragStart(ids);
    },
    onMove: (moved) => latest.current.onDragOver(place(moved), position(moved)),
    onEnd: (moved) => {
      release();
      latest.current.onDrop(place(moved), position(moved), isInside(map, moved));
    },
    onCancel: () => {
      release();
      latest.current.onCancel();
    },
  });
}

function isInside(map: MapLibreMap, { clientX, clientY }: PointerEvent): boolean {
  const { left, top, right, bottom } = map.getContainer().getBoundingClientRect();
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}
