import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { splitTrips } from "../problem/split-trips";
import type { GreedyInsertion } from "../recreate/greedy-insertion";
import type { RouteState } from "../state/route-state";
import type { Haste } from "../stop/stop-criterion";

/**
 * Starts from the routes given, or from nothing, and inserts greedily what is missing. A given route that breaks a
 * rule gives up visits from its end until it no longer does: what is bound always can stay. True if the routes given
 * held anything that can be moved.
 */
export function loadInitialRoutes(state: RouteState, insertion: GreedyInsertion, haste: () => Haste): boolean {
  const { problem } = state;
  const given = problem.input.initialRoutes;
  const taken = new Uint8Array(problem.visitCount);
  const routes = Array.from({ length: problem.vehicleCount }, (_, vehicle) =>
    startOf(problem, vehicle, given[vehicle], taken),
  );
  state.load((vehicle) => {
    const whole = problem.input.locked[vehicle] ? 0 : problem.boundCount[vehicle];
    return splitTrips(problem, vehicle, routes[vehicle], whole);
  });
  const warm = state.pool.count < problem.jobs.length;
  for (let route = 0; route < problem.vehicleCount; route++) shedUntilSound(state, route);
  insertion.insertAll(haste);
  state.beginMove();
  return warm;
}

/**
 * The bound visits, then what of the given route can follow: each once, pairs whole and in order. A visit with a place
 * of its own waits for its insertion, which knows that place.
 */
function startOf(problem: CoreProblem, vehicle: number, given: Int32Array | undefined, taken: Uint8Array): number[] {
  const route = [...problem.input.boundVisits[vehicle]];
  if (given === undefined || problem.closed[vehicle]) return route;
  const { partner, isJob, bound } = problem;
  const place = new Map<number, number>();
  given.forEach((visit, i) => {
    if (!place.has(visit)) place.set(visit, i);
  });
  for (const [visit, i] of place) {
    if (taken[visit] || bound[visit]) continue;
    const mate = partner[visit];
    if (mate >= 0) {
      const matePlace = place.get(mate);
      if (matePlace === undefined || isJob[visit] !== (i < matePlace ? 1 : 0)) continue;
    }
    if (!admitted(problem, visit, vehicle)) continue;
    taken[visit] = 1;
    route.push(visit);
  }
  return route;
}

function admitted(problem: CoreProblem, visit: number, vehicle: number): boolean {
  const { allowed } = problem.input;
  const mate = problem.partner[visit];
  const may = (v: number) => allowed[v * problem.vehicleCount + vehicle] === 1 && problem.placedOn[v] < 0;
  return may(visit) && (mate < 0 || may(mate));
}

function shedUntilSound(state: RouteState, route: number): void {
  const { problem } = state;
  while (state.isBroken(route)) {
    let node = state.links.prev[endNode(problem, route)];
    while (node !== startNode(problem, route) && (problem.bound[node] || node >= problem.visitCount))
      node = state.links.prev[node];
    if (node === startNode(problem, route)) return;
    state.beginMove();
    state.detach(problem.isJob[node] ? node : problem.partner[node]);
    state.refresh(route);
  }
}
