import type { AlternativePlan } from "@/components/map/alternatives-layer";
import { type BoardRoute, type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import { drivenPoints, isSameReloads, reloadsOf } from "@/server/domain/plan/reload-trips";
import { decodePolyline } from "@/server/domain/polyline";
import type { PreviewLine } from "../board-map/board-ghosts";
import { drawRouteLine, type MapLine, pointsOf } from "../board-map/draw-route-line";

/** Finds the way from one door to another; null when only the straight line is known. */
export interface LineSource {
  find(fromId: string, toId: string): MapLine | null;
}

/** With more routes than this the ways left behind would hide those to come. */
const MOST_WITH_REMOVED_WAYS = 8;

/** How a change looks on the map: each route it changes as it would be, and for a few also the ways it leaves. */
export function reviewLines(before: PlanBoard, after: PlanBoard, lines: LineSource): PreviewLine[] {
  const old = new Map(before.routes.map((route) => [route.id, route]));
  const changed = after.routes.filter((route) => isOther(route, old.get(route.id) ?? route));
  const proposed = changed.flatMap((route): PreviewLine[] => {
    const line = drawRouteLine(route, routeVisitIds(route), after.visits, lines);
    return line.length > 0 ? [{ routeId: route.id, kind: "proposed", line }] : [];
  });
  if (changed.length > MOST_WITH_REMOVED_WAYS) return proposed;
  const removed = changed.flatMap((route) => removedWays(before, after, route.id, lines));
  return [...removed, ...proposed];
}

/** Every route of a plan that differs from now, for several plans over each other. */
export function planLines(before: PlanBoard, after: PlanBoard, lines: LineSource): AlternativePlan["routes"] {
  const old = new Map(before.routes.map((route) => [route.id, route]));
  return after.routes.flatMap((route) => {
    if (!isOther(route, old.get(route.id) ?? route)) return [];
    const coordinates = drawRouteLine(route, routeVisitIds(route), after.visits, lines);
    return coordinates.length > 1 ? [{ routeId: route.id, number: String(route.number), coordinates }] : [];
  });
}

function isOther(a: BoardRoute, b: BoardRoute): boolean {
  if (a.stops.length !== b.stops.length || !isSameReloads(reloadsOf(a), reloadsOf(b))) return true;
  return a.stops.some(({ visitId }, index) => visitId !== b.stops[index]!.visitId);
}

/** The legs that the route drives now and would no longer. */
function removedWays(before: PlanBoard, after: PlanBoard, routeId: string, lines: LineSource): PreviewLine[] {
  const driven = new Set(legsOf(after, routeId).map(({ key }) => key));
  return legsOf(before, routeId).flatMap(({ key, from, to }): PreviewLine[] => {
    if (driven.has(key) || !from.position || !to.position) return [];
    const straight: MapLine = [from.position, to.position].map(({ lng, lat }) => [lng, lat] as const);
    return [{ routeId, kind: "removed", line: lines.find(from.id, to.id) ?? straight }];
  });
}

function legsOf(board: PlanBoard, routeId: string) {
  const route = board.routes.find((each) => each.id === routeId);
  if (!route || route.stops.length === 0) return [];
  const points = drivenPoints(route, pointsOf(board.visits, routeVisitIds(route)), reloadsOf(route));
  return points.slice(1).map((to, index) => ({ key: `${points[index]!.id}>${to.id}`, from: points[index]!, to }));
}

/** Encoded ways first, then whatever else is known. */
export function encodedLines(encoded: ReadonlyMap<string, string>, others: LineSource): LineSource {
  const decoded = new Map<string, MapLine>();
  return {
    find(fromId, toId) {
      const key = `${fromId}>${toId}`;
      const known = decoded.get(key);
      if (known) return known;
      const shape = encoded.get(key);
      if (!shape) return others.find(fromId, toId);
      const line = decodeLine(shape);
      if (!line) return others.find(fromId, toId);
      decoded.set(key, line);
      return line;
    },
  };
}

function decodeLine(shape: string): MapLine | null {
  try {
    return decodePolyline(shape).map(({ lat, lng }) => [lng, lat] as const);
  } catch {
    // A way that cannot be read is drawn straight; the times do not depend on it.
    return null;
  }
}
