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
  return new Map(
    drivers.map(({ routeId, isReachable }) => [routeId, { isReachable, arrivals: counts.get(routeId) ?? 0 }]),
  );
}
