"use client";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { alternativeLook, laneOf } from "./alternative-look";
import { useMap } from "./map-context";
import { routeLineLayers } from "./route-line-layers";
import { CASING_COLOR, INK_COLOR, lineStyle, type MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";

export interface AlternativePlan {
  /** Which of the alternative looks it wears. */
  readonly lookIndex: number;
  readonly routes: readonly {
    readonly routeId: string;
    readonly number: string;
    readonly coordinates: readonly (readonly [lng: number, lat: number])[];
  }[];
}

export interface AlternativeDoor {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
}

export interface AlternativesLayerProps {
  readonly plans: readonly AlternativePlan[];
  /** The stops, alike in all plans but for who serves them. */
  readonly doors: readonly AlternativeDoor[];
  /** This route stands out in every plan. */
  readonly highlightedRouteId: string | null;
}

const SOURCE = "dray-alternatives";
/** The others while one route is pointed at. */
const QUIET_OPACITY = 0.12;
const lane = (pixels: number): ExpressionSpecification => ["*", ["get", "lane"], pixels];
const OFFSET: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 9, lane(2), 12, lane(4), 16, lane(7)];

/** Several plans of one day over each other, each in its own look, with its letter and the route's number on every line. */
export function AlternativesLayer({ plans, doors, highlightedRouteId }: AlternativesLayerProps) {
  const { theme } = useMap();
  const layers = useMemo(() => {
    const opacity: ExpressionSpecification | number =
      highlightedRouteId === null ? 1 : ["case", ["==", ["get", "route"], highlightedRouteId], 1, QUIET_OPACITY];
    return routeLineLayers("dray-alternative", theme, opacity, { offset: OFFSET });
  }, [theme, highlightedRouteId]);
  const data = useMemo(() => alternativeFeatures(plans), [plans]);
  const doorLayers = useMemo(() => [doorLayer(theme)], [theme]);
  const doorData = useMemo(() => doorFeatures(doors), [doors]);
  useMapLayers(SOURCE, layers, data);
  useMapLayers("dray-alternative-doors", doorLayers, doorData);
  return null;
}

/** Dots of no route's hue, small enough to leave the lines in view. */
function doorLayer(theme: MapTheme): OwnLayer {
  return {
    id: "dray-alternative-door",
    type: "circle",
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 10, 1.8, 13, 3, 16, 5],
      "circle-color": INK_COLOR[theme],
      "circle-stroke-color": CASING_COLOR[theme],
      "circle-stroke-width": 1,
    },
  };
}

function doorFeatures(doors: readonly AlternativeDoor[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: doors.map(({ id, lng, lat }) => ({
      type: "Feature",
      properties: { id },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
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
