"use client";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { useMap } from "./map-context";
import { DIMMED_OPACITY, idsIn, type MapRoute } from "./map-route";
import { routeLineLayers } from "./route-line-layers";
import { lineStyle } from "./route-palette";
import { useKept } from "./use-kept";
import { useMapLayers } from "./use-map-layers";

export interface RoutesLayerProps {
  readonly routes: readonly MapRoute[];
}

const SOURCE = "dray-routes";
const TOP_SOURCE = "dray-routes-top";
const OPACITY: ExpressionSpecification = ["case", ["boolean", ["feature-state", "dimmed"], false], DIMMED_OPACITY, 1];

/** Route lines with their numbers. Highlighted routes are drawn again above the rest, from a small source of their own. */
export function RoutesLayer({ routes }: RoutesLayerProps) {
  const { map, theme, pace } = useMap();
  const hidden = useKept(idsIn(routes, "hidden"), sameItems);
  const dimmed = useKept(idsIn(routes, "dimmed"), sameItems);
  const highlighted = useKept(idsIn(routes, "highlighted"), sameItems);
  const held = useKept(
    routes.filter((route) => route.heldBy),
    sameHolders,
  );
  // Lines are heavy to hand to the worker: they go again only when a line or its look changes, not its state.
  const lines = useKept(routes, sameLines);

  const layers = useMemo(
    () =>
      routeLineLayers("dray-route", theme, OPACITY, {
        held,
        shown: ["!", ["in", ["get", "route"], ["literal", [...hidden]]]],
      }),
    [theme, hidden, held],
  );
  const topLayers = useMemo(() => routeLineLayers("dray-top", theme, 1, { held }), [theme, held]);
  const data = useMemo(() => routeFeatures(lines), [lines]);
  const topData = useMemo(
    () => routeFeatures(lines.filter(({ id }) => highlighted.includes(id))),
    [lines, highlighted],
  );
  useMapLayers(SOURCE, layers, data);
  useMapLayers(TOP_SOURCE, topLayers, topData);

  const drawnDimmed = useRef<readonly string[]>([]);
  useEffect(() => {
    if (drawnDimmed.current.length === 0 && dimmed.length === 0) return;
    pace.change(`${SOURCE}/dimmed`, () => {
      for (const id of drawnDimmed.current)
        if (!dimmed.includes(id)) map.removeFeatureState({ source: SOURCE, id }, "dimmed");
      for (const id of dimmed)
        if (!drawnDimmed.current.includes(id)) map.setFeatureState({ source: SOURCE, id }, { dimmed: true });
      drawnDimmed.current = dimmed;
    });
    return () => pace.forget(`${SOURCE}/dimmed`);
  }, [map, pace, dimmed]);
  return null;
}

const sameItems = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const sameHolders = (a: readonly MapRoute[], b: readonly MapRoute[]) =>
  a.length === b.length && a.every(({ id, heldBy }, index) => id === b[index]!.id && heldBy === b[index]!.heldBy);

function sameLines(a: readonly MapRoute[], b: readonly MapRoute[]): boolean {
  return (
    a.length === b.length &&
    a.every((route, index) => {
      const other = b[index]!;
      return (
        route.id === other.id &&
        route.number === other.number &&
        route.hueIndex === other.hueIndex &&
        route.styleIndex === other.styleIndex &&
        route.coordinates === other.coordinates
      );
    })
  );
}

function routeFeatures(routes: readonly MapRoute[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: routes
      .filter(({ coordinates }) => coordinates.length > 1)
      .map((route) => ({
        type: "Feature",
        properties: {
          id: route.id,
          route: route.id,
          number: route.number,
          hue: route.hueIndex,
          style: lineStyle(route.styleIndex),
        },
        geometry: { type: "LineString", coordinates: route.coordinates as [number, number][] },
      })),
  };
}
