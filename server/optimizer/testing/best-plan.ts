import type { RouteBreak, RoutingProblem, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { checkSolution, type SolutionCheck } from "../checker/check-solution";
import type { CheckableSolution } from "../checker/planned-route";
import { compareScores, type PlanScore, planScore } from "./plan-score";

interface Drive {
  readonly visits: readonly number[];
  readonly reloads: readonly number[];
  readonly breaks: readonly RouteBreak[];
}

/** Drives of the first vehicles, and what they come to. */
interface Found {
  readonly drives: readonly Drive[];
  /** Vehicles where fewest are wanted, else 0; then cents. */
  readonly score: PlanScore;
}

/**
 * The best plan there is, found by trying everything: every choice and order of visits for every vehicle, with breaks
 * and reloads at every place, judged by the checker alone. For a handful of visits; knows neither balance nor
 * clustering, which are no sum over routes. None where what is bound allows no plan at all.
 */
export function bestPlan(problem: RoutingProblem): { plan: CheckableSolution; score: PlanScore } | undefined {
  let found = new Map<number, Found>([[0, { drives: [], score: [0, 0] }]]);
  for (const vehicle of problem.vehicles.keys()) {
    const ways = bestDrives(problem, vehicle);
    const longer = new Map<number, Found>();
    for (const [taken, before] of found) {
      for (const [visits, { drives, score }] of ways) {
        if ((taken & visits) !== 0) continue;
        const sum = before.score.map((part, i) => part + score[i]!);
        keepBetter(longer, taken | visits, { drives: [...before.drives, ...drives], score: sum });
      }
    }
    found = longer;
  }
  const plans = [...found.values()].map(({ drives }) => {
    const plan = planOf(problem, drives);
    return { plan, score: planScore(problem, plan) };
  });
  return plans.toSorted((a, b) => compareScores(a.score, b.score))[0];
}

/** Per set of visits, the cheapest sound way for a vehicle to serve them. */
function bestDrives(problem: RoutingProblem, vehicle: number): Map<number, Found> {
  const best = new Map<number, Found>();
  const prizeless = { ...problem, visits: problem.visits.map(withoutPrize) };
  const others = problem.vehicles.slice(0, vehicle).map(() => UNUSED);
  for (const visits of ordersOfSome([...problem.visits.keys()])) {
    for (const drive of waysToDrive(problem, vehicle, visits)) {
      const plan = planOf(problem, [...others, drive]);
      const check = checkSolution(problem, plan);
      if (!isSound(check, vehicle)) continue;
      const [vehicles, cents] = planScore(prizeless, plan, check).slice(-2);
      keepBetter(best, maskOf(visits), { drives: [drive], score: [vehicles!, cents!] });
    }
  }
  return best;
}

const UNUSED: Drive = { visits: [], reloads: [], breaks: [] };

function withoutPrize({ prizeCents: _, ...visit }: RoutingVisit): RoutingVisit {
  return visit;
}

function keepBetter(best: Map<number, Found>, visits: number, found: Found): void {
  const known = best.get(visits);
  if (!known || compareScores(found.score, known.score) < 0) best.set(visits, found);
}

/** Whether the checker finds nothing wrong with this one vehicle, all others being unused. */
function isSound({ violations }: SolutionCheck, vehicle: number): boolean {
  const faults = violations.filter((violation) => !violation.bound);
  return faults.every(({ code, vehicle: at = vehicle }) => code === "cost" || at !== vehicle);
}

/** Vehicles beyond the drives stay unused, and visits on none of them are left out. */
function planOf(problem: RoutingProblem, drives: readonly Drive[]): CheckableSolution {
  const all = problem.vehicles.map((_, k) => drives[k] ?? UNUSED);
  const routes = all.map((drive) => drive.visits);
  const routed = new Set(routes.flat());
  const leftOut = [...problem.visits.keys()].filter((visit) => !routed.has(visit));
  const unassigned = leftOut.map((visit) => ({ visit }));
  return {
    routes,
    reloads: all.map((each) => each.reloads),
    breaks: all.map((each) => each.breaks),
    unassigned,
    costCents: 0,
  };
}

function maskOf(visits: readonly number[]): number {
  return visits.reduce((mask, visit) => mask | (1 << visit), 0);
}

function* ordersOfSome(visits: readonly number[]): Generator<readonly number[]> {
  yield [];
  for (const first of visits) {
    for (const rest of ordersOfSome(visits.filter((visit) => visit !== first))) yield [first, ...rest];
  }
}

function* waysToDrive(problem: RoutingProblem, vehicle: number, visits: readonly number[]): Generator<Drive> {
  const { breaks = [], reload } = problem.vehicles[vehicle]!;
  if (visits.length === 0) {
    yield UNUSED;
    return;
  }
  for (const reloads of someOf([...visits.keys()].slice(1), reload?.maxCount ?? 0)) {
    for (const taken of waysToBreak([...breaks.keys()], 0, visits.length)) yield { visits, reloads, breaks: taken };
  }
}

/** Ascending choices of at most so many. */
function* someOf(positions: readonly number[], most: number): Generator<readonly number[]> {
  yield [];
  if (most === 0) return;
  for (const [i, first] of positions.entries()) {
    for (const rest of someOf(positions.slice(i + 1), most - 1)) yield [first, ...rest];
  }
}

/** Each break in order: not at all, or in front of a position from here on. */
function* waysToBreak(indices: readonly number[], from: number, to: number): Generator<readonly RouteBreak[]> {
  const [index, ...others] = indices;
  if (index === undefined) {
    yield [];
    return;
  }
  yield* waysToBreak(others, from, to);
  for (let before = from; before <= to; before++) {
    for (const rest of waysToBreak(others, before, to)) yield [{ index, before }, ...rest];
  }
}
