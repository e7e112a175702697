import type { Map as MapLibreMap } from "maplibre-gl";
import { pointsInPolygon, type ScreenPoint } from "./points-in-polygon";

export interface SelectablePoint {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
}

export interface AreaSelection {
  readonly ids: string[];
  /** Ctrl or Cmd was held: add to the selection rather than replace it. */
  readonly additive: boolean;
}

/** The ids of the points that lie, as now shown, inside a polygon drawn on the screen. */
export function selectPoints(
  map: MapLibreMap,
  points: readonly SelectablePoint[],
  polygon: readonly ScreenPoint[],
): string[] {
  return pointsInPolygon(points.map(projectorOf(map)), polygon).map((index) => points[index]!.id);
}

/**
 * Where points lie on the screen. On a flat map that looks north, as ours does unless a configured style says otherwise,
 * screen and Mercator differ by scale and offset only: thousands of points then cost a tenth of the map's own way.
 */
function projectorOf(map: MapLibreMap): (point: SelectablePoint) => ScreenPoint {
  const projection = map.getProjection()?.type ?? "mercator";
  const isFlat = projection === "mercator" && map.getPitch() === 0 && map.getBearing() === 0;
  if (!isFlat) return ({ lng, lat }) => map.project([lng, lat]);
  const { lng, lat } = map.getCenter();
  const centre = map.project([lng, lat]);
  const pixelsPerDegree = map.project([lng + 1, lat]).x - centre.x;
  const pixelsPerRadian = (pixelsPerDegree * 180) / Math.PI;
  const centreHeight = mercatorHeight(lat);
  return (point) => ({
    x: centre.x + (point.lng - lng) * pixelsPerDegree,
    y: centre.y - (mercatorHeight(point.lat) - centreHeight) * pixelsPerRadian,
  });
}

/** A latitude's distance from the equator on a Mercator map, in radians of the equator. */
function mercatorHeight(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180));
}
