import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * Service starts inside a window (an end inside it is the same with an earlier close) and nobody further on is
 * reached too late. The schedule keeps the earliest departure and the latest arrival at every node, so a place is
 * decided by going in and out once.
 */
export function compileTimeWindows(problem: CoreProblem, state: RouteState): Rule {
  const { location, service } = problem;
  const { profiles, vehicleProfile } = problem.input;
  const { schedule } = state;
  const { departure, latestArrival } = schedule;

  let travel = profiles[0];
  let at = 0;
  let time = 0;
  /** Earliest end of service at `visit` coming from where the walk is. */
  const reach = (visit: number) => {
    const start = schedule.startAt(visit, time + travel.durationSeconds[at * travel.size + location[visit]]);
    return start === UNLIMITED ? UNLIMITED : start + service[visit];
  };
  return {
    name: "time-windows",
    fits: (visit, route, before, after) => {
      const { durationSeconds, size } = profiles[vehicleProfile[route]];
      const row = location[visit] * size;
      const start = schedule.startAt(
        visit,
        departure[before] + durationSeconds[location[before] * size + location[visit]],
      );
      const out = location[after] < 0 ? 0 : durationSeconds[row + location[after]];
      return start + service[visit] + out <= latestArrival[after];
    },
    walk: {
      begin: (pickup, route, before) => {
        travel = profiles[vehicleProfile[route]];
        at = location[before];
        time = departure[before];
        time = reach(pickup);
        at = location[pickup];
        return time < UNLIMITED;
      },
      // Being late for the route as it stands is final: a drop-off would only add to it.
      pass: (visit) => {
        const arrival = time + travel.durationSeconds[at * travel.size + location[visit]];
        if (arrival > latestArrival[visit]) return false;
        time = reach(visit);
        at = location[visit];
        return true;
      },
      closes: (dropoff, after) => {
        const left = reach(dropoff);
        const out = location[after] < 0 ? 0 : travel.durationSeconds[location[dropoff] * travel.size + location[after]];
        return left + out <= latestArrival[after];
      },
    },
  };
}
