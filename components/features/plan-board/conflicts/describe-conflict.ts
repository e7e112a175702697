import type { Words } from "@/components/lib/words/words";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { EditConflict } from "../board-store";

type T = Words<"boardPresence">;

function stopName(t: T, board: PlanBoard, visitId: string): string {
  const visit = board.visits.get(visitId);
  return visit ? visit.externalId || visit.name || visit.street : t("theStop");
}

/** "Ana Ruiz moved ORD-12 to route 7 at 14:02". */
export function describeTruth(t: T, truth: PlaceTruth, board: PlanBoard): string {
  const stop = stopName(t, board, truth.visitId);
  if (!truth.isOnBoard) return t("gone", { stop });
  const { changedBy, changedAt, isOwn, routeNumber, routeId, seenRouteId } = truth;
  const who = changedBy ?? "";
  const time = changedAt ? t.format.clock(changedAt, board.plan.timeZone) : "";
  const by = !changedBy || !changedAt ? "now" : isOwn ? "own" : "other";
  if (routeNumber === null) return t(`${by}.unplanned`, { who, stop, time });
  const values = { who, stop, time, route: String(routeNumber) };
  return routeId === seenRouteId ? t(`${by}.reordered`, values) : t(`${by}.moved`, values);
}

/** All that others were faster with, in the order told. */
export function describeTruths(t: T, { truths, routes }: EditConflict, board: PlanBoard): string[] {
  return [
    ...truths.map((truth) => describeTruth(t, truth, board)),
    ...routes.map(({ change, changedBy, changedAt, routeNumber }) => {
      const time = t.format.clock(changedAt, board.plan.timeZone);
      return t(`routeSince.${change}`, { who: changedBy, route: String(routeNumber), time });
    }),
  ];
}

/** False once nothing is left of what it was about. */
export function canRepeat({ intent }: EditConflict, board: PlanBoard): boolean {
  if ("routeId" in intent) return board.routes.some((route) => route.id === intent.routeId);
  const wanted = intent.kind === "move" ? intent.move.visitIds : intent.visitIds;
  return wanted.some((visitId) => board.visits.has(visitId));
}

/** What was asked for and not done, e.g. "Your move of 12 stops to route 9 was not saved." */
export function describeLost(t: T, conflict: EditConflict, board: PlanBoard): string {
  const { dependents } = conflict;
  const lost = describeIntent(t, conflict, board);
  return dependents === 0 ? lost : `${lost} ${t("lostLater", { count: dependents })}`;
}

function describeIntent(t: T, { intent, truths }: EditConflict, board: PlanBoard): string {
  if (intent.kind !== "move") return t("lostLock");
  const { visitIds, to } = intent.move;
  const what = visitIds.length === 1 ? stopName(t, board, visitIds[0]!) : t("stops", { count: visitIds.length });
  const number = to.kind === "pool" ? undefined : board.routes.find((route) => route.id === to.routeId)?.number;
  if (number === undefined) return t("lostUnplan", { what });
  const isAnchorOnly = truths.every((truth) => !visitIds.includes(truth.visitId));
  return t(isAnchorOnly ? "lostMoveBehind" : "lostMove", { what, route: String(number) });
}

/** The conflict in one breath, for the live region. */
export function announceConflict(t: T, conflict: EditConflict, board: PlanBoard): string {
  return [`${describeTruths(t, conflict, board)[0]}.`, describeLost(t, conflict, board), t("pressToDecide")].join(" ");
}
