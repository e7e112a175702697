"use client";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { type MapDropPlace, routeAtPoint } from "./map-drop-target";

export interface MapDropTarget {
  /** The element to register with the drag-and-drop library. */
  readonly element: HTMLElement;
  /** What a drag coming from a list or the timeline is over, by its position in the window. */
  routeAtPoint(clientX: number, clientY: number, draggedIds?: ReadonlySet<string>): MapDropPlace | null;
  /** The position on the ground, `[lng, lat]`. */
  groundAtPoint(clientX: number, clientY: number): readonly [lng: number, lat: number];
}

/** Lets drags that began outside the map land on it. */
export function useMapDropTarget(): MapDropTarget {
  const { map } = useMap();
  return useMemo(
    () => ({
      element: map.getContainer(),
      routeAtPoint: (clientX, clientY, draggedIds) => routeAtPoint(map, { clientX, clientY }, draggedIds),
      groundAtPoint: (clientX, clientY) => {
        const { left, top } = map.getContainer().getBoundingClientRect();
        const { lng, lat } = map.unproject([clientX - left, clientY - top]);
        return [lng, lat];
      },
    }),
    [map],
  );
}
