import type { ViewBounds } from "@/components/map/fit-bounds";
import type { MapRoute, RouteState } from "@/components/map/map-route";
import type { MapStop } from "@/components/map/map-stop";
import type { MapPoolStop } from "@/components/map/pool-layer";
import { boundingBox } from "@/server/domain/geo";
import { type BoardRoute, boardVisit, type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import type { RouteLook } from "@/server/domain/plan/route-look";
import { stopLock } from "@/server/domain/plan/stop-lock";
import type { BoardGestures } from "../board-store";
import type { LiveDay } from "../live/live-day-context";
import { shownStop } from "../live/shown-stop";
import { drawRouteLine, type MapLine } from "./draw-route-line";
import type { RouteShapeBook } from "./route-shape-book";

/** Lines by route, drawn again only for routes that changed or whose roads were learnt: the map compares by identity. */
export class LineCache {
  private readonly lines = new WeakMap<BoardRoute, { readonly line: MapLine; readonly revision: number }>();

  lineOf(route: BoardRoute, board: PlanBoard, shapes: RouteShapeBook): MapLine {
    const revision = shapes.revisionOf(route.id);
    const known = this.lines.get(route);
    if (known?.revision === revision) return known.line;
    const line = drawRouteLine(route, routeVisitIds(route), board.visits, shapes);
    this.lines.set(route, { line, revision });
    return line;
  }
}

export function mapRoutes(
  board: PlanBoard,
  looks: ReadonlyMap<string, RouteLook>,
  shapes: RouteShapeBook,
  cache: LineCache,
  stateOf: (routeId: string) => RouteState,
): MapRoute[] {
  return board.routes.map((route) => ({
    id: route.id,
    number: String(route.number),
    ...(looks.get(route.id) ?? { hueIndex: 0, styleIndex: 0 }),
    state: stateOf(route.id),
    coordinates: cache.lineOf(route, board, shapes),
  }));
}

type Emphasis = Pick<BoardGestures, "isolatedRouteIds" | "hiddenRouteIds"> & {
  readonly highlightedRouteId: string | null;
  /** A change is looked at: what is now steps back behind what would be. */
  readonly isReviewed: boolean;
};

export function routeStateOf(emphasis: Emphasis, routeId: string): RouteState {
  if (emphasis.hiddenRouteIds.has(routeId)) return "hidden";
  if (emphasis.isReviewed) return "dimmed";
  if (emphasis.highlightedRouteId === routeId) return "highlighted";
  return emphasis.isolatedRouteIds.size > 0 && !emphasis.isolatedRouteIds.has(routeId) ? "dimmed" : "normal";
}

/** How a stop on the map stands: done, failed, next or open, and whether it will be late. */
function drivenLook(route: BoardRoute, index: number, day: LiveDay | null): Pick<MapStop, "status" | "late"> {
  const [live, figures] = [day?.routes.get(route.id), day?.figures.get(route.id)];
  if (!live || !figures) {
    return { status: "planned", late: route.schedule.stops[index]!.breaks.some(({ rule }) => rule === "late") };
  }
  const { status, isLate: late } = shownStop(route, index, live, figures);
  if (status === "delivered" || status === "partial") return { status: "done", late };
  if (status === "failed" || status === "attempted") return { status: "failed", late };
  return { status: status === "planned" || status === "late" ? "planned" : "next", late };
}

export function mapStops(board: PlanBoard, day: LiveDay | null = null): MapStop[] {
  return board.routes.flatMap((route) =>
    route.stops.flatMap((stop, index): MapStop[] => {
      const visit = boardVisit(board, stop.visitId);
      const { position } = visit;
      if (!position) return [];
      return [
        {
          id: stop.visitId,
          routeId: route.id,
          label: String(index + 1),
          lng: position.lng,
          lat: position.lat,
          ...drivenLook(route, index, day),
          locked: stopLock(route, index, visit) !== null,
        },
      ];
    }),
  );
}

export function poolStops(board: PlanBoard): MapPoolStop[] {
  return board.pool.flatMap((visitId): MapPoolStop[] => {
    const { position, obstacle } = board.visits.get(visitId)!;
    return position ? [{ id: visitId, lng: position.lng, lat: position.lat, problem: obstacle !== undefined }] : [];
  });
}

/** What "fit" shows: the selection, else the isolated routes, else everything. */
export function fitBoundsOf(
  board: PlanBoard,
  { selectedIds, cursor, isolatedRouteIds }: Pick<BoardGestures, "selectedIds" | "cursor" | "isolatedRouteIds">,
): ViewBounds | undefined {
  const placesOf = (ids: Iterable<string>) => [...ids].flatMap((id) => board.visits.get(id)?.position ?? []);
  const selected = placesOf(selectedIds);
  if (selected.length > 0) return boundingBox(selected);
  const meant = cursor?.kind === "route" ? new Set([cursor.id]) : isolatedRouteIds;
  const some = board.routes.filter((route) => meant.has(route.id) && route.stops.length > 0);
  const routes = some.length > 0 ? some : board.routes.filter((route) => route.stops.length > 0);
  const visits = placesOf(some.length > 0 ? some.flatMap(routeVisitIds) : board.visits.keys());
  // A route's way begins and ends at its depot, however far that is; a depot nobody drives from may lie outside.
  const depots = routes.flatMap(({ start, end }) => [start.position, end?.position].filter((each) => each != null));
  const points = [...visits, ...depots];
  return boundingBox(points.length > 0 ? points : board.depots.flatMap((depot) => depot.position ?? []));
}
