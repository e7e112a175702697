import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { pickupsByDropoff } from "../../checker/loads-on-board";

/** What is asked of visits by index, prepared once per problem. */
export interface VisitLookup {
  /** The pickup of each paired drop-off. */
  readonly pickupOf: ReadonlyMap<number, number>;
  /** The vehicle on which a visit has a place of its own. */
  readonly placedOn: ReadonlyMap<number, number>;
}

export function visitLookup(problem: RoutingProblem): VisitLookup {
  const placed = problem.vehicles.flatMap(({ placedVisits = [] }, vehicle) =>
    placedVisits.map(({ visit }) => [visit, vehicle] as const),
  );
  return { pickupOf: pickupsByDropoff(problem), placedOn: new Map(placed) };
}
