import { PRIORITIES, type Priority, type RoutingProblem } from "@/server/domain/plan/routing-problem";
import { checkSolution } from "./check-solution";
import { pickupsByDropoff } from "./loads-on-board";
import type { CheckableSolution } from "./planned-route";

/** What a plan really comes to, at the prices of the problem it is measured by, whoever found it and for what goal. */
export interface PlanFigures {
  readonly vehiclesUsed: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly workSeconds: number;
  readonly overtimeSeconds: number;
  /** Late at visits and breaks, in all; 0 but where something bound is late. */
  readonly lateSeconds: number;
  readonly costCents: number;
  readonly emissionGrams: number;
  /** Standard deviation of working time over the vehicles used. */
  readonly workSpreadSeconds: number;
  /** Visits that must be served and are not. */
  readonly unassigned: Readonly<Record<Priority, number>>;
  /** Optional visits left out, and the prizes lost with them. */
  readonly optionalLeftOut: number;
  readonly lostPrizeCents: number;
}

/** The figures by which plans for different goals can be compared. */
export function planFigures(problem: RoutingProblem, solution: CheckableSolution): PlanFigures {
  const check = checkSolution(problem, solution);
  const work = check.routes.filter((route) => route.stops.length > 0).map((route) => route.workSeconds);
  const late = check.routes.flatMap(({ stops, breaks }) => [...stops, ...breaks].map((each) => each.lateSeconds));
  return {
    vehiclesUsed: check.vehiclesUsed,
    distanceMeters: check.distanceMeters,
    driveSeconds: check.driveSeconds,
    workSeconds: check.workSeconds,
    overtimeSeconds: check.overtimeSeconds,
    lateSeconds: late.reduce((sum, seconds) => sum + seconds, 0),
    costCents: check.costCents,
    emissionGrams: check.emissionGrams,
    workSpreadSeconds: standardDeviation(work),
    ...leftOut(problem, solution),
  };
}

/** Of a pair, the pickup's prize stands for both. */
function leftOut(problem: RoutingProblem, solution: CheckableSolution) {
  const pickups = pickupsByDropoff(problem);
  const unassigned = Object.fromEntries(PRIORITIES.map((priority) => [priority, 0])) as Record<Priority, number>;
  let optionalLeftOut = 0;
  let lostPrizeCents = 0;
  for (const { visit } of solution.unassigned) {
    const { prizeCents } = problem.visits[pickups.get(visit) ?? visit]!;
    if (prizeCents === undefined) unassigned[problem.visits[visit]!.priority]++;
    else optionalLeftOut++;
    if (!pickups.has(visit)) lostPrizeCents += prizeCents ?? 0;
  }
  return { unassigned, optionalLeftOut, lostPrizeCents };
}

function standardDeviation(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length);
}
