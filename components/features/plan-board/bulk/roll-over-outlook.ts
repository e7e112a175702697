import { isPlannable, TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import type { DayMoveRefusal } from "@/server/domain/plan/move-service-day";
import { type BoardVisit, type PlanBoard, pairPartners, stopPlaces } from "@/server/domain/plan/plan-board";

/** An order that stays where it is, by one of its stops. */
export interface StayingVisit {
  readonly visit: BoardVisit;
  readonly refusal: DayMoveRefusal;
}

export interface RollOverOutlook {
  /** Orders that may go, as far as the board knows: times promised for the day only the server knows. */
  readonly goingIds: readonly string[];
  readonly staying: readonly StayingVisit[];
  /** Stops of staying orders that would go once they were taken off their routes. */
  readonly plannedIds: readonly string[];
}

/** What rolling over the orders of these stops would do, by the rules of `moveServiceDay`. */
export function rollOverOutlook(board: PlanBoard, visitIds: readonly string[]): RollOverOutlook {
  const partners = pairPartners(board);
  const goingIds: string[] = [];
  const staying: StayingVisit[] = [];
  const plannedIds: string[] = [];
  const seen = new Set<string>();
  for (const visitId of visitIds) {
    const visit = board.visits.get(visitId);
    if (!visit || seen.has(visit.deliveryId)) continue;
    const doors = [visitId, ...[partners.get(visitId) ?? []].flat()];
    // The other door of its order, or the order it is joined with.
    const deliveryIds = [...new Set(doors.map((door) => board.visits.get(door)!.deliveryId))];
    for (const deliveryId of deliveryIds) seen.add(deliveryId);
    const refusal = refusalOf(board, visit, doors);
    if (refusal === null) goingIds.push(...deliveryIds);
    else staying.push({ visit, refusal });
    if (refusal === "on-route") plannedIds.push(...doors.filter((door) => stopPlaces(board).has(door)));
  }
  return { goingIds, staying, plannedIds };
}

function refusalOf(board: PlanBoard, { status }: BoardVisit, doors: readonly string[]): DayMoveRefusal | null {
  if (TERMINAL_DELIVERY_STATUSES.includes(status)) return "closed";
  if (!isPlannable(status)) return "dispatched";
  const places = doors.flatMap((door) => stopPlaces(board).get(door) ?? []);
  if (places.length === 0) return null;
  const isLocked = places.some(({ route, index }) => {
    const stop = route.stops[index]!;
    return route.locked || stop.lockedToDriver || stop.lockedToPosition;
  });
  return isLocked ? "locked" : "on-route";
}
