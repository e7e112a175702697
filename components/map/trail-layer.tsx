"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import { CASING_COLOR, INK_COLOR } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

/** Where one van has been, as it was measured: a dotted line in ink, of no route's style. */
export function TrailLayer({ points }: { points: readonly { readonly lat: number; readonly lng: number }[] }) {
  const { theme } = useMap();
  const layers = useMemo(
    (): OwnLayer[] => [
      {
        id: "dray-trail-casing",
        type: "line",
        layout: { "line-cap": "round" },
        paint: { "line-color": CASING_COLOR[theme], "line-width": 5, "line-opacity": 0.8 },
      },
      {
        id: "dray-trail",
        type: "line",
        layout: { "line-cap": "round" },
        paint: { "line-color": INK_COLOR[theme], "line-width": 2.5, "line-dasharray": [0, 2] },
      },
    ],
    [theme],
  );
  const data = useMemo<FeatureCollection>(() => {
    if (points.length < 2) return { type: "FeatureCollection", features: [] };
    const coordinates = points.map(({ lat, lng }) => [lng, lat]);
    return {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { id: "trail" }, geometry: { type: "LineString", coordinates } }],
    };
  }, [points]);
  useMapLayers("dray-trail-line", layers, data);
  return null;
}
