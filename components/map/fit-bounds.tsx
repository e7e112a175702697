"use client";
import { useEffect, useRef } from "react";
import { useMap } from "./map-context";

/** West, south, east, north, in degrees. */
export type ViewBounds = readonly [number, number, number, number];

export interface FitBoundsProps {
  readonly bounds: ViewBounds | undefined;
  /** The map moves when this changes and bounds are there, and never otherwise: a dispatcher's view is their own. */
  readonly fitKey: string | number;
  readonly paddingPixels?: number;
  readonly maxZoom?: number;
}

/** Brings an area into view, at once the first time and gliding after that (maplibre jumps under reduced motion). */
export function FitBounds({ bounds, fitKey, paddingPixels = 48, maxZoom = 16 }: FitBoundsProps) {
  const { map } = useMap();
  const fitted = useRef<string | number>(undefined);
  useEffect(() => {
    if (!bounds || fitted.current === fitKey) return;
    const [west, south, east, north] = bounds;
    // Panels may have just come or gone beside the map.
    map.resize();
    map.fitBounds([west, south, east, north], {
      padding: paddingPixels,
      maxZoom,
      duration: fitted.current === undefined ? 0 : 350,
    });
    fitted.current = fitKey;
  }, [map, bounds, fitKey, paddingPixels, maxZoom]);
  return null;
}
