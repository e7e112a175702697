"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { markerIdExpression, NEUTRAL_HUE } from "./marker-id";
import type { MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

export interface MapDepot {
  readonly id: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}

export interface DepotsLayerProps {
  readonly depots: readonly MapDepot[];
}

/** Where the vans start: a warehouse sign, with its name from zoom 11. */
export function DepotsLayer({ depots }: DepotsLayerProps) {
  const { theme } = useMap();
  const layers = useMemo(() => depotLayers(theme), [theme]);
  const data = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: depots.map(({ id, name, lng, lat }) => ({
        type: "Feature",
        properties: { id, name },
        geometry: { type: "Point", coordinates: [lng, lat] },
      })),
    }),
    [depots],
  );
  useMapLayers("dray-depots", layers, data);
  return null;
}

function depotLayers(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-depot-icon",
      type: "symbol",
      layout: {
        "icon-image": markerIdExpression("depot", theme, NEUTRAL_HUE, "-", ""),
        "icon-size": ["interpolate", ["linear"], ["zoom"], 8, 0.55, 11, 0.75, 13, 0.95],
        "icon-allow-overlap": true,
      },
    },
    {
      id: "dray-depot-name",
      type: "symbol",
      minzoom: 11,
      layout: {
        "icon-image": markerIdExpression("name", theme, NEUTRAL_HUE, "-", ["get", "name"]),
        "icon-anchor": "top",
        "icon-offset": [0, 13],
        "icon-allow-overlap": true,
      },
    },
  ];
}
