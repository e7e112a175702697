"use client";
import type { Map as MapLibreMap } from "maplibre-gl";
import { createContext, use } from "react";
import type { MapPace } from "./map-pace";
import type { MapTheme } from "./route-palette";

export interface MapHandle {
  readonly map: MapLibreMap;
  readonly theme: MapTheme;
  /** When what has changed is put on the map. */
  readonly pace: MapPace;
}

export const MapContext = createContext<MapHandle | undefined>(undefined);

/** The map a layer draws on. Layers are children of `MapCanvas`, which mounts them once the map can take them. */
export function useMap(): MapHandle {
  const handle = use(MapContext);
  if (!handle) throw new Error("A map layer must be a child of MapCanvas");
  return handle;
}

/** False once the canvas has disposed of the map: a parent's clean-up runs before its layers' own. */
export function isMapAlive(map: MapLibreMap): boolean {
  return map.style !== undefined;
}
