import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

export interface TravelLimit {
  readonly name: string;
  /** Per vehicle: the limit, and what counts against it from the start. */
  readonly limit: Int32Array;
  readonly done: Int32Array;
  /** Per travel profile, what adds up along a route. */
  readonly matrices: readonly Int32Array[];
}

/** A limit on something that adds up leg by leg, shared by the rules on distance and driving time. */
export function compileTravelLimit(problem: CoreProblem, state: RouteState, travelLimit: TravelLimit): Rule {
  const { location, closed } = problem;
  const { profiles, vehicleProfile } = problem.input;
  const limit = travelLimit.limit.map((most, vehicle) => most - travelLimit.done[vehicle]);
  const { next } = state.links;
  const total = new Float64Array(problem.vehicleCount);
  /** From each node to its successor. */
  const legs = new Int32Array(problem.nodeCount);

  let matrix = travelLimit.matrices[0];
  let size = 0;
  const leg = (from: number, to: number) => (location[to] < 0 ? 0 : matrix[location[from] * size + location[to]]);
  const use = (route: number) => {
    matrix = travelLimit.matrices[vehicleProfile[route]];
    size = profiles[vehicleProfile[route]].size;
  };

  let room = 0;
  let added = 0;
  let first = 0;
  let at = 0;
  return {
    name: travelLimit.name,
    fits: (visit, route, before, after) => {
      use(route);
      return total[route] + leg(before, visit) + leg(visit, after) - legs[before] <= limit[route];
    },
    refresh: (route) => {
      use(route);
      const end = endNode(problem, route);
      let sum = 0;
      for (let node = startNode(problem, route); node !== end; node = next[node]) {
        legs[node] = leg(node, next[node]);
        sum += legs[node];
      }
      total[route] = sum;
      return sum <= limit[route] || closed[route] === 1 || state.links.count[route] === 0;
    },
    walk: {
      begin: (pickup, route, before) => {
        use(route);
        room = limit[route] - total[route];
        added = leg(before, pickup) - legs[before];
        first = pickup;
        at = pickup;
        // The way from the pickup back onto the route is still open: nothing is decided before the drop-off.
        return true;
      },
      pass: (visit) => {
        if (at === first) added += leg(first, visit);
        at = visit;
        return true;
      },
      closes: (dropoff, after) => {
        const spared = at === first ? 0 : legs[at];
        return added + leg(at, dropoff) + leg(dropoff, after) - spared <= room;
      },
    },
  };
}
