import { isBreakPosition } from "../planned-route";
import { isAllBound, type RouteRule } from "../route-under-check";

/** Breaks are taken in order, where one can stand, and in time; those not taken are not due before the return. */
export const breaks: RouteRule = function* (judged) {
  const { vehicle, route, timed } = judged;
  const due = vehicle.breaks ?? [];
  for (const [i, { index, before }] of route.breaks.entries()) {
    const last = route.breaks[i - 1];
    if (due[index] === undefined) {
      yield { code: "break-order", cause: `no break ${index}`, bound: false };
    } else if (!isBreakPosition(vehicle, route.visits.length, before)) {
      yield { code: "break-order", cause: `break ${index} cannot stand before position ${before}`, bound: false };
    } else if (last && (index <= last.index || before < last.before)) {
      const cause = `break ${index} before position ${before} comes after break ${last.index} before ${last.before}`;
      yield { code: "break-order", cause, bound: false };
    }
  }
  for (const { index, lateSeconds } of timed.breaks) {
    if (lateSeconds === 0) continue;
    yield { code: "break-late", cause: `break ${index} begins ${lateSeconds} s late`, bound: isAllBound(judged) };
  }
  for (const [index, { toSeconds }] of due.entries()) {
    const isExcused = route.visits.length === 0 || toSeconds >= timed.returnSeconds;
    if (isExcused || route.breaks.some((taken) => taken.index === index)) continue;
    const cause = `break ${index} must begin by ${toSeconds}, the return is at ${timed.returnSeconds}`;
    yield { code: "break-missing", cause, bound: isAllBound(judged) };
  }
};
