import "server-only";
import type { RouteShapes } from "@/server/domain/plan/edit-result";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { reloadsOf } from "@/server/domain/plan/reload-trips";
import { type LegBook, pointsOf } from "./leg-book";

/** The ways that the board's routes drive, out of the book. */
export function readShapes(board: PlanBoard, book: LegBook): RouteShapes[] {
  return board.routes.map((route) => {
    const points = pointsOf(board, route);
    const shapes = points
      .slice(1)
      .map((point, index) => book.find(points[index]!, point, route.vehicle.profile)?.shape ?? "");
    const count = route.stops.length + reloadsOf(route).length;
    return { routeId: route.id, version: route.version, legs: shapes.slice(0, count), back: shapes[count] ?? "" };
  });
}
