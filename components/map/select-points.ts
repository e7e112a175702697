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
  const positions = points.map(({ lng, lat }) => map.project([lng, lat]));
  return pointsInPolygon(positions, polygon).map((index) => points[index]!.id);
}
