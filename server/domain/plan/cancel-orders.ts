import { type CancelRefusalReason, cancelRefusal } from "@/server/domain/order/cancel-refusal";
import { changedSequences, placementsOf, type RouteSequence } from "./place-visits";
import { isOpenToChange, type PlanBoard, pairPartners, routeVisitIds, type StopPlace, stopPlaces } from "./plan-board";
import type { PlanEditInverse } from "./plan-edit";
import { marksToTurn } from "./reload-trips";
import { madeStops } from "./under-way";

export type CancelRefusal =
  | { readonly reason: "visit-not-found" | CancelRefusalReason; readonly visitId: string }
  | {
      readonly reason: "route-finished";
      readonly routeId: string;
      readonly routeNumber: number;
      readonly visitId: string;
    };

export interface CancelPlan {
  /** What is cancelled, with all doors. */
  readonly deliveryIds: readonly string[];
  readonly visitIds: readonly string[];
  /** One for each order that stays. */
  readonly refused: readonly CancelRefusal[];
  /** New sequences of the routes that lose stops. */
  readonly sequences: readonly RouteSequence[];
  readonly inverse: PlanEditInverse & { readonly kind: "cancel" };
}

/**
 * Ends the orders behind these visits, both doors of a pair, and takes their stops off the routes. What is made, or has
 * goods aboard, stays with the reason. Locks hold nothing back: they bind plans, not customers. An order joined with one of
 * them stays where it is, an order by itself from then on.
 */
export function cancelOrders(board: PlanBoard, visitIds: readonly string[]): CancelPlan {
  const missing = visitIds.filter((visitId) => !board.visits.has(visitId));
  const wanted = new Set(visitIds.flatMap((visitId) => board.visits.get(visitId)?.deliveryId ?? []));
  const doors = doorsOf(board, wanted);
  const refused: CancelRefusal[] = missing.map((visitId) => ({ reason: "visit-not-found", visitId }));
  const deliveryIds: string[] = [];
  for (const deliveryId of wanted) {
    const refusal = refusalOf(board, doors.get(deliveryId)!);
    if (refusal) refused.push(refusal);
    else deliveryIds.push(deliveryId);
  }
  const gone = new Set(deliveryIds.flatMap((deliveryId) => doors.get(deliveryId)!));
  const placements = placementsOf(board, gone);
  const rest = board.routes.map((route): [string, string[]] => [
    route.id,
    routeVisitIds(route).filter((visitId) => !gone.has(visitId)),
  ]);
  const sequences = changedSequences(board, new Map(rest));
  return {
    deliveryIds,
    visitIds: placements.map(({ visitId }) => visitId),
    refused,
    sequences,
    inverse: { kind: "cancel", isCancelled: true, deliveryIds, placements, ...marksToTurn(board, sequences) },
  };
}

function doorsOf(board: PlanBoard, deliveryIds: ReadonlySet<string>): Map<string, string[]> {
  const doors = new Map<string, string[]>();
  for (const { id, deliveryId } of board.visits.values()) {
    if (deliveryIds.has(deliveryId)) doors.set(deliveryId, [...(doors.get(deliveryId) ?? []), id]);
  }
  return doors;
}

function refusalOf(board: PlanBoard, doors: readonly string[]): CancelRefusal | undefined {
  const places = stopPlaces(board);
  const isMade = (place: StopPlace | undefined) => place !== undefined && place.index < madeStops(place.route);
  const madeAt = (role: "pickup" | "dropoff") =>
    doors.some((visitId) => board.visits.get(visitId)!.role === role && isMade(places.get(visitId)));
  const hasDropoff = doors.some((visitId) => board.visits.get(visitId)!.role === "dropoff");
  const visitId = doors.find((each) => isMade(places.get(each))) ?? doors[0]!;
  const { status } = board.visits.get(visitId)!;
  const partners = pairPartners(board);
  const isFetched = doors.some((each) => {
    const partner = board.visits.get(each)!.pairRole === "dropoff" ? partners.get(each) : undefined;
    return partner !== undefined && isMade(places.get(partner));
  });
  const isPickupMade = madeAt("pickup") || isFetched;
  const reason = cancelRefusal({
    status,
    isPickupMade: isPickupMade && hasDropoff,
    isDropoffMade: madeAt("dropoff") || (isPickupMade && !hasDropoff),
  });
  if (reason) return { reason, visitId };
  const route = doors.map((each) => places.get(each)?.route).find((each) => each && !isOpenToChange(each.status));
  return route && { reason: "route-finished", routeId: route.id, routeNumber: route.number, visitId };
}
