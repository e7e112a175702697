import type { Loads, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { loadsOnBoard, type TripLoads } from "../../checker/loads-on-board";
import type { PlannedRoute } from "../../checker/planned-route";
import { highest } from "./candidate";

/** What is on board between two visits of a trip. */
export interface GapLoads {
  /** Of the trips between reloads, counted from 0. */
  readonly trip: number;
  readonly load: Loads;
  /** The highest of the trip up to here and from here on. */
  readonly highestBefore: Loads;
  readonly highestBehind: Loads;
  /** Of the load, what is handed over further on; the rest stays on board to the end of the trip. */
  readonly stillToDeliver: Loads;
  /** Between the visits of a pair, which one trip must serve; or even of one that nothing may come between. */
  readonly splitsPair: boolean;
  readonly splitsDirectPair: boolean;
}

const NOTHING: Loads = [0, 0, 0, 0];

/** The loads in front of a position of the route, on the trip that ends there or the one that begins there. */
export function gapLoads(
  problem: RoutingProblem,
  route: PlannedRoute,
  pickupOf: ReadonlyMap<number, number>,
): (position: number, isBehindReload: boolean) => GapLoads {
  const onBoard = problem.vehicles[route.vehicle]!.done?.onBoard ?? NOTHING;
  const trips: TripLoads[] = loadsOnBoard(problem, route);
  if (trips.length === 0) trips.push({ first: 0, atStart: onBoard, afterStops: [] });
  const gaps = trips.map((trip, index) => gapsOfTrip(problem, route, pickupOf, trip, index));
  return (position, isBehindReload) => {
    const trip = trips.findLastIndex(({ first }) =>
      isBehindReload || position === 0 ? first <= position : first < position,
    );
    return gaps[trip]![position - trips[trip]!.first]!;
  };
}

function gapsOfTrip(
  problem: RoutingProblem,
  route: PlannedRoute,
  pickupOf: ReadonlyMap<number, number>,
  { first, atStart, afterStops }: TripLoads,
  trip: number,
): GapLoads[] {
  const loads = [atStart, ...afterStops];
  const visits = route.visits.slice(first, first + afterStops.length);
  const delivers = visits.map((visit) => (pickupOf.has(visit) ? NOTHING : problem.visits[visit]!.deliver));
  return loads.map((load, at) => {
    const open = visits
      .slice(0, at)
      .filter((visit) => visits.indexOf(problem.visits[visit]!.pairedDropoff ?? -1) >= at);
    return {
      trip,
      load,
      highestBefore: highest(loads.slice(0, at + 1)),
      highestBehind: highest(loads.slice(at)),
      stillToDeliver: delivers.slice(at).reduce(add, NOTHING),
      splitsPair: open.length > 0,
      splitsDirectPair: open.some((visit) => problem.visits[visit]!.direct),
    };
  });
}

function add(a: Loads, b: Loads): Loads {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}
