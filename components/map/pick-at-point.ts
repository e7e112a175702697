import type { MapGeoJSONFeature, Map as MapLibreMap } from "maplibre-gl";
import type { LayerId } from "./layer-order";
import type { ScreenPoint } from "./points-in-polygon";

export interface MapPick {
  readonly kind: "stop" | "pool" | "depot" | "route";
  readonly id: string;
  /** The route of a stop or a line; null for what belongs to none. */
  readonly routeId: string | null;
}

/** Stops are small; WCAG 2.5.8 wants 24 px to aim at. */
export const STOP_HIT_RADIUS = 12;
export const LINE_HIT_RADIUS = 6;

const POINT_KINDS: Partial<Record<LayerId, MapPick["kind"]>> = {
  "dray-alternative-door": "stop",
  "dray-stop-dot": "stop",
  "dray-stop-icon": "stop",
  "dray-selection-ring": "stop",
  "dray-selection-icon": "stop",
  "dray-pool-dot": "pool",
  "dray-pool-icon": "pool",
  "dray-depot-icon": "depot",
  // A van stands for its route, whose id its feature has.
  "dray-van-icon": "route",
};

const LINE_LAYERS: LayerId[] = [
  "dray-alternative-casing",
  "dray-alternative-number",
  "dray-alternative-number-near",
  "dray-route-casing",
  "dray-top-casing",
  "dray-route-number",
  "dray-top-number",
  "dray-route-number-near",
  "dray-top-number-near",
  "dray-drop-tag",
];

type Query = (map: MapLibreMap, point: ScreenPoint, isWanted?: (pick: MapPick) => boolean) => MapPick | null;

/** What lies under a position on the map: the nearest stop or depot within reach, else a route line. */
export const pickAtPoint: Query = (map, point, isWanted) =>
  pointAt(map, point, isWanted) ?? lineAt(map, point, LINE_HIT_RADIUS, isWanted);

/** The nearest stop, pool stop or depot within the hit radius. */
export const pointAt: Query = (map, point, isWanted = () => true) => {
  let nearest: { pick: MapPick; distance: number } | null = null;
  for (const feature of around(map, point, STOP_HIT_RADIUS, Object.keys(POINT_KINDS))) {
    const kind = POINT_KINDS[feature.layer.id as LayerId];
    if (!kind || feature.geometry.type !== "Point") continue;
    const pick = { kind, id: String(feature.properties.id), routeId: routeOf(feature) };
    const at = map.project(feature.geometry.coordinates as [number, number]);
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if ((!nearest || distance < nearest.distance) && isWanted(pick)) nearest = { pick, distance };
  }
  return nearest?.pick ?? null;
};

/** The topmost route line within a radius. */
export function lineAt(
  map: MapLibreMap,
  point: ScreenPoint,
  radius: number,
  isWanted: (pick: MapPick) => boolean = () => true,
): MapPick | null {
  for (const feature of around(map, point, radius, LINE_LAYERS)) {
    const routeId = routeOf(feature);
    const pick = routeId === null ? null : ({ kind: "route", id: routeId, routeId } as const);
    if (pick && isWanted(pick)) return pick;
  }
  return null;
}

function around(map: MapLibreMap, { x, y }: ScreenPoint, radius: number, layers: string[]): MapGeoJSONFeature[] {
  return map.queryRenderedFeatures(
    [
      [x - radius, y - radius],
      [x + radius, y + radius],
    ],
    { layers: layers.filter((id) => map.getLayer(id)), validate: false },
  );
}

function routeOf(feature: MapGeoJSONFeature): string | null {
  const route: unknown = feature.properties.route;
  return typeof route === "string" ? route : null;
}
