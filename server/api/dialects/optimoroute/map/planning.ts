import type { PlanningState, PlanningStatus } from "@/server/domain/plan/planning-state";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { PlanningWay } from "@/server/services/plan/plan-days";
import { PLANNING_MESSAGES, type PlanningCode, type StartPlanningRequest } from "../wire/planning";

/** As many days as may be asked for at once anywhere in this API. */
const MOST_DAYS = 35;
/** Search ends sooner when nothing better is found for some seconds. */
const SEARCH_SECONDS = 60;

/** The document bounds them by working hours alone; this many fill any shift. */
const MOST_DEPOT_TRIPS = 20;

const STATUSES = { waiting: "N", running: "R", finished: "F", cancelled: "C", failed: "E" } as const satisfies Readonly<
  Record<PlanningStatus, string>
>;

export function fromPlanning({ status, percent }: PlanningState) {
  return { success: true, status: STATUSES[status], percentageComplete: percent };
}

/** How the optimizer is to plan each day. */
export function toWay(request: StartPlanningRequest): PlanningWay & { readonly onlyEmptyRoutes: boolean } {
  const isCurrent = request.startWith === "CURRENT";
  return {
    startFrom: isCurrent ? "current" : "empty",
    keepDrivers: isCurrent && request.lockType === "RESOURCES",
    onlyEmptyRoutes: isCurrent && request.lockType === "ROUTES",
    others: request.includeScheduledOrders ? "included" : "unplanned",
    balance: balanceOf(request),
    clustering: request.clustering ? 1 : 0,
    reload: request.depotTrips ? { loadSeconds: request.depotVisitDuration * 60, maxCount: MOST_DEPOT_TRIPS } : null,
    maxSeconds: SEARCH_SECONDS,
  };
}

/** What is not forced is weighed as the document weighs by default. */
const DEFAULT_FACTOR = 0.3;

function balanceOf({ balancing, balanceBy, balancingFactor }: StartPlanningRequest): PlanningWay["balance"] {
  if (balancing === "OFF") return null;
  const by = balanceBy === "WT" ? "working-time" : "visits";
  const forced = balancing === "ON_FORCE";
  return { by, forced, factor: forced ? balancingFactor : DEFAULT_FACTOR };
}

/** The days asked for, in order, or why they cannot be. */
export function datesOf({ date, dateRange }: StartPlanningRequest): readonly string[] | PlanningCode {
  if (!dateRange) return [date!];
  const { from, to } = dateRange;
  if (to < from) return "ERR_DATE_RANGE_INVALID";
  if (addLocalDays(from, MOST_DAYS) <= to) return "ERR_DATE_RANGE_TOO_LONG";
  const dates = [from];
  while (dates.at(-1)! < to) dates.push(addLocalDays(dates.at(-1)!, 1));
  return dates;
}

/** What a planning is refused with, in the vendor's words. */
export function planningFault(code: PlanningCode) {
  return { success: false as const, code, message: PLANNING_MESSAGES[code] };
}
