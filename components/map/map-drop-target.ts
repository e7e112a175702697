import type { Map as MapLibreMap } from "maplibre-gl";
import { lineAt, pointAt } from "./pick-at-point";
import { pointWithin } from "./track-drag";

/** Where on the map a dragged stop would land. */
export interface MapDropPlace {
  readonly routeId: string;
  /** The stop under the pointer, for an exact position; null over the line between stops. */
  readonly nearStopId: string | null;
}

/** A drop is aimed with a moving hand, so lines are easier to hit than for a click. */
const DROP_LINE_RADIUS = 10;

/** The route under a position of the window: that of the nearest stop, else of the nearest line. Null over bare ground. */
export function routeAtPoint(
  map: MapLibreMap,
  at: { clientX: number; clientY: number },
  draggedIds: ReadonlySet<string> = new Set(),
): MapDropPlace | null {
  const point = pointWithin(map.getContainer(), at);
  const stop = pointAt(map, point, ({ id, routeId }) => routeId !== null && !draggedIds.has(id));
  if (stop) return { routeId: stop.routeId!, nearStopId: stop.id };
  const line = lineAt(map, point, DROP_LINE_RADIUS);
  return line && { routeId: line.id, nearStopId: null };
}
