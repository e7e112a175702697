"use client";
import { useEffect, useRef } from "react";
import { useMap } from "./map-context";

/** West, south, east, north, in degrees. */
export type ViewBounds = readonly [number, number, number, number];

export interface FitBoundsProps {
  /** A function is asked only when the map is to move. */
  readonly bounds: ViewBounds | undefined | (() => ViewBounds | undefined);
  /** The map moves when this changes and bounds are there, and never otherwise: a dispatcher's view is their own. */
  readonly fitKey: string | number;
  readonly paddingPixels?: number;
  readonly maxZoom?: number;
}

/** Brings an area into view, at once the first time and where frames are slow, else gliding (never under reduced motion). */
export function FitBounds({ bounds, fitKey, paddingPixels = 48, maxZoom = 16 }: FitBoundsProps) {
  const { map, pace } = useMap();
  const fitted = useRef<string | number>(undefined);
  useEffect(() => {
    if (fitted.current === fitKey) return;
    const box = typeof bounds === "function" ? bounds() : bounds;
    if (!box) return;
    const [west, south, east, north] = box;
    const isFirst = fitted.current === undefined;
    fitted.current = fitKey;
    const move = () => {
      // Panels may have just come or gone beside the map.
      map.resize();
      const duration = isFirst || pace.isSlow ? 0 : 350;
      map.fitBounds([west, south, east, north], { padding: paddingPixels, maxZoom, duration });
    };
    if (isFirst) move();
    else pace.change("fit", move);
  }, [map, pace, bounds, fitKey, paddingPixels, maxZoom]);
  return null;
}
