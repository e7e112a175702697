import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";
import { HUE_COUNT } from "@/server/domain/plan/route-look";
import type { MapRouteLook } from "./map-route";
import { byRoute, markerIdExpression, NOBODY } from "./marker-id";
import { CASING_COLOR, INK_COLOR, type LineStyle, type MapTheme, routeHue } from "./route-palette";
import type { OwnLayer } from "./use-map-layers";

/** The colour of a feature by its `hue` property. */
export function hueColor(theme: MapTheme): ExpressionSpecification {
  const cases = Array.from({ length: HUE_COUNT }, (_, hue) => [hue, routeHue(theme, hue)]).flat();
  return ["match", ["%", ["get", "hue"], HUE_COUNT], ...cases, INK_COLOR[theme]] as unknown as ExpressionSpecification;
}

/** A width that grows with zoom, given for zooms 9, 12, 15 and 18. */
const width = (at9: number, at12: number, at15: number, at18: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  9,
  at9,
  12,
  at12,
  15,
  at15,
  18,
  at18,
];

export interface ShownRoutes {
  /** The routes that somebody else has in hand; absent: none. */
  readonly held?: readonly MapRouteLook[];
  readonly shown?: FilterSpecification;
  /** How far beside their way lines are drawn; absent: on it. */
  readonly offset?: ExpressionSpecification;
}

type Family = "dray-route" | "dray-top" | "dray-alternative";
const NUMBERS_UNDER_STOPS_ZOOM = 13.5;
/** Only sharp turns are rounded: a join of its own at each bend of a road would triple what a line costs to draw. */
const ROUND = { "line-cap": "round", "line-join": "round", "line-round-limit": 1.6 } as const;

/**
 * The layers of one family of route lines: casing, outline, one layer per line style (caps and dashes cannot differ
 * within one), and the numbers. The top family also shows the direction. `offset` draws lines beside their way, in pixels.
 */
export function routeLineLayers(
  family: Family,
  theme: MapTheme,
  opacity: ExpressionSpecification | number,
  { held = [], shown = true, offset }: ShownRoutes,
): OwnLayer[] {
  const extra = family === "dray-top" ? 1.5 : 0;
  const only = (style: LineStyle): FilterSpecification =>
    ["all", ["==", ["get", "style"], style], shown] as FilterSpecification;
  const grown = (a: number, b: number, c: number, d: number) => width(a + extra, b + extra, c + extra, d + extra);
  const paint = (color: ExpressionSpecification | string, lineWidth: ExpressionSpecification) => ({
    "line-color": color,
    "line-opacity": opacity,
    "line-width": lineWidth,
    ...(offset && { "line-offset": offset }),
  });
  const hue = hueColor(theme);
  const line = grown(1.8, 3, 4.5, 6);
  const layers: OwnLayer[] = [
    {
      id: `${family}-casing`,
      type: "line",
      filter: shown,
      layout: ROUND,
      paint: paint(CASING_COLOR[theme], grown(3.6, 6, 8, 10)),
    },
    {
      id: `${family}-outline`,
      type: "line",
      filter: only("outlined"),
      layout: ROUND,
      paint: paint(INK_COLOR[theme], grown(3, 4.8, 6.8, 8.6)),
    },
    { id: `${family}-solid`, type: "line", filter: only("solid"), layout: ROUND, paint: paint(hue, line) },
    {
      id: `${family}-dash`,
      type: "line",
      filter: only("dash"),
      layout: { ...ROUND, "line-cap": "butt" },
      paint: { ...paint(hue, line), "line-dasharray": [3.2, 1.5] },
    },
    {
      id: `${family}-dot`,
      type: "line",
      filter: only("dot"),
      layout: ROUND,
      paint: { ...paint(hue, grown(2, 3.4, 5, 6.5)), "line-dasharray": [0.01, 1.75] },
    },
    {
      id: `${family}-double`,
      type: "line",
      filter: only("double"),
      layout: { ...ROUND, "line-cap": "butt" },
      paint: { ...paint(hue, grown(1, 1.7, 2.3, 3)), "line-gap-width": width(1.2, 1.8, 2.6, 3.4) },
    },
    {
      id: `${family}-outlined`,
      type: "line",
      filter: only("outlined"),
      layout: ROUND,
      paint: paint(hue, grown(1.4, 2.4, 4, 5.6)),
    },
    // Far out the numbers lie over the crowd of stops; near, they give way to them.
    { ...numbers(`${family}-number`, theme, opacity, { held, shown }), maxzoom: NUMBERS_UNDER_STOPS_ZOOM },
    { ...numbers(`${family}-number-near`, theme, opacity, { held, shown }), minzoom: NUMBERS_UNDER_STOPS_ZOOM },
  ];
  return family === "dray-top" ? [...layers, arrows(theme)] : layers;
}

function numbers(
  id: `${Family}-number` | `${Family}-number-near`,
  theme: MapTheme,
  opacity: ExpressionSpecification | number,
  { held = [], shown = true }: ShownRoutes,
) {
  const hue: ExpressionSpecification = ["%", ["get", "hue"], HUE_COUNT];
  const holder = byRoute(held, ({ heldBy }) => heldBy ?? NOBODY, NOBODY);
  return {
    id,
    type: "symbol",
    filter: shown,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": ["interpolate", ["linear"], ["zoom"], 12, 260, 16, 480],
      "icon-image": markerIdExpression("number", theme, hue, holder, ["get", "number"]),
      "icon-rotation-alignment": "viewport",
      "icon-padding": 6,
    },
    paint: { "icon-opacity": opacity },
  } satisfies OwnLayer;
}

function arrows(theme: MapTheme): OwnLayer {
  return {
    id: "dray-top-arrow",
    type: "symbol",
    minzoom: 11,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 70,
      "icon-image": markerIdExpression("arrow", theme, 0, "-", ""),
      "icon-rotation-alignment": "map",
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
}
