import type { RouteRule } from "../route-under-check";

/** Service begins (or also ends) inside a window. */
export const timeWindows: RouteRule = function* ({ timed, bound }) {
  for (const [position, { visit, lateSeconds }] of timed.stops.entries()) {
    if (lateSeconds > 0) {
      yield { code: "time-window", cause: `${lateSeconds} s late`, visit, bound: position < bound.length };
    }
  }
};
