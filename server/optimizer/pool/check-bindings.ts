import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { ProblemFaults } from "./problem-faults";

/** Where a visit must stay: on which vehicle, and at which place of its route if that is fixed too (1 is the first). */
interface Binding {
  readonly vehicle: number;
  readonly place: number | undefined;
}

/** Reports routes and locks that name what is not there or contradict each other, and pairs that are none. */
export function checkBindings(problem: RoutingProblem, faults: ProblemFaults): void {
  const bindings = new Map<number, Binding>();
  for (const k of problem.vehicles.keys()) checkVehicleBindings(problem, k, bindings, faults);
  checkPairs(problem, bindings, faults);
}

function checkVehicleBindings(
  problem: RoutingProblem,
  k: number,
  bindings: Map<number, Binding>,
  faults: ProblemFaults,
): void {
  const { locked, frozenVisits, placedVisits = [] } = problem.vehicles[k]!;
  const initial = problem.initialRoutes[k] ?? [];
  const count = problem.visits.length;
  for (const visit of initial) faults.checkIndex(`initialRoutes[${k}]`, visit, count);
  for (const visit of frozenVisits) faults.checkIndex(`vehicles[${k}].frozenVisits`, visit, count);
  if (locked && frozenVisits.some((visit, i) => initial[i] !== visit)) {
    const action = "freeze the front of the locked route, or nothing";
    faults.report("locks-contradict", `vehicles[${k}].frozenVisits`, "are not the front of its locked route", action);
  }
  const taken = new Map<number, number>();
  const bind = (path: string, visit: number, place: number) => {
    const other = bindings.get(visit);
    if (other && (other.vehicle !== k || other.place !== place)) {
      const elsewhere = `at place ${other.place} of vehicle ${other.vehicle}`;
      faults.report("locks-contradict", path, `binds ${nameOf(problem, visit)}, which is bound ${elsewhere}`, UNLOCK);
    } else if (taken.has(place) && taken.get(place) !== visit) {
      const holder = nameOf(problem, taken.get(place)!);
      faults.report("locks-contradict", path, `binds ${nameOf(problem, visit)} where ${holder} is bound`, UNLOCK);
    }
    bindings.set(visit, { vehicle: k, place });
    taken.set(place, visit);
  };
  const bound = locked ? initial : frozenVisits;
  for (const [i, visit] of bound.entries()) bind(`vehicles[${k}].${locked ? "locked" : "frozenVisits"}`, visit, i + 1);
  for (const [i, { visit, place }] of placedVisits.entries()) {
    const path = `vehicles[${k}].placedVisits[${i}]`;
    if (!Number.isInteger(place) || place < 1) {
      faults.report("not-a-place", `${path}.place`, `is ${place}`, "places are counted from 1");
    }
    if (!faults.checkIndex(`${path}.visit`, visit, count)) continue;
    if (locked && !initial.includes(visit)) {
      faults.report("locks-contradict", path, "is not on the locked route", UNLOCK);
    } else bind(path, visit, place);
  }
}

const UNLOCK = "take one of the locks away";

function checkPairs(problem: RoutingProblem, bindings: ReadonlyMap<number, Binding>, faults: ProblemFaults): void {
  const dropoffs = new Set<number>();
  for (const [pickup, { pairedDropoff, direct }] of problem.visits.entries()) {
    const path = `visits[${pickup}].pairedDropoff`;
    if (pairedDropoff === undefined) {
      if (!direct) continue;
      faults.report("direct-without-pair", `visits[${pickup}].direct`, "is said of no pair", "name its drop-off");
      continue;
    }
    if (!faults.checkIndex(path, pairedDropoff, problem.visits.length)) continue;
    if (pairedDropoff === pickup || dropoffs.has(pairedDropoff)) {
      faults.report("pair-taken", path, "is already part of a pair", "give each pickup a drop-off of its own");
    } else if (problem.visits[pairedDropoff]?.pairedDropoff !== undefined) {
      faults.report("pair-taken", path, "is itself a pickup of a pair", "give the goods of both a visit of their own");
    }
    dropoffs.add(pairedDropoff);
    checkPairLocks(problem, { pickup, dropoff: pairedDropoff, path }, bindings, faults);
  }
}

interface Pair {
  readonly pickup: number;
  readonly dropoff: number;
  readonly path: string;
}

function checkPairLocks(
  problem: RoutingProblem,
  { pickup, dropoff, path }: Pair,
  bindings: ReadonlyMap<number, Binding>,
  faults: ProblemFaults,
): void {
  const from = bindings.get(pickup);
  const to = bindings.get(dropoff);
  if (!from || !to) return;
  if (from.vehicle !== to.vehicle) {
    const where = `${nameOf(problem, pickup)} is bound to vehicle ${from.vehicle}, its drop-off to ${to.vehicle}`;
    faults.report("pair-split-by-locks", path, where, UNLOCK);
  } else if (from.place !== undefined && to.place !== undefined && from.place > to.place) {
    const where = `is bound to place ${to.place}, its pickup to place ${from.place} after it`;
    faults.report("pair-split-by-locks", path, where, UNLOCK);
  }
}

function nameOf({ visits }: RoutingProblem, visit: number): string {
  return `visit ${visit} (${visits[visit]?.id})`;
}
