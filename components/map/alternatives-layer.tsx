"use client";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { alternativeLook, laneOf } from "./alternative-look";
import { useMap } from "./map-context";
import { routeLineLayers } from "./route-line-layers";
import { lineStyle } from "./route-palette";
import { useMapLayers } from "./use-map-layers";

export interface AlternativePlan {
  /** Which of the alternative looks it wears. */
  readonly lookIndex: number;
  readonly routes: readonly {
    readonly routeId: string;
    readonly number: string;
    readonly coordinates: readonly (readonly [lng: number, lat: number])[];
  }[];
}

export interface AlternativesLayerProps {
  readonly plans: readonly AlternativePlan[];
  /** This route stands out in every plan. */
  readonly highlightedRouteId: string | null;
}

const SOURCE = "dray-alternatives";
/** The others while one route is pointed at. */
const QUIET_OPACITY = 0.12;
const lane = (pixels: number): ExpressionSpecification => ["*", ["get", "lane"], pixels];
const OFFSET: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 9, lane(2), 12, lane(4), 16, lane(7)];

/** Several plans of one day over each other, each in its own look, with its letter and the route's number on every line. */
export function AlternativesLayer({ plans, highlightedRouteId }: AlternativesLayerProps) {
  const { theme } = useMap();
  const layers = useMemo(() => {
    const opacity: ExpressionSpecification | number =
      highlightedRouteId === null ? 1 : ["case", ["==", ["get", "route"], highlightedRouteId], 1, QUIET_OPACITY];
    return routeLineLayers("dray-alternative", theme, opacity, true, OFFSET);
  }, [theme, highlightedRouteId]);
  const data = useMemo(() => alternativeFeatures(plans), [plans]);
  useMapLayers(SOURCE, layers, data);
  return null;
}

export function alternativeFeatures(plans: readonly AlternativePlan[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: plans.flatMap(({ lookIndex, routes }, position) => {
      const { letter, hueIndex, styleIndex } = alternativeLook(lookIndex);
      return routes.map(({ routeId, number, coordinates }) => ({
        type: "Feature" as const,
        properties: {
          id: `${letter}/${routeId}`,
          route: routeId,
          number: `${letter}${number}`,
          hue: hueIndex,
          style: lineStyle(styleIndex),
          lane: laneOf(position, plans.length),
        },
        geometry: { type: "LineString" as const, coordinates: coordinates as [number, number][] },
      }));
    }),
  };
}
