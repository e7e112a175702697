"use client";
import type { MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMap } from "./map-context";
import { type MapPick, pickAtPoint } from "./pick-at-point";

export interface PickModifiers {
  /** Ctrl or Cmd: add to or take from the selection. */
  readonly toggle: boolean;
  /** Shift: extend the selection. */
  readonly extend: boolean;
}

export interface MapPickHandlers {
  /** A click; null on bare ground. */
  readonly onPick?: (pick: MapPick | null, modifiers: PickModifiers) => void;
  /** Called only when what is under the pointer changes. */
  readonly onHover?: (pick: MapPick | null) => void;
  /** The secondary button or a long press; positions are of the window, for a menu. */
  readonly onMenu?: (pick: MapPick | null, at: { clientX: number; clientY: number }) => void;
}

/** Tells what the pointer clicks, rests on, or asks a menu for. */
export function useMapPick(handlers: MapPickHandlers): void {
  const { map } = useMap();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    const surface = map.getCanvasContainer();
    let frame = 0;
    let hovered: MapPick | null = null;
    const hover = (pick: MapPick | null) => {
      surface.dataset.hover = pick?.kind ?? "none";
      if (pick?.id === hovered?.id && pick?.kind === hovered?.kind) return;
      hovered = pick;
      latest.current.onHover?.(pick);
    };
    const onMove = (event: MapMouseEvent) => {
      cancelAnimationFrame(frame);
      // While the map moves, a button is down or a tool is out, nothing is being pointed at.
      if (map.isMoving() || event.originalEvent.buttons !== 0 || surface.dataset.tool) return;
      frame = requestAnimationFrame(() => hover(pickAtPoint(map, event.point)));
    };
    const onOut = () => {
      cancelAnimationFrame(frame);
      hover(null);
    };
    const onClick = ({ point, originalEvent }: MapMouseEvent) => {
      // A click on the pin bubbles up here too.
      if (originalEvent.target !== map.getCanvas() || surface.dataset.tool) return;
      const toggle = originalEvent.ctrlKey || originalEvent.metaKey;
      latest.current.onPick?.(pickAtPoint(map, point), { toggle, extend: originalEvent.shiftKey });
    };
    const onMenu = (event: MapMouseEvent) => {
      event.preventDefault();
      latest.current.onMenu?.(pickAtPoint(map, event.point), event.originalEvent);
    };
    const subscriptions = [
      map.on("mousemove", onMove),
      map.on("mouseout", onOut),
      map.on("click", onClick),
      map.on("contextmenu", onMenu),
    ];
    return () => {
      cancelAnimationFrame(frame);
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [map]);
}
