"use client";
import type { FeatureCollection } from "geojson";
import { useEffect, useMemo } from "react";
import { HUE_COUNT } from "@/server/domain/plan/route-look";
import { isMapAlive, useMap } from "./map-context";
import { markerIdExpression } from "./marker-id";
import type { MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

export interface DropTag {
  readonly routeId: string;
  readonly number: string;
  /** What letting go over the route would change, in a few characters. */
  readonly change: string;
  /** A rule would break that is kept now. */
  readonly isWorse: boolean;
  readonly hueIndex: number;
  readonly lng: number;
  readonly lat: number;
}

/** While something is dragged: what each route nearby would make of it, best first where there is no room for all. */
export function DropTagsLayer({ tags }: { tags: readonly DropTag[] }) {
  const { map, theme, pace } = useMap();
  const layers = useMemo(() => tagLayers(theme), [theme]);
  const data = useMemo(() => features(tags), [tags]);
  useMapLayers("dray-drop-tags", layers, data);
  const isEmpty = tags.length === 0;
  useEffect(() => {
    if (isEmpty) return;
    const key = "dray-drop-tags/images";
    pace.forget(key);
    // Every drag has figures of its own: their pictures would pile up over a day. They go once nothing shows them.
    return () =>
      pace.change(key, () => {
        if (!isMapAlive(map)) return;
        for (const id of map.listImages()) if (id.startsWith("dray/drop/")) map.removeImage(id);
      });
  }, [map, pace, isEmpty]);
  return null;
}

function features(tags: readonly DropTag[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: tags.map(({ routeId, number, change, isWorse, hueIndex, lng, lat }, rank) => ({
      type: "Feature",
      properties: {
        id: routeId,
        route: routeId,
        hue: hueIndex % HUE_COUNT,
        state: isWorse ? "worse" : "plain",
        text: `${number}|${change}`,
        rank,
      },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}

function tagLayers(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-drop-tag",
      type: "symbol",
      layout: {
        "icon-image": markerIdExpression("drop", theme, ["get", "hue"], ["get", "state"], ["get", "text"]),
        "icon-padding": 3,
        "symbol-sort-key": ["get", "rank"],
      },
    },
  ];
}
