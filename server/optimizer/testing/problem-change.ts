import fc from "fast-check";
import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";

export interface ProblemSize {
  readonly visits: number;
  readonly vehicles: number;
}

/** Puts a feature into a problem of the size it was drawn for. */
export type ProblemChange = (problem: RoutingProblem) => RoutingProblem;

/** Draws once per visit, and changes each visit by what was drawn for it. */
export function changeVisits<Drawn>(
  { visits }: ProblemSize,
  drawn: fc.Arbitrary<Drawn>,
  change: (drawn: Drawn, index: number, visit: RoutingVisit) => Partial<RoutingVisit>,
): fc.Arbitrary<ProblemChange> {
  return exactly(visits, drawn).map((all) => (problem) => ({
    ...problem,
    visits: problem.visits.map((visit, i) => ({ ...visit, ...change(all[i]!, i, visit) })),
  }));
}

/** Draws once per vehicle, and changes each vehicle by what was drawn for it. */
export function changeVehicles<Drawn>(
  { vehicles }: ProblemSize,
  drawn: fc.Arbitrary<Drawn>,
  change: (drawn: Drawn, vehicle: RoutingVehicle, index: number, problem: RoutingProblem) => Partial<RoutingVehicle>,
): fc.Arbitrary<ProblemChange> {
  return exactly(vehicles, drawn).map((all) => (problem) => ({
    ...problem,
    vehicles: problem.vehicles.map((vehicle, k) => ({ ...vehicle, ...change(all[k]!, vehicle, k, problem) })),
  }));
}

export function exactly<Drawn>(length: number, drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn[]> {
  return fc.array(drawn, { minLength: length, maxLength: length });
}

export function upTo(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max });
}

/** Mostly there, so that what has a feature can stand beside what has not. */
export function mostly<Drawn>(drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn | undefined> {
  return fc.option(drawn, { nil: undefined, freq: 3 });
}
