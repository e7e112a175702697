import { type CoreProblem, travelSeconds } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import { earliestStart } from "../state/service-windows";
import type { Rule } from "./rule";

/**
 * Every break is taken where the vehicle stands after a service, or before it leaves its start, unless the route is over
 * before the break's last moment. A visit fits if on some layer of the schedule (see `BreakLayers`), with some of the
 * breaks taken beside it, what follows can still be reached in time.
 */
export function compileBreaks(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { layers, keepsBreaks } = state.schedule;
  if (layers === undefined || layers.breaks.most === 0) return undefined;
  const { departure, latestArrival, breaks } = layers;
  const { nodeCount, service, closed, vehicleOf } = problem;
  const { count } = state.links;

  /** Whether somebody ready to leave with so many breaks taken is in time for `after`, resting first or not. */
  const reaches = (vehicle: number, taken: number, ready: number, after: number, travel: number) => {
    let time = ready;
    for (let layer = taken; time < UNLIMITED; layer++) {
      if (time + travel <= latestArrival[layer * nodeCount + after]) return true;
      if (layer === breaks.count(vehicle)) return false;
      time = breaks.endOf(vehicle, layer, time);
    }
    return false;
  };

  let route = 0;
  let at = 0;
  /** Earliest departure of where the walk is, per number of breaks taken. */
  const times = new Int32Array(breaks.most + 1);
  const serve = (visit: number, taken: number) => {
    if (times[taken] >= UNLIMITED) return UNLIMITED;
    const start = earliestStart(problem, visit, times[taken] + travelSeconds(problem, route, at, visit));
    return start < UNLIMITED ? start + service[visit] : UNLIMITED;
  };
  const goTo = (visit: number) => {
    const most = breaks.count(vehicleOf[route]);
    for (let taken = 0; taken <= most; taken++) times[taken] = serve(visit, taken);
    for (let taken = 0; taken < most; taken++) {
      if (times[taken] >= UNLIMITED) continue;
      times[taken + 1] = Math.min(times[taken + 1], breaks.endOf(vehicleOf[route], taken, times[taken]));
    }
    at = visit;
  };
  const goesOn = () => {
    for (let taken = 0; taken <= breaks.count(vehicleOf[route]); taken++) if (times[taken] < UNLIMITED) return true;
    return false;
  };
  return {
    name: "breaks",
    fits: (visit, on, before, after) => {
      const vehicle = vehicleOf[on];
      const most = breaks.count(vehicle);
      if (most === 0) return true;
      const travelIn = travelSeconds(problem, on, before, visit);
      const travelOut = travelSeconds(problem, on, visit, after);
      for (let taken = 0; taken <= most; taken++) {
        const leaves = departure[taken * nodeCount + before];
        if (leaves >= UNLIMITED) continue;
        const start = earliestStart(problem, visit, leaves + travelIn);
        if (start >= UNLIMITED) continue;
        if (reaches(vehicle, taken, start + service[visit], after, travelOut)) return true;
      }
      return false;
    },
    refresh: (on) => keepsBreaks[vehicleOf[on]] === 1 || count[on] === 0 || closed[on] === 1,
    walk: {
      begin: (pickup, on, before) => {
        route = on;
        at = before;
        if (breaks.count(vehicleOf[on]) === 0) return true;
        for (let taken = 0; taken <= breaks.count(vehicleOf[on]); taken++) {
          times[taken] = departure[taken * nodeCount + before];
        }
        goTo(pickup);
        return goesOn();
      },
      // Whoever is late for the route as it stands stays so: a drop-off would only add to it.
      pass: (visit) => {
        const most = breaks.count(vehicleOf[route]);
        if (most === 0) return true;
        const travel = travelSeconds(problem, route, at, visit);
        for (let taken = 0; taken <= most; taken++) {
          if (times[taken] + travel > latestArrival[taken * nodeCount + visit]) times[taken] = UNLIMITED;
        }
        goTo(visit);
        return goesOn();
      },
      closes: (dropoff, after) => {
        const vehicle = vehicleOf[route];
        if (breaks.count(vehicle) === 0) return true;
        const travel = travelSeconds(problem, route, dropoff, after);
        for (let taken = 0; taken <= breaks.count(vehicle); taken++) {
          const ready = serve(dropoff, taken);
          if (ready < UNLIMITED && reaches(vehicle, taken, ready, after, travel)) return true;
        }
        return false;
      },
    },
  };
}
