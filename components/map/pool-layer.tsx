"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { DOTS_BELOW_ZOOM } from "./map-stop";
import { markerIdExpression, NEUTRAL_HUE } from "./marker-id";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, type MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

export interface MapPoolStop {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
  /** Something keeps it from being planned: no route can take it, or its place is in doubt. */
  readonly problem?: boolean;
}

export interface PoolLayerProps {
  /** Change the array only when a stop changes: it is sent to the worker whole. */
  readonly stops: readonly MapPoolStop[];
  readonly selectedIds: ReadonlySet<string>;
  readonly hoveredId?: string | null;
}

/** Unassigned stops: hollow diamonds in ink, of no route's hue; hollow dots from afar. */
export function PoolLayer({ stops, selectedIds, hoveredId = null }: PoolLayerProps) {
  const { theme } = useMap();
  const layers = useMemo(() => poolLayers(theme), [theme]);
  const emphasis = useMemo(() => emphasisLayer(theme), [theme]);
  const data = useMemo(() => features(stops), [stops]);
  const marked = useMemo(
    () => features(stops.filter(({ id }) => selectedIds.has(id) || id === hoveredId)),
    [stops, selectedIds, hoveredId],
  );
  useMapLayers("dray-pool", layers, data);
  useMapLayers("dray-pool-marked", emphasis, marked);
  return null;
}

function features(stops: readonly MapPoolStop[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: stops.map(({ id, lng, lat, problem = false }) => ({
      type: "Feature",
      properties: { id, state: problem ? "problem" : "plain", alert: problem },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}

function poolLayers(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-pool-dot",
      type: "circle",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 10, 1.7, 12, 2.4],
        "circle-color": CASING_COLOR[theme],
        "circle-stroke-color": ["case", ["get", "alert"], ALERT_COLOR[theme], INK_COLOR[theme]],
        "circle-stroke-width": 1.2,
      },
    },
    {
      id: "dray-pool-icon",
      type: "symbol",
      minzoom: DOTS_BELOW_ZOOM,
      layout: {
        "icon-image": markerIdExpression("pool", theme, NEUTRAL_HUE, ["get", "state"], ""),
        "icon-size": ["interpolate", ["linear"], ["zoom"], 11, 0.55, 13, 0.8, 15, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["case", ["get", "alert"], 1, 0],
      },
    },
  ];
}

function emphasisLayer(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-pool-ring",
      type: "circle",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 9, 4, 11, 6, 13, 9.5, 15, 12],
        "circle-color": CASING_COLOR[theme],
        "circle-opacity": 0.55,
        "circle-stroke-color": INK_COLOR[theme],
        "circle-stroke-width": 2,
      },
    },
  ];
}
