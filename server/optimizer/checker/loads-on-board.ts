import type { Loads, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { type PlannedRoute, tripAt } from "./planned-route";

/** What is on board during one trip. */
export interface TripLoads {
  /** Position of its first visit. */
  readonly first: number;
  /** On leaving the start or the reload. */
  readonly atStart: Loads;
  readonly afterStops: readonly Loads[];
}

/**
 * Loads along a route, trip by trip. Deliveries are on board from the beginning of their trip, pickups to its end. A
 * paired drop-off hands over what its pickup took on, and nothing of it is loaded at the start.
 */
export function loadsOnBoard(problem: RoutingProblem, route: PlannedRoute): TripLoads[] {
  const pickupOf = pickupsByDropoff(problem);
  const carried = problem.vehicles[route.vehicle]!.done?.onBoard ?? NOTHING;
  return tripsOf(route).map(({ first, visits }) => ({
    first,
    ...loadsOfTrip(problem, visits, pickupOf, first === 0 ? carried : NOTHING),
  }));
}

export function loadsOfTrip(
  problem: RoutingProblem,
  visits: readonly number[],
  pickupOf: ReadonlyMap<number, number>,
  carried: Loads = NOTHING,
): Pick<TripLoads, "atStart" | "afterStops"> {
  let load = carried;
  for (const visit of visits) {
    if (!pickupOf.has(visit)) load = add(load, problem.visits[visit]!.deliver);
  }
  const atStart = load;
  const afterStops = visits.map((visit) => {
    const pickup = pickupOf.get(visit);
    const handedOver = pickup === undefined ? problem.visits[visit]!.deliver : problem.visits[pickup]!.pickup;
    load = add(subtract(load, handedOver), problem.visits[visit]!.pickup);
    return load;
  });
  return { atStart, afterStops };
}

/** The pickup of each paired drop-off. */
export function pickupsByDropoff(problem: RoutingProblem): Map<number, number> {
  const pickups = new Map<number, number>();
  for (const [pickup, visit] of problem.visits.entries()) {
    if (visit.pairedDropoff !== undefined) pickups.set(visit.pairedDropoff, pickup);
  }
  return pickups;
}

function tripsOf(route: PlannedRoute) {
  const trips: { first: number; visits: number[] }[] = [];
  for (const [position, visit] of route.visits.entries()) {
    const trip = tripAt(route, position);
    trips[trip] ??= { first: position, visits: [] };
    trips[trip].visits.push(visit);
  }
  return trips;
}

const NOTHING: Loads = [0, 0, 0, 0];

function add(a: Loads, b: Loads): Loads {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

function subtract(a: Loads, b: Loads): Loads {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
}
