import fc from "fast-check";
import type { RoutingObjective, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { changeVehicles, type ProblemChange, type ProblemSize, upTo } from "./problem-change";

type Feature = (size: ProblemSize) => fc.Arbitrary<ProblemChange>;

export const fleet: Feature = () => fc.constant(aim({ goal: "fleet" }));

export const balance: Feature = () =>
  fc
    .record({
      by: fc.constantFrom("working-time" as const, "visits" as const),
      forced: fc.boolean(),
      factor: fc.constantFrom(0.1, 0.5, 1),
    })
    .map((drawn) => aim({ balance: drawn }));

export const clustering: Feature = () => fc.constantFrom(0.2, 1).map((drawn) => aim({ clustering: drawn }));

function aim(objective: Partial<RoutingObjective>): ProblemChange {
  return (problem) => ({ ...problem, objective: { ...problem.objective, ...objective } });
}

/** Routes to start from, which may be hopeless. */
export const warmStart: Feature = () => fc.constant(dealt);

/** Some vehicles whose routes are what they are, feasible or not. */
export const locked: Feature = (size) =>
  then(
    dealt,
    changeVehicles(size, upTo(2), (drawn) => (drawn === 0 ? { locked: true } : {})),
  );

/** One or two visits that stay at the front of a route. */
export const frozen: Feature = (size) =>
  then(
    dealt,
    changeVehicles(size, upTo(2), (count, vehicle, k, { initialRoutes }) =>
      vehicle.locked ? {} : { frozenVisits: initialRoutes[k]!.slice(0, count) },
    ),
  );

/** Up to two visits that belong to a vehicle at a place behind what is frozen, maybe beyond the route's end. */
export const placed: Feature = (size) =>
  then(
    dealt,
    changeVehicles(
      size,
      fc.tuple(upTo(2), upTo(3), upTo(2)),
      ([count, place, apart], vehicle, k, { initialRoutes }) => {
        if (vehicle.locked) return {};
        const frozenCount = vehicle.frozenVisits.length;
        const visits = initialRoutes[k]!.slice(frozenCount, frozenCount + count);
        const first = frozenCount + 1 + place;
        return { placedVisits: visits.map((visit, i) => ({ visit, place: first + i * (1 + apart) })) };
      },
    ),
  );

/**
 * Visits dealt round the vehicles by twos, since neighbours may be pairs, and some to none: good enough to lock, freeze
 * and start warm from.
 */
function dealt(problem: RoutingProblem): RoutingProblem {
  const hands = problem.vehicles.length + 1;
  const dealtTo = (visit: number) => Math.floor(visit / 2) % hands;
  const initialRoutes = problem.vehicles.map((_, k) => [...problem.visits.keys()].filter((i) => dealtTo(i) === k));
  return { ...problem, initialRoutes };
}

function then(first: ProblemChange, second: fc.Arbitrary<ProblemChange>): fc.Arbitrary<ProblemChange> {
  return second.map((change) => (problem) => change(first(problem)));
}
