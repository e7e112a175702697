import type { Words } from "@/components/lib/words/words";
import type { MoveRefusal } from "@/server/domain/plan/move-stops";
import type { PlanBoard } from "@/server/domain/plan/plan-board";

/** A refusal in words for the dispatcher. */
export function describeMoveRefusal(t: Words<"rules">, refusal: MoveRefusal, board: Pick<PlanBoard, "visits">): string {
  switch (refusal.reason) {
    case "visit-not-found":
    case "route-not-found":
      return t(`refusal.${refusal.reason}`);
    case "route-locked":
    case "route-finished":
    case "depot-without-position":
      return t(`refusal.${refusal.reason}`, { route: String(refusal.routeNumber) });
    case "stop-locked":
      return t(`refusal.stop-locked.${refusal.lock}`, { stop: nameOf(t, refusal.visitId, board) });
    default:
      return t(`refusal.${refusal.reason}`, { stop: nameOf(t, refusal.visitId, board) });
  }
}

function nameOf(t: Words<"rules">, visitId: string, board: Pick<PlanBoard, "visits">): string {
  const visit = board.visits.get(visitId);
  return visit ? visit.externalId || visit.name || visit.street : t("theStop");
}
