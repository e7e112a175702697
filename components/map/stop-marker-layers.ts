import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";
import { DIMMED_OPACITY, idsIn, type MapRouteLook, type RouteState } from "./map-route";
import { DOTS_BELOW_ZOOM, LABELS_FROM_ZOOM } from "./map-stop";
import { byRoute, hueIndexOf, markerIdExpression } from "./marker-id";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, type MapTheme, routeHue } from "./route-palette";
import type { OwnLayer } from "./use-map-layers";

/** Dots are 4 px wide below the dot zoom and never grow past the marker that may cover them. */
const DOT_RADIUS: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["zoom"],
  DOTS_BELOW_ZOOM - 0.01,
  2,
  DOTS_BELOW_ZOOM,
  2.6,
  13,
  4,
  15,
  5.5,
  18,
  7,
];

const MARKER_SIZE: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 12, 0.9, 14, 1, 17, 1.15];

function shownFilter(routes: readonly MapRouteLook[], ...alsoWithout: RouteState[]): FilterSpecification {
  const without = [...idsIn(routes, "hidden"), ...alsoWithout.flatMap((state) => idsIn(routes, state))];
  return ["!", ["in", ["get", "route"], ["literal", without]]];
}

function opacityOf(routes: readonly MapRouteLook[]): ExpressionSpecification | number {
  return byRoute(routes, ({ state }) => (state === "dimmed" ? DIMMED_OPACITY : 1), 1);
}

function dotColor(theme: MapTheme, routes: readonly MapRouteLook[]): ExpressionSpecification | string {
  return byRoute(routes, ({ hueIndex }) => routeHue(theme, hueIndex), INK_COLOR[theme]);
}

function markerImage(theme: MapTheme, routes: readonly MapRouteLook[], selected = false): ExpressionSpecification {
  const state: ExpressionSpecification = selected ? ["concat", ["get", "state"], "+selected"] : ["get", "state"];
  return markerIdExpression("stop", theme, hueIndexOf(routes), state, ["get", "label"]);
}

/** All stops: a dot each, and from the label zoom a numbered marker for as many as fit without overlap. */
export function stopLayers(theme: MapTheme, routes: readonly MapRouteLook[]): OwnLayer[] {
  const opacity = opacityOf(routes);
  const dimmedFirst = byRoute(routes, ({ state }) => (state === "dimmed" ? -1000 : 0), 0);
  return [
    {
      id: "dray-stop-dot",
      type: "circle",
      filter: shownFilter(routes),
      layout: { "circle-sort-key": ["+", ["case", ["get", "alert"], 1, 0], dimmedFirst] },
      paint: {
        "circle-radius": DOT_RADIUS,
        "circle-color": dotColor(theme, routes),
        "circle-opacity": opacity,
        "circle-stroke-color": ["case", ["get", "alert"], ALERT_COLOR[theme], CASING_COLOR[theme]],
        "circle-stroke-width": [
          "step",
          ["zoom"],
          ["case", ["get", "alert"], 1.25, 0.5],
          12,
          ["case", ["get", "alert"], 2, 1.25],
        ],
        "circle-stroke-opacity": opacity,
      },
    },
    {
      id: "dray-stop-icon",
      type: "symbol",
      minzoom: LABELS_FROM_ZOOM,
      // Numbers of what was pushed back are noise; their dots stay.
      filter: shownFilter(routes, "dimmed"),
      layout: {
        "icon-image": markerImage(theme, routes),
        "icon-size": MARKER_SIZE,
        // The image has a margin for badges; neighbours may share it.
        "icon-padding": -4,
        "symbol-sort-key": ["get", "rank"],
      },
    },
  ];
}

/** Selected or hovered stops: a strong ring at every zoom, and their markers before any other's. */
export function emphasisLayers(
  family: "dray-selection" | "dray-hover",
  theme: MapTheme,
  routes: readonly MapRouteLook[],
): OwnLayer[] {
  const hover = family === "dray-hover";
  return [
    {
      id: `${family}-ring`,
      type: "circle",
      filter: shownFilter(routes),
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          9,
          hover ? 4 : 2.4,
          11,
          hover ? 5 : 3,
          13,
          hover ? 6 : 4,
          18,
          7,
        ],
        "circle-color": dotColor(theme, routes),
        "circle-stroke-color": INK_COLOR[theme],
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 9, 1.25, 12, 2],
      },
    },
    {
      id: `${family}-icon`,
      type: "symbol",
      minzoom: LABELS_FROM_ZOOM,
      filter: shownFilter(routes),
      layout: {
        "icon-image": markerImage(theme, routes, true),
        "icon-size": MARKER_SIZE,
        "icon-padding": -4,
        "icon-allow-overlap": hover,
        "symbol-sort-key": ["get", "rank"],
      },
    },
  ];
}
