import type { RoutingProblem, RoutingVehicle } from "@/server/domain/plan/routing-problem";

/** One sentence per load dimension and stop after which the vehicle carries too much. */
export function checkLoads(problem: RoutingProblem, vehicle: RoutingVehicle, route: readonly number[]): string[] {
  const causes: string[] = [];
  for (const [dimension, capacity] of vehicle.capacity.entries()) {
    for (const [position, load] of loadsOnBoard(problem, route, dimension).entries()) {
      if (load > capacity)
        causes.push(`dimension ${dimension}: ${load} on board after stop ${position}, at most ${capacity}`);
    }
  }
  return causes;
}

/**
 * Load on leaving the start and each stop. A paired drop-off hands over what its pickup took on, and nothing of it is
 * loaded at the start.
 */
export function loadsOnBoard(problem: RoutingProblem, route: readonly number[], dimension: number): number[] {
  const pickupOf = pickupsByDropoff(problem);
  let load = 0;
  for (const visit of route) {
    if (!pickupOf.has(visit)) load += problem.visits[visit]!.deliver[dimension]!;
  }
  const loads = [load];
  for (const visit of route) {
    const pickup = pickupOf.get(visit);
    const handedOver = pickup === undefined ? problem.visits[visit]!.deliver : problem.visits[pickup]!.pickup;
    load += problem.visits[visit]!.pickup[dimension]! - handedOver[dimension]!;
    loads.push(load);
  }
  return loads;
}

const cache = new WeakMap<RoutingProblem, Map<number, number>>();

/** The pickup of each paired drop-off. */
export function pickupsByDropoff(problem: RoutingProblem): Map<number, number> {
  let pickups = cache.get(problem);
  if (!pickups) {
    pickups = new Map();
    for (const [pickup, visit] of problem.visits.entries()) {
      if (visit.pairedDropoff !== undefined) pickups.set(visit.pairedDropoff, pickup);
    }
    cache.set(problem, pickups);
  }
  return pickups;
}
