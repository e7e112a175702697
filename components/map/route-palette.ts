import { HUE_COUNT } from "@/server/domain/plan/route-look";

export type MapTheme = "light" | "dark";

/**
 * Route hues per theme. Chosen so that any two, and each against the alert colour, stay at least ΔE00 12 apart for
 * normal, protan, deutan and tritan vision, and 3:1 against the basemap; `route-palette.test.ts` recomputes both.
 */
export const ROUTE_HUES: Record<MapTheme, readonly string[]> = {
  light: ["#6655bb", "#663355", "#009999", "#3300aa", "#770022", "#ff3388", "#8877ff", "#337766"],
  dark: ["#55ffff", "#9955ff", "#eeee00", "#cceebb", "#aa6699", "#668800", "#77bbaa", "#bb99dd"],
};

/** Kept for "needs you now": late, failed. No route ever wears it. */
export const ALERT_COLOR: Record<MapTheme, string> = { light: "#c8102e", dark: "#ff5c5c" };

/** The land colour of the basemap, which every hue is checked against. */
export const LAND_COLOR: Record<MapTheme, string> = { light: "#f2f0ec", dark: "#1b2028" };

/** The casing that lifts lines and stops off the basemap and off each other. */
export const CASING_COLOR: Record<MapTheme, string> = { light: "#ffffff", dark: "#0f131a" };

/** Neutral ink: depots, unassigned stops, selection rings. */
export const INK_COLOR: Record<MapTheme, string> = { light: "#1d232c", dark: "#f1f4f8" };

export const LINE_STYLES = ["solid", "dash", "dot", "double", "outlined"] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

/** The colour of a hue in a theme; indexes past the end wrap around. */
export function routeHue(theme: MapTheme, hueIndex: number): string {
  return ROUTE_HUES[theme][hueIndex % HUE_COUNT]!;
}

/** The line style of an index; indexes past the end wrap around. */
export function lineStyle(styleIndex: number): LineStyle {
  return LINE_STYLES[styleIndex % LINE_STYLES.length]!;
}

/** WCAG 2 relative luminance of `#rrggbb`. */
export function relativeLuminance(hex: string): number {
  const channel = (offset: number) => {
    const value = Number.parseInt(hex.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [low, high] = [relativeLuminance(a), relativeLuminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** White or near-black, whichever reads better on the colour. */
export function inkOn(hex: string): string {
  return contrastRatio(hex, "#ffffff") >= contrastRatio(hex, "#07090c") ? "#ffffff" : "#07090c";
}
