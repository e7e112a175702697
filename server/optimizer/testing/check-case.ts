import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { checkSolution, type SolutionCheck } from "../checker/check-solution";
import type { CheckableSolution } from "../checker/planned-route";
import { gridProblem } from "./grid-problem";

/**
 * Three visits 1, 2 and 3 blocks from the depot: a block is a kilometre and 100 seconds, service takes 60. Served in
 * order they start at 100, 260 and 420; the return is at 780, after 6 km and 600 s at the wheel.
 */
export interface CheckCase {
  readonly first?: Partial<RoutingVisit>;
  readonly second?: Partial<RoutingVisit>;
  readonly third?: Partial<RoutingVisit>;
  readonly vehicle?: Partial<RoutingVehicle>;
  readonly other?: Partial<RoutingVehicle>;
  readonly initialRoutes?: RoutingProblem["initialRoutes"];
  /** By default the first vehicle serves all three in order, and claims what that costs. */
  readonly plan?: Partial<CheckableSolution>;
  readonly closedLeg?: readonly [from: number, to: number];
}

function problemOf({ first, second, third, vehicle, other, initialRoutes, closedLeg }: CheckCase): RoutingProblem {
  const problem = gridProblem({
    visits: 3,
    vehicles: 2,
    visit: (i) => [first, second, third][i] ?? {},
    vehicle: (k) => [vehicle, other][k] ?? {},
    initialRoutes: initialRoutes ?? [],
  });
  if (closedLeg) problem.matrices[0]!.durationSeconds[closedLeg[0] * 4 + closedLeg[1]] = -1;
  return problem;
}

/** The plan as the checker sees it, its claim of cost made true. */
export function checkCase(given: CheckCase): SolutionCheck {
  const problem = problemOf(given);
  const plan: CheckableSolution = {
    routes: [[0, 1, 2], []],
    reloads: [[], []],
    breaks: [[], []],
    unassigned: [],
    costCents: 0,
    ...given.plan,
  };
  const costCents = given.plan?.costCents ?? checkSolution(problem, plan).costCents;
  return checkSolution(problem, { ...plan, costCents });
}
