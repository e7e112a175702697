import type { Size } from "./draw-shapes";
import { MAP_FONTS } from "./load-maplibre";
import { NEUTRAL_HUE } from "./marker-id";
import { INK_COLOR, type MapTheme, routeHue } from "./route-palette";

/** A marker as it is painted on a canvas of its own. */
export interface MarkerDrawing {
  /** In CSS pixels. */
  measure(context: CanvasRenderingContext2D): Size;
  draw(context: CanvasRenderingContext2D, width: number, height: number): void;
}

const FAMILY = MAP_FONTS.map((name) => (name === "sans-serif" ? name : `"${name}"`)).join(", ");
/** The map's letters, in CSS pixels. */
export const font = (weight: number, size: number) => `${weight} ${size}px ${FAMILY}`;

/** Of a route's number, wherever it stands. */
export const PLATE_FONT = font(700, 11);

/** A route's hue; what belongs to no route is ink. */
export function markerColor(theme: MapTheme, hueIndex: number): string {
  return hueIndex >= NEUTRAL_HUE ? INK_COLOR[theme] : routeHue(theme, hueIndex);
}
