import { formatTimeOfDay, formatTimeRange } from "@/components/lib/format";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { describeRuleBreak, formatMinutes } from "../describe-rule-break";

/** A row read aloud: whose day it is, and the stop walked on. */
export function describeRow(route: BoardRoute, board: PlanBoard, visitId: string | null): string {
  const { startSeconds, endSeconds, lateStops } = route.schedule;
  const day =
    route.stops.length === 0
      ? "nothing planned"
      : `${formatTimeOfDay(startSeconds)} to ${formatTimeOfDay(endSeconds)}, ${countStops(route.stops.length)}, ${lateStops} late`;
  const stop = visitId === null ? null : describeBlock(route, board, visitId);
  return `Route ${route.number}, ${route.driver.name}: ${day}${stop ? `. ${stop}` : ""}`;
}

/** One block in words: which stop, when, what was promised, what is wrong. Null when it is not on the route. */
export function describeBlock(route: BoardRoute, board: PlanBoard, visitId: string): string | null {
  const index = route.stops.findIndex((stop) => stop.visitId === visitId);
  const visit = board.visits.get(visitId);
  if (index < 0 || !visit) return null;
  const time = route.schedule.stops[index]!;
  const wait = time.startSeconds - time.arriveSeconds;
  return [
    `${index + 1} of ${route.stops.length}`,
    visit.name || visit.externalId,
    formatTimeRange(time.startSeconds, time.departSeconds),
    ...promiseOf(visit),
    ...(wait >= 60 ? [`waits ${formatMinutes(wait)}`] : []),
    ...time.breaks.map((each) => describeRuleBreak(each, board.plan.loadDimensions)),
  ].join(" · ");
}

function promiseOf({ windows }: BoardVisit): string[] {
  if (windows.length === 0) return [];
  return [`promised ${windows.map((each) => formatTimeRange(each.fromSeconds, each.toSeconds)).join(", ")}`];
}

function countStops(count: number): string {
  return count === 1 ? "1 stop" : `${count} stops`;
}
