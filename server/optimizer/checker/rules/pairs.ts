import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { boundVisits, type CheckableSolution, plannedRoute, tripAt } from "../planned-route";
import type { Violation } from "../violation";

/** Both visits of a pair ride on one trip of one vehicle, pickup first, or neither is served; direct ones at once. */
export function* pairs(problem: RoutingProblem, solution: CheckableSolution): Generator<Violation> {
  const vehicleOf = new Map(solution.routes.flatMap((route, k) => route.map((visit) => [visit, k] as const)));
  const isFree = (visit: number) => {
    const vehicle = vehicleOf.get(visit);
    return vehicle !== undefined && !boundVisits(problem, vehicle).includes(visit);
  };
  for (const [pickup, { pairedDropoff: dropoff, direct }] of problem.visits.entries()) {
    if (dropoff === undefined) continue;
    const vehicle = vehicleOf.get(pickup);
    const bound = !isFree(pickup) && !isFree(dropoff);
    const subject = { visit: pickup, bound };
    if (vehicle !== vehicleOf.get(dropoff)) {
      const name = (k: number | undefined) => (k === undefined ? "left out" : `on vehicle ${k}`);
      const cause = `pickup ${name(vehicle)}, drop-off ${dropoff} ${name(vehicleOf.get(dropoff))}`;
      yield { code: "pair-split", cause, ...subject };
    } else if (vehicle !== undefined) {
      const route = plannedRoute(problem, solution, vehicle);
      const from = route.visits.indexOf(pickup);
      const to = route.visits.indexOf(dropoff);
      const onRoute = { vehicle, ...subject };
      if (from > to) {
        yield { code: "pair-order", cause: `drop-off ${dropoff} at ${to}, pickup at ${from}`, ...onRoute };
      } else if (tripAt(route, from) !== tripAt(route, to)) {
        const cause = `trip ${tripAt(route, from)}, drop-off ${dropoff} trip ${tripAt(route, to)}`;
        yield { code: "pair-trip", cause, ...onRoute };
      } else if (direct && to !== from + 1) {
        yield { code: "pair-direct", cause: `${to - from - 1} visits before drop-off ${dropoff}`, ...onRoute };
      }
    }
  }
}
