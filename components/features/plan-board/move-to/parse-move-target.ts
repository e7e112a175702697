import type { MoveTarget } from "@/server/domain/plan/move-stops";
import type { BoardRoute } from "@/server/domain/plan/plan-board";

/**
 * What a dispatcher types: "9" is route 9 at the best place, "9.4" behind its fourth stop, "9.0" at its front, "0" off
 * every route. Null while it means nothing yet.
 */
export function parseMoveTarget(text: string, routes: readonly BoardRoute[]): MoveTarget | null {
  const typed = /^\s*(\d+)(?:[.,\s](\d+))?\s*$/.exec(text);
  if (!typed) return null;
  const [, number, position] = typed;
  if (Number(number) === 0 && position === undefined) return { kind: "pool" };
  const route = routes.find((each) => each.number === Number(number));
  if (!route) return null;
  if (position === undefined) return { kind: "best", routeId: route.id };
  const index = Number(position);
  if (index > route.stops.length) return null;
  return { kind: "position", routeId: route.id, afterVisitId: route.stops[index - 1]?.visitId ?? null };
}
