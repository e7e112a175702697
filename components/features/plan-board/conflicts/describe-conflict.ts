import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { EditConflict } from "../board-store";

/** "14:02", on the plan's clock. */
function clockOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(instant));
}

function stopName(board: PlanBoard, visitId: string): string {
  const visit = board.visits.get(visitId);
  return visit ? visit.externalId || visit.name || visit.street : "The stop";
}

/** "Ana Ruiz moved ORD-12 to route 7 at 14:02". */
export function describeTruth(truth: PlaceTruth, board: PlanBoard): string {
  const name = stopName(board, truth.visitId);
  const who = truth.isOwn ? "You" : (truth.changedBy ?? "Somebody else");
  const when = truth.changedAt ? ` at ${clockOf(truth.changedAt, board.plan.timeZone)}` : "";
  if (!truth.isOnBoard) return `${name} is no longer part of this day`;
  if (truth.routeNumber === null) return `${who} took ${name} off its route${when}`;
  if (truth.routeId === truth.seenRouteId) return `${who} re-ordered ${name} on route ${truth.routeNumber}${when}`;
  return `${who} moved ${name} to route ${truth.routeNumber}${when}`;
}

/** What was asked for and not done, e.g. "Your move of 12 stops to route 9 was not saved." */
export function describeLost({ intent, truths, dependents }: EditConflict, board: PlanBoard): string {
  const later =
    dependents === 0
      ? ""
      : ` ${dependents === 1 ? "A later change" : `${dependents} later changes`} of the same stops went with it.`;
  if (intent.kind === "lock-stops") return `Your lock was not saved.${later}`;
  const { visitIds, to } = intent.move;
  const what = visitIds.length === 1 ? stopName(board, visitIds[0]!) : `${visitIds.length} stops`;
  const number = to.kind === "pool" ? null : board.routes.find((route) => route.id === to.routeId)?.number;
  const where = number == null ? "off its route" : `to route ${number}`;
  const isAnchorOnly = truths.every((truth) => !visitIds.includes(truth.visitId));
  const behind = isAnchorOnly ? ", behind that stop," : "";
  return `Your move of ${what} ${where}${behind} was not saved.${later}`;
}

/** The conflict in one breath, for the live region. */
export function announceConflict(conflict: EditConflict, board: PlanBoard): string {
  return `${describeTruth(conflict.truths[0]!, board)}. ${describeLost(conflict, board)} Press C to decide.`;
}
