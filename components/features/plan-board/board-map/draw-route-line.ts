import type { BoardPoint, BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { drivenPoints, keptReloads } from "@/server/domain/plan/reload-trips";
import type { RouteShapeBook } from "./route-shape-book";

export type MapLine = readonly (readonly [lng: number, lat: number])[];

/** The way of a route on the map, by way of the depot where it loads again: along roads where their shape is known, straight elsewhere. Empty for an empty route. */
export function drawRouteLine(
  route: Pick<BoardRoute, "start" | "end" | "stops">,
  visitIds: readonly string[],
  visits: PlanBoard["visits"],
  shapes: Pick<RouteShapeBook, "find">,
): MapLine {
  if (visitIds.length === 0) return [];
  const stops = pointsOf(visits, visitIds);
  const points = drivenPoints(route, stops, keptReloads(route, visitIds)).filter((point) => point.position !== null);
  const line: (readonly [number, number])[] = [];
  points.forEach((point, index) => {
    const previous = points[index - 1];
    const shape = previous ? shapes.find(previous.id, point.id) : null;
    if (shape) line.push(...shape);
    line.push([point.position!.lng, point.position!.lat]);
  });
  return line;
}

/** The doors as far as the day still has them. */
export function pointsOf(visits: PlanBoard["visits"], visitIds: readonly string[]): BoardPoint[] {
  return visitIds.map((visitId) => visits.get(visitId)).filter((visit) => visit !== undefined);
}
