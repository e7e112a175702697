"use client";
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import { type RefObject, useEffect, useRef } from "react";
import { onLongPress } from "./long-press";
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

/**
 * Drags stops, served or not, off their place on the map; a press anywhere else still pans. A finger picks a stop up by
 * resting on it, and pans when it moves at once.
 */
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
      if (button !== 0 || shiftKey || ctrlKey || metaKey) return;
      const pressed = stopAt(map, event, latest.current);
      if (!pressed) return;
      event.preventDefault();
      stop = startDrag(map, pressed, event.originalEvent, latest);
    };
    const onTouch = (event: MapTouchEvent) => {
      stop();
      const finger = event.originalEvent.touches[0];
      const pressed = event.points.length === 1 ? stopAt(map, event, latest.current) : null;
      if (!finger || !pressed) return;
      // The long press picks the stop up here; to the page around it must not also mean "menu".
      event.originalEvent.stopPropagation();
      stop = onLongPress(finger, () => {
        const release = holdStill(map);
        const stopDrag = startDrag(map, pressed, finger, latest);
        stop = () => {
          release();
          stopDrag();
        };
      });
    };
    const subscriptions = [map.on("mousedown", onPress), map.on("touchstart", onTouch)];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      stop();
    };
  }, [map]);
}

function stopAt(
  map: MapLibreMap,
  { point, originalEvent }: Pick<MapMouseEvent, "point"> & { originalEvent: Event },
  { enabled }: DragStopHandlers,
): MapPick | null {
  // The pin's own drag bubbles up here too; and a drawing tool owns the pointer while it is out.
  const isElsewhere = originalEvent.target !== map.getCanvas() || map.getCanvasContainer().dataset.tool;
  return enabled === false || isElsewhere
    ? null
    : pointAt(map, point, ({ kind }) => kind === "stop" || kind === "pool");
}

/** Keeps the map where it is, and its menu away, until the finger is lifted or the result is called. */
function holdStill(map: MapLibreMap): () => void {
  const ends = new AbortController();
  const release = () => {
    if (ends.signal.aborted) return;
    ends.abort();
    map.dragPan.enable();
    map.touchZoomRotate.enable();
    map.touchZoomRotate.disableRotation();
  };
  map.dragPan.disable();
  map.touchZoomRotate.disable();
  navigator.vibrate?.(10);
  const options = { signal: ends.signal, capture: true };
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, release, options);
  const onMenu = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("contextmenu", onMenu, options);
  return release;
}

function startDrag(
  map: MapLibreMap,
  pressed: MapPick,
  event: { clientX: number; clientY: number },
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
