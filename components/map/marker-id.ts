import type { ExpressionSpecification } from "maplibre-gl";
import { HUE_COUNT } from "@/server/domain/plan/route-look";
import type { MapRouteLook } from "./map-route";
import type { MapStop } from "./map-stop";
import type { MapTheme } from "./route-palette";

/**
 * The name of a marker says all there is to draw: `dray/<kind>/<theme>/<hue>/<state>/<text>`. Layers build it with an
 * expression, so changing the theme or a hue never re-sends features.
 */
export interface MarkerName {
  readonly kind: "stop" | "number" | "pool" | "depot" | "name" | "arrow" | "drop" | "van" | "heading" | "attention";
  readonly theme: MapTheme;
  /** `NEUTRAL_HUE` for things of no route. */
  readonly hueIndex: number;
  readonly state: string;
  readonly text: string;
}

export const NEUTRAL_HUE = HUE_COUNT;
/** The state of a route's number while nobody else has the route in hand; otherwise it is their initials. */
export const NOBODY = "-";

export function parseMarkerId(id: string): MarkerName {
  const [, kind, theme, hue, state, ...text] = id.split("/");
  return {
    kind: kind as MarkerName["kind"],
    theme: theme as MapTheme,
    hueIndex: Number(hue),
    state: state ?? "",
    // The text comes last because it alone may hold a slash.
    text: text.join("/"),
  };
}

/** What a stop's marker shows besides its route: `planned`, `next+late`, `planned+late+locked` … */
export function stopMarkerState({ status, late, locked }: Pick<MapStop, "status" | "late" | "locked">): string {
  return [status, ...(late ? ["late"] : []), ...(locked ? ["locked"] : [])].join("+");
}

/** The hue index of a feature by its `route` property. */
export function hueIndexOf(routes: readonly MapRouteLook[]): ExpressionSpecification | number {
  return byRoute(routes, ({ hueIndex }) => hueIndex % HUE_COUNT, NEUTRAL_HUE);
}

/** Picks a value by the `route` property. An empty `match` is invalid, so without routes the fallback stands alone. */
export function byRoute<T extends string | number>(
  routes: readonly MapRouteLook[],
  value: (route: MapRouteLook) => T,
  fallback: T,
): ExpressionSpecification | T {
  if (routes.length === 0) return fallback;
  const cases = routes.flatMap((route) => [route.id, value(route)]);
  return ["match", ["get", "route"], ...cases, fallback] as unknown as ExpressionSpecification;
}

export function markerIdExpression(
  kind: MarkerName["kind"],
  theme: MapTheme,
  hue: ExpressionSpecification | number,
  state: ExpressionSpecification | string,
  text: ExpressionSpecification | string,
): ExpressionSpecification {
  return ["concat", `dray/${kind}/${theme}/`, ["to-string", hue], "/", state, "/", text];
}
