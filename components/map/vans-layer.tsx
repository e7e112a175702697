"use client";
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { isMapAlive, useMap } from "./map-context";
import type { MapRouteLook } from "./map-route";
import { hueIndexOf, markerIdExpression, NEUTRAL_HUE } from "./marker-id";
import type { MapTheme } from "./route-palette";
import { type OwnLayer, useMapLayers } from "./use-map-layers";
import { VanMotion } from "./van-motion";

export interface MapVan {
  /** Its route's id: a click on the van picks the route. */
  readonly routeId: string;
  readonly lat: number;
  readonly lng: number;
  readonly headingDegrees: number | null;
  /** Its position is so old that it may be anywhere: it is drawn faint, in no route's colour. */
  readonly isStale: boolean;
  /** How old, in words, where that matters; else empty. */
  readonly age: string;
}

export interface VansLayerProps {
  readonly vans: readonly MapVan[];
  readonly routes: readonly MapRouteLook[];
}

const SOURCE = "dray-vans";
const NO_FEATURES: FeatureCollection = { type: "FeatureCollection", features: [] };
/** Eight pictures a second look smooth at the speed of vans, and leave the rest of the time to everything else. */
const FRAME_MILLISECONDS = 125;

/** Where the vans are, over everything else; those in view glide from fix to fix. */
export function VansLayer({ vans, routes }: VansLayerProps) {
  const { theme } = useMap();
  const layers = useMemo(() => vanLayers(theme, routes), [theme, routes]);
  // Movements are drawn outside of the pace: they are small, many, and stop by themselves.
  useMapLayers(SOURCE, layers, NO_FEATURES);
  useGliding(vans, routes);
  return null;
}

function useGliding(vans: readonly MapVan[], routes: readonly MapRouteLook[]): void {
  const { map, pace } = useMap();
  const motion = useRef(new VanMotion());
  useEffect(() => {
    const isStill = pace.isSlow || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const hidden = new Set(routes.filter(({ state }) => state === "hidden").map(({ id }) => id));
    const shown = vans.filter(({ routeId }) => !hidden.has(routeId));
    const bounds = map.getBounds();
    const isInView = (van: MapVan) => bounds.contains([van.lng, van.lat]);
    motion.current.keepOnly(new Set(shown.map(({ routeId }) => routeId)));
    for (const van of shown) motion.current.see(van.routeId, van, performance.now(), isStill || !isInView(van));
    let timer = 0;
    const draw = () => {
      if (!isMapAlive(map)) return;
      const now = performance.now();
      const dimmed = new Set(routes.filter(({ state }) => state === "dimmed").map(({ id }) => id));
      void map.getSource<GeoJSONSource>(SOURCE)?.setData(vanFeatures(shown, dimmed, motion.current, now));
      const isGliding = !document.hidden && shown.some(({ routeId }) => motion.current.isMoving(routeId, now));
      if (isGliding) timer = window.setTimeout(() => requestAnimationFrame(draw), FRAME_MILLISECONDS);
    };
    draw();
    return () => window.clearTimeout(timer);
  }, [map, pace, vans, routes]);
}

function vanFeatures(
  vans: readonly MapVan[],
  dimmed: ReadonlySet<string>,
  motion: VanMotion,
  nowMs: number,
): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: vans.map((van) => {
      const { lat, lng } = motion.positionOf(van.routeId, nowMs) ?? van;
      return {
        type: "Feature",
        properties: {
          id: van.routeId,
          route: van.routeId,
          heading: van.headingDegrees ?? -1,
          state: van.isStale ? "stale" : "fresh",
          age: van.age,
          opacity: dimmed.has(van.routeId) ? 0.3 : van.isStale ? 0.6 : 1,
        },
        geometry: { type: "Point", coordinates: [lng, lat] },
      };
    }),
  };
}

function vanLayers(theme: MapTheme, routes: readonly MapRouteLook[]): OwnLayer[] {
  const numbers = routes.flatMap(({ id, number }) => [id, number]);
  const number = routes.length === 0 ? "" : (["match", ["get", "route"], ...numbers, ""] as never);
  const hue = ["case", ["==", ["get", "state"], "stale"], NEUTRAL_HUE, hueIndexOf(routes)] as never;
  const size = ["interpolate", ["linear"], ["zoom"], 9, 0.8, 13, 1, 17, 1.2] as never;
  const opacity = ["get", "opacity"] as never;
  const shared = { "icon-size": size, "icon-allow-overlap": true, "icon-ignore-placement": true } as const;
  return [
    {
      id: "dray-van-heading",
      type: "symbol",
      filter: ["all", [">=", ["get", "heading"], 0], ["==", ["get", "state"], "fresh"]],
      layout: {
        ...shared,
        "icon-image": markerIdExpression("heading", theme, hue, "-", ""),
        "icon-rotate": ["get", "heading"],
        "icon-rotation-alignment": "map",
      },
      paint: { "icon-opacity": opacity },
    },
    {
      id: "dray-van-icon",
      type: "symbol",
      layout: { ...shared, "icon-image": markerIdExpression("van", theme, hue, ["get", "state"], number) },
      paint: { "icon-opacity": opacity },
    },
    {
      id: "dray-van-age",
      type: "symbol",
      filter: ["!=", ["get", "age"], ""],
      layout: {
        "icon-image": markerIdExpression("name", theme, NEUTRAL_HUE, "-", ["get", "age"]),
        "icon-anchor": "top",
        "icon-offset": [0, 14],
        "icon-allow-overlap": true,
      },
    },
  ];
}
