"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { INK_COLOR } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

/** An area as it is drawn: its ring of corners, filled from three on. */
export function AreaLayer({ corners }: { corners: readonly { readonly lat: number; readonly lng: number }[] }) {
  const { theme } = useMap();
  const layers = useMemo(
    (): OwnLayer[] => [
      { id: "dray-area-fill", type: "fill", paint: { "fill-color": INK_COLOR[theme], "fill-opacity": 0.12 } },
      {
        id: "dray-area-line",
        type: "line",
        layout: { "line-join": "round" },
        paint: { "line-color": INK_COLOR[theme], "line-width": 2 },
      },
    ],
    [theme],
  );
  const data = useMemo<FeatureCollection>(() => {
    if (corners.length < 2) return { type: "FeatureCollection", features: [] };
    const ring = [...corners, corners[0]!].map(({ lat, lng }) => [lng, lat]);
    return {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { id: "area" }, geometry: { type: "Polygon", coordinates: [ring] } }],
    };
  }, [corners]);
  useMapLayers("dray-area", layers, data);
  return null;
}
