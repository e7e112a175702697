"use client";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { useMap } from "./map-context";
import type { MapRouteLook } from "./map-route";
import type { MapStop } from "./map-stop";
import { stopMarkerState } from "./marker-id";
import { emphasisLayers, stopLayers } from "./stop-marker-layers";
import { useKept } from "./use-kept";
import { useMapLayers } from "./use-map-layers";

export interface StopsLayerProps {
  /** Change the array only when a stop changes: it is sent to the worker whole. */
  readonly stops: readonly MapStop[];
  /** The looks and states of the stops' routes; changing them sends no stop again. */
  readonly routes: readonly MapRouteLook[];
  readonly selectedIds: ReadonlySet<string>;
  readonly hoveredId?: string | null;
}

/** Served stops: dots from afar, numbered markers wherever there is room, rings around the selected and the hovered. */
export function StopsLayer({ stops, routes, selectedIds, hoveredId = null }: StopsLayerProps) {
  const { theme } = useMap();
  const looks = useKept(routes, sameLooks);
  const served = useMemo(() => stops.filter(({ routeId }) => routeId !== null), [stops]);
  const byId = useMemo(() => new Map(served.map((stop) => [stop.id, stop])), [served]);

  const layers = useMemo(() => stopLayers(theme, looks), [theme, looks]);
  const selectionLayers = useMemo(() => emphasisLayers("dray-selection", theme, looks), [theme, looks]);
  const hoverLayers = useMemo(() => emphasisLayers("dray-hover", theme, looks), [theme, looks]);
  const data = useMemo(() => stopFeatures(served), [served]);
  const selected = useMemo(() => {
    const stopsOfIds = [...selectedIds].map((id) => byId.get(id)).filter((stop) => stop !== undefined);
    return stopFeatures(stopsOfIds);
  }, [selectedIds, byId]);
  const hovered = useMemo(() => {
    const stop = hoveredId === null ? undefined : byId.get(hoveredId);
    return stopFeatures(stop ? [stop] : []);
  }, [hoveredId, byId]);

  useMapLayers("dray-stops", layers, data);
  useMapLayers("dray-selection", selectionLayers, selected);
  useMapLayers("dray-hover", hoverLayers, hovered);
  return null;
}

function sameLooks(a: readonly MapRouteLook[], b: readonly MapRouteLook[]): boolean {
  return (
    a.length === b.length &&
    a.every((route, index) => {
      const other = b[index]!;
      return route.id === other.id && route.hueIndex === other.hueIndex && route.state === other.state;
    })
  );
}

/** What needs eyes first gets the room first, then the order of the day. */
function rankOf(stop: MapStop): number {
  if (stop.status === "failed") return 0;
  if (stop.late) return 1;
  if (stop.status === "next") return 2;
  return stop.status === "done" ? 900 : 10 + Math.min(800, Number.parseInt(stop.label, 10) || 0);
}

function stopFeatures(stops: readonly MapStop[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: stops.map((stop) => ({
      type: "Feature",
      properties: {
        id: stop.id,
        route: stop.routeId,
        label: stop.label,
        state: stopMarkerState(stop),
        alert: stop.late === true || stop.status === "failed",
        rank: rankOf(stop),
      },
      geometry: { type: "Point", coordinates: [stop.lng, stop.lat] },
    })),
  };
}
