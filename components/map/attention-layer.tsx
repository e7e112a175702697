"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { markerIdExpression, NEUTRAL_HUE } from "./marker-id";
import type { MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

/** A place that needs somebody. */
export interface AttentionMark {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
}

/** A small sign beside the stop or van that needs somebody, at every zoom. */
export function AttentionLayer({ marks }: { marks: readonly AttentionMark[] }) {
  const { theme } = useMap();
  const layers = useMemo(() => attentionLayers(theme), [theme]);
  const data = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: marks.map(({ id, lng, lat }) => ({
        type: "Feature",
        properties: { id },
        geometry: { type: "Point", coordinates: [lng, lat] },
      })),
    }),
    [marks],
  );
  useMapLayers("dray-attention", layers, data);
  return null;
}

function attentionLayers(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-attention",
      type: "symbol",
      layout: {
        "icon-image": markerIdExpression("attention", theme, NEUTRAL_HUE, "-", ""),
        "icon-offset": [-12, -12],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 9, 0.8, 13, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}
