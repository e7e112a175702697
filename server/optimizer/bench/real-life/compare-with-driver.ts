import type { RoutingSolution } from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../../checker/check-solution";
import type { AmazonRoute } from "./read-amazon-routes";

export interface RouteFigures {
  readonly minutes: number;
  readonly km: number;
  /** Stops served after their window. */
  readonly late: number;
}

/** A driver's own sequence and ours, timed alike: the same estimated travel, service and windows. */
export function compareWithDriver(
  { asked, driven }: AmazonRoute,
  solution: RoutingSolution,
): { readonly driver: RouteFigures; readonly ours: RouteFigures } {
  const asDriven = { ...solution, routes: [driven], reloads: [[]], breaks: [[]], unassigned: [] };
  return { driver: figuresOf(asked.problem, asDriven), ours: figuresOf(asked.problem, solution) };
}

function figuresOf(problem: AmazonRoute["asked"]["problem"], solution: RoutingSolution): RouteFigures {
  const [route] = checkSolution(problem, solution).routes;
  const { returnSeconds, departureSeconds, distanceMeters, stops } = route!;
  return {
    minutes: Math.round((returnSeconds - departureSeconds) / 60),
    km: Math.round(distanceMeters / 100) / 10,
    late: stops.filter(({ lateSeconds }) => lateSeconds > 0).length,
  };
}
