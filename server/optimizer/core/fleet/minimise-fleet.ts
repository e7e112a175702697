import type { CoreProblem } from "../problem/core-problem";
import { meanLegCost, ruinAndRecreate } from "../search/annealing";
import type { Random } from "../search/random";
import { Score } from "../search/score";
import type { SearchRun } from "../search/search-run";
import { verifyState } from "../search/verify-state";
import type { JobPool } from "../state/job-pool";
import { dissolveRoute } from "./dissolve-route";
import type { Ejection, Refusals } from "./ejection";
import { fewestVehicles } from "./fewest-vehicles";
import { PairEjection } from "./pair-ejection";
import { annealWithSpareVehicle } from "./spare-vehicle";
import { VisitEjection } from "./visit-ejection";

/** Share of the budget for finding fewer vehicles before cost is looked at. */
const SHARE = 0.5;
/** Ruins between two ejections: they move the plan about, and put in what fits by now. */
const RUINS = 2;
/** As a share of the mean cost per leg, for plans that leave out as many. */
const TEMPERATURE = 0.03;

/**
 * Fewest vehicles first: a route is dissolved, and its visits are forced onto the others one by one, each ejecting
 * those that are easiest to place elsewhere, until everyone is served again (Nagata & Bräysy 2009, see `Ejection`). In
 * between, ruin and recreate disturbs the plan, where they make random moves, and comes upon places on the way, where
 * they repair infeasible insertions. Leaves the state at the best plan found, its vehicles the limit if it leaves
 * nobody out.
 */
export function minimiseFleet(run: SearchRun): void {
  const { state, problem, random } = run;
  const enough = fewestVehicles(problem);
  const until = run.budget.pace + SHARE * (1 - run.budget.pace);
  const temperature = meanLegCost(run) * TEMPERATURE;
  // An optional job gives way before any other: no prize is worth a vehicle.
  const refusals: Refusals = Float64Array.from(problem.isOptional, (optional) => (optional ? 0 : 1));
  const hasPairs = problem.partner.some((partner) => partner >= 0);
  // Of the two, this one asks for a place like any insertion, and so knows of trips.
  const ejection = new (hasPairs || problem.hasReloads ? PairEjection : VisitEjection)(problem, state, random);
  const candidate = new Score(true);

  while (state.usedCount > enough && dissolveRoute(state, refusals)) {
    run.current.read(state);
    if (!reinsert(run, { until, temperature, refusals, ejection, candidate })) break;
    run.settle();
  }
  run.returnToBest();
  const servesAll = run.best.leftOut.every((count) => count === 0);
  state.routeLimit = servesAll ? run.best.vehicles : Number.POSITIVE_INFINITY;
  if (hasPairs && servesAll && run.budget.reason === undefined) annealWithSpareVehicle(run);
}

interface Reinsertion {
  readonly until: number;
  readonly temperature: number;
  readonly refusals: Refusals;
  readonly ejection: Ejection;
  readonly candidate: Score;
}

/** Goes on until the plan serves as much as the best one, with a vehicle less; false if the budget ends before that. */
function reinsert(run: SearchRun, reinsertion: Reinsertion): boolean {
  const { state, problem, current, best, random } = run;
  const { refusals, ejection } = reinsertion;
  while (current.compareService(best) >= 0) {
    for (let i = 0; i < RUINS && state.pool.requiredCount > 0; i++) {
      if (run.tick() || run.budget.pace >= reinsertion.until) return false;
      disturb(run, reinsertion);
    }
    if (state.pool.requiredCount === 0) break;
    const job = drawRequired(state.pool, problem, random);
    refusals[job]++;
    if (ejection.force(job, refusals)) current.read(state);
    if (run.options.verify) verifyState(state);
  }
  return true;
}

/** A random job among those out that must be served. */
function drawRequired({ jobs, count }: JobPool, { isOptional }: CoreProblem, random: Random): number {
  let at = random.below(count);
  while (isOptional[jobs[at]]) at = (at + 1) % count;
  return jobs[at];
}

/** One ruin and recreate, kept if those left out are easier to place, or as many and the plan is not much dearer. */
function disturb(run: SearchRun, { refusals, candidate, temperature }: Reinsertion): void {
  const { state, current, random } = run;
  const leftOut = state.pool.requiredCount;
  const difficulty = refusalsLeftOut(run, refusals);
  ruinAndRecreate(run);
  candidate.read(state);
  const isCheaper = candidate.cost < current.cost - temperature * Math.log(random.unit());
  const isEasier = refusalsLeftOut(run, refusals) < difficulty;
  if (state.brokenCount === 0 && (isEasier || (state.pool.requiredCount <= leftOut && isCheaper)))
    current.copy(candidate);
  else state.rollBack();
}

function refusalsLeftOut({ state }: SearchRun, refusals: Refusals): number {
  let sum = 0;
  for (let i = 0; i < state.pool.count; i++) sum += refusals[state.pool.jobs[i]];
  return sum;
}
