import type { ChangeNotices } from "@/server/domain/plan/change-notices";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";

export interface RouteNotice {
  readonly isReachable: boolean;
  /** How many arrivals move noticeably. */
  readonly arrivals: number;
}

/** Whom a change concerns on each sent route; arrivals count where they are expected now. */
export function noticesByRoute(board: PlanBoard, { drivers, arrivals }: ChangeNotices): Map<string, RouteNotice> {
  const places = stopPlaces(board);
  const counts = new Map<string, number>();
  for (const { visitId } of arrivals) {
    const routeId = places.get(visitId)?.route.id;
    if (routeId) counts.set(routeId, (counts.get(routeId) ?? 0) + 1);
  }
  const notices = new Map<string, RouteNotice>();
  for (const { routeId, isReachable } of drivers) {
    // A route that changes hands concerns two drivers.
    const isEveryone = isReachable && (notices.get(routeId)?.isReachable ?? true);
    notices.set(routeId, { isReachable: isEveryone, arrivals: counts.get(routeId) ?? 0 });
  }
  return notices;
}
