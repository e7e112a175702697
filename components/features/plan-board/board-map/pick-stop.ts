import { type PlanBoard, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { SelectMode } from "../select-stops";

/**
 * What a click on a stop of the map means. Shift takes all stops between two of one route; from one route to another no
 * way leads, so there the stop is added by itself.
 */
export function pickStop(
  board: PlanBoard,
  anchorId: string | null,
  visitId: string,
  { toggle, extend }: { readonly toggle: boolean; readonly extend: boolean },
): { readonly mode: SelectMode; readonly order: readonly string[] } {
  if (toggle) return { mode: "toggle", order: [] };
  if (!extend || anchorId === null) return { mode: "replace", order: [] };
  const places = stopPlaces(board);
  const route = places.get(visitId)?.route;
  if (!route || places.get(anchorId)?.route.id !== route.id) return { mode: "toggle", order: [] };
  return { mode: "extend", order: routeVisitIds(route) };
}
