import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { nearestVisits } from "../problem/nearest-visits";
import { typicalVisit } from "../problem/typical-visit";
import type { RouteState } from "../state/route-state";
import type { ObjectivePart } from "./objective-part";

/** So many of the nearest visits are a visit's neighbours, and those of whom it is one. */
const NEAREST = 6;
/** What a neighbour elsewhere costs at most, as a share of the way from visit to visit. */
const LEG_SHARE = 0.15;

/**
 * Routes that overlap as little as may be: every near neighbour of a visit that is not on its route costs a share of a
 * leg. Summed per route, so a job added to one costs its neighbours less twice those that are there already.
 */
export function compileClustering(problem: CoreProblem, state: RouteState): ObjectivePart | undefined {
  const { visitCount, partner, input } = problem;
  if (input.clustering <= 0 || problem.vehicleCount < 2 || visitCount < 3) return undefined;
  const price = input.clustering * LEG_SHARE * typicalVisit(problem).legCost;
  const { offset, neighbours } = neighbourGraph(problem);
  const { next, route: routeOf } = state.links;

  const elsewhereOn = new Int32Array(problem.vehicleCount);
  let elsewhere = 0;
  const together = (visit: number, route: number) => {
    let count = 0;
    for (let i = offset[visit]; i < offset[visit + 1]; i++) if (routeOf[neighbours[i]] === route) count++;
    return count;
  };
  const degree = (visit: number) => offset[visit + 1] - offset[visit];
  const added = (visit: number, route: number) => degree(visit) - 2 * together(visit, route);

  return {
    name: "clustering",
    refresh: (route) => {
      const end = endNode(problem, route);
      let count = 0;
      for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) {
        if (node < visitCount) count += degree(node) - together(node, route);
      }
      elsewhere += count - elsewhereOn[route];
      elsewhereOn[route] = count;
    },
    penalty: () => price * elsewhere,
    jobPrice: (job, route) => {
      const mate = partner[job];
      return price * (added(job, route) + (mate < 0 ? 0 : added(mate, route)));
    },
  };
}

/** Who is near whom, both ways: neighbours of visit v from `offset[v]` to `offset[v + 1]`. */
function neighbourGraph(problem: CoreProblem) {
  const { visitCount } = problem;
  const near = nearestVisits(problem, NEAREST);
  const sets = Array.from({ length: visitCount }, () => new Set<number>());
  for (let visit = 0; visit < visitCount; visit++) {
    const row = near.rowOf(visit);
    for (const other of near.visits.subarray(row, row + near.width)) {
      sets[visit].add(other);
      sets[other].add(visit);
    }
  }
  const offset = new Int32Array(visitCount + 1);
  sets.forEach((set, visit) => {
    offset[visit + 1] = offset[visit] + set.size;
  });
  return { offset, neighbours: Int32Array.from(sets.flatMap((set) => [...set])) };
}
