import type { MoveRefusal } from "./move-stops";
import type { PlanBoard } from "./plan-board";

/** A refusal in words for the dispatcher. */
export function describeMoveRefusal(refusal: MoveRefusal, board: Pick<PlanBoard, "visits">): string {
  const nameOf = (visitId: string) => {
    const visit = board.visits.get(visitId);
    return visit ? visit.externalId || visit.name || visit.street : "The stop";
  };
  switch (refusal.reason) {
    case "visit-not-found":
      return "The stop is no longer part of this day.";
    case "visit-closed":
      return `${nameOf(refusal.visitId)} is already under way or finished.`;
    case "route-not-found":
      return "The route no longer exists.";
    case "route-locked":
      return `Route ${refusal.routeNumber} is locked.`;
    case "route-finished":
      return `Route ${refusal.routeNumber} is finished.`;
    case "stop-made":
      return `${nameOf(refusal.visitId)} has been made, or its driver is on the way there.`;
    case "goods-aboard":
      return `The goods of ${nameOf(refusal.visitId)} are aboard, or being fetched.`;
    case "stop-locked":
      if (refusal.lock === "next") return `${nameOf(refusal.visitId)} is one of the next stops of its driver.`;
      return refusal.lock === "front"
        ? `${nameOf(refusal.visitId)} belongs to the frozen front of its route.`
        : `${nameOf(refusal.visitId)} is locked to its ${refusal.lock}.`;
    case "no-position":
      return `${nameOf(refusal.visitId)} has no position on the map yet.`;
    case "depot-without-position":
      return `The depot of route ${refusal.routeNumber} has no position on the map yet.`;
    case "anchor-not-found":
      return `${nameOf(refusal.visitId)} is not on that route.`;
    case "pair-order":
      return `${nameOf(refusal.visitId)} must be picked up before it is dropped off.`;
    case "pair-split":
      return `${nameOf(refusal.visitId)} must stay on one route with the other half of its order.`;
  }
}
