"use client";
import type { FeatureCollection } from "geojson";
import type { FilterSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { HUE_COUNT } from "@/server/domain/plan/route-look";
import { useMap } from "./map-context";
import { markerIdExpression } from "./marker-id";
import { hueColor } from "./route-line-layers";
import { CASING_COLOR, INK_COLOR, type MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

export interface GhostLine {
  readonly id: string;
  readonly coordinates: readonly (readonly [lng: number, lat: number])[];
  readonly hueIndex: number;
  /** A way a drop would add, one that would no longer be driven, or a whole route as it would be. */
  readonly kind: "added" | "removed" | "proposed";
}

export interface GhostStop {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
  readonly label: string;
  /** The hue of the route it would join; absent while over none. */
  readonly hueIndex?: number;
}

export interface GhostLayerProps {
  readonly lines?: readonly GhostLine[];
  /** What is under the pointer while dragging, or would land there. */
  readonly stops?: readonly GhostStop[];
}

const NONE: readonly never[] = [];

/** What a change would do, before it is done: dashed or full lines to come, dotted ones to go, and the stops on the move. */
export function GhostLayer({ lines = NONE, stops = NONE }: GhostLayerProps) {
  const { theme } = useMap();
  const lineLayers = useMemo(() => ghostLineLayers(theme), [theme]);
  const stopLayers = useMemo(() => ghostStopLayers(theme), [theme]);
  const lineData = useMemo(() => lineFeatures(lines), [lines]);
  const stopData = useMemo(() => stopFeatures(stops), [stops]);
  useMapLayers("dray-ghost-lines", lineLayers, lineData);
  useMapLayers("dray-ghost-stops", stopLayers, stopData);
  return null;
}

function lineFeatures(lines: readonly GhostLine[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: lines.map(({ id, kind, hueIndex, coordinates }) => ({
      type: "Feature",
      properties: { id, kind, hue: hueIndex },
      geometry: { type: "LineString", coordinates: coordinates as [number, number][] },
    })),
  };
}

function stopFeatures(stops: readonly GhostStop[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: stops.map(({ id, label, hueIndex, lng, lat }) => ({
      type: "Feature",
      properties: { id, label, hue: hueIndex === undefined ? HUE_COUNT : hueIndex % HUE_COUNT },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}

/** Only sharp turns are rounded: a join of its own at each bend of a road would triple what a line costs to draw. */
const ROUND = { "line-cap": "round", "line-join": "round", "line-round-limit": 1.6 } as const;

function ghostLineLayers(theme: MapTheme): OwnLayer[] {
  const kind = (value: GhostLine["kind"]): FilterSpecification => ["==", ["get", "kind"], value];
  return [
    {
      id: "dray-ghost-casing",
      type: "line",
      filter: ["!=", ["get", "kind"], "removed"],
      layout: ROUND,
      paint: { "line-color": CASING_COLOR[theme], "line-width": ["match", ["get", "kind"], "added", 8, 6] },
    },
    {
      id: "dray-ghost-proposed",
      type: "line",
      filter: kind("proposed"),
      layout: ROUND,
      paint: { "line-color": hueColor(theme), "line-width": 3.5 },
    },
    {
      id: "dray-ghost-removed",
      type: "line",
      filter: kind("removed"),
      layout: ROUND,
      paint: { "line-color": INK_COLOR[theme], "line-width": 2, "line-opacity": 0.55, "line-dasharray": [0.01, 2.5] },
    },
    {
      id: "dray-ghost-added",
      type: "line",
      filter: kind("added"),
      layout: { ...ROUND, "line-cap": "butt" },
      paint: { "line-color": hueColor(theme), "line-width": 4.5, "line-dasharray": [1.6, 1] },
    },
  ];
}

function ghostStopLayers(theme: MapTheme): OwnLayer[] {
  return [
    {
      id: "dray-ghost-stop",
      type: "symbol",
      layout: {
        "icon-image": markerIdExpression("stop", theme, ["get", "hue"], "planned+selected", ["get", "label"]),
        "icon-size": 1.25,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}
