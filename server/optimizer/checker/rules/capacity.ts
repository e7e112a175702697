import { loadsOnBoard } from "../loads-on-board";
import type { RouteRule } from "../route-under-check";

/** Nowhere is more on board than fits, in any dimension. */
export const capacity: RouteRule = function* ({ problem, vehicle, route, bound }) {
  for (const [trip, { first, atStart, afterStops }] of loadsOnBoard(problem, route).entries()) {
    const isBound = first + afterStops.length <= bound.length;
    for (const [stop, loads] of [atStart, ...afterStops].entries()) {
      for (const [dimension, limit] of vehicle.capacity.entries()) {
        const load = loads[dimension]!;
        if (load <= limit) continue;
        const where = `on trip ${trip} after ${stop === 0 ? "loading" : `position ${first + stop - 1}`}`;
        yield { code: "capacity", cause: `dimension ${dimension}: ${load} ${where}, at most ${limit}`, bound: isBound };
      }
    }
  }
};
