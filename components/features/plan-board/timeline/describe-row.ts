import type { Words } from "@/components/lib/words/words";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { describeRuleBreak, formatMinutes } from "../describe-rule-break";

/** A row read aloud: whose day it is, and the stop walked on. */
export function describeRow(
  t: Words<"boardTimeline">,
  rules: Words<"rules">,
  route: BoardRoute,
  board: PlanBoard,
  visitId: string | null,
): string {
  const { startSeconds, endSeconds, lateStops } = route.schedule;
  const { number, driver, stops } = route;
  if (stops.length === 0) return t("emptyRow", { number, driver: driver.name });
  const day = t("row", {
    number,
    driver: driver.name,
    from: t.format.time(startSeconds),
    to: t.format.time(endSeconds),
    stops: stops.length,
    late: lateStops,
  });
  const stop = visitId === null ? null : describeBlock(t, rules, route, board, visitId);
  return stop ? `${day}. ${stop}` : day;
}

/** One block in words: which stop, when, what was promised, what is wrong. Null when it is not on the route. */
export function describeBlock(
  t: Words<"boardTimeline">,
  rules: Words<"rules">,
  route: BoardRoute,
  board: PlanBoard,
  visitId: string,
): string | null {
  const index = route.stops.findIndex((stop) => stop.visitId === visitId);
  const visit = board.visits.get(visitId);
  if (index < 0 || !visit) return null;
  const time = route.schedule.stops[index]!;
  const { checkInSeconds: checkIn } = time;
  const wait = time.startSeconds - time.arriveSeconds - checkIn;
  return [
    t("place", { position: index + 1, stops: route.stops.length }),
    visit.name || visit.externalId,
    t.format.timeRange(time.startSeconds, time.departSeconds),
    ...(time.reload ? [t("loadsBefore", { from: t.format.time(time.reload.arriveSeconds) })] : []),
    ...promiseOf(t, visit),
    ...(checkIn > 0 ? [t("checksIn", { duration: formatMinutes(t.format, checkIn) })] : []),
    ...(wait >= 60 ? [t("waits", { duration: formatMinutes(t.format, wait) })] : []),
    ...time.breaks.map((each) => describeRuleBreak(rules, each, board.plan.loadDimensions)),
  ].join(" · ");
}

function promiseOf(t: Words<"boardTimeline">, { windows }: BoardVisit): string[] {
  if (windows.length === 0) return [];
  const spans = windows.map((each) => t.format.timeRange(each.fromSeconds, each.toSeconds));
  return [t("promised", { windows: spans.join(", ") })];
}
