import type { MoveTarget } from "@/server/domain/plan/move-stops";
import { type BoardRoute, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";

/** Stops that follow one another on one route. */
export interface StopRun {
  readonly route: BoardRoute;
  readonly firstIndex: number;
  readonly lastIndex: number;
}

/** The run that these stops form; null when they are apart, of several routes, or unassigned. */
export function runOf(board: PlanBoard, ids: readonly string[]): StopRun | null {
  const places = stopPlaces(board);
  const found = ids.map((id) => places.get(id));
  const route = found[0]?.route;
  if (!route || found.some((place) => place?.route !== route)) return null;
  const indexes = found.map((place) => place!.index);
  const [firstIndex, lastIndex] = [Math.min(...indexes), Math.max(...indexes)];
  return lastIndex - firstIndex === ids.length - 1 ? { route, firstIndex, lastIndex } : null;
}

/** Where the run goes one place earlier or later; null at the end of its route. */
export function shiftTarget({ route, firstIndex, lastIndex }: StopRun, by: 1 | -1): MoveTarget | null {
  const passed = by === 1 ? lastIndex + 1 : firstIndex - 1;
  if (passed < 0 || passed >= route.stops.length) return null;
  const after = by === 1 ? passed : passed - 1;
  return { kind: "position", routeId: route.id, afterVisitId: route.stops[after]?.visitId ?? null };
}
