import { type CoreProblem, travelSeconds } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * At most so many seconds from departure to return, those worked before included. With one window per visit the work of a
 * place follows from the segments on both sides of it; where a visit may push others into later windows or move breaks it
 * is tried.
 */
export function compileMaxWorkTime(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { maxWorkSeconds, doneWorkSeconds } = problem.input;
  if (maxWorkSeconds.every((limit) => limit >= UNLIMITED)) return undefined;
  const { closed, severalWindows } = problem;
  const { schedule, links } = state;
  const { work } = schedule;
  const room = maxWorkSeconds.map((limit, vehicle) => limit - doneWorkSeconds[vehicle]);
  const isTried = schedule.leavesLate.map((late) => (late === 1 || severalWindows ? 1 : 0));
  const isLimited = maxWorkSeconds.map((limit) => (limit < UNLIMITED ? 1 : 0));

  let route = 0;
  let pickup = 0;
  let beforePickup = 0;
  let at = 0;
  return {
    name: "max-work-time",
    fits: (visit, on, before, after) => {
      if (isLimited[on] === 0) return true;
      if (isTried[on]) return schedule.workTrying(visit, before) <= room[on];
      return work.with(visit, on, before, after) <= room[on];
    },
    refresh: (on) => work.seconds[on] <= room[on] || links.count[on] === 0 || closed[on] === 1,
    walk: {
      begin: (visit, on, before) => {
        route = on;
        pickup = visit;
        beforePickup = before;
        at = visit;
        work.walkFrom(before);
        work.walkTo(visit, travelSeconds(problem, route, before, visit));
        return true;
      },
      pass: (visit) => {
        work.walkTo(visit, travelSeconds(problem, route, at, visit));
        at = visit;
        return true;
      },
      closes: (dropoff, after) => {
        if (isLimited[route] === 0) return true;
        if (isTried[route]) return schedule.workTrying(pickup, beforePickup, dropoff, at) <= room[route];
        return work.walkOver(dropoff, route, at, after) <= room[route];
      },
    },
  };
}
