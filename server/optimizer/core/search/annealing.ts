import { NONE } from "../problem/problem-input";
import { loadInitialRoutes } from "./initial-routes";
import { Score } from "./score";
import type { SearchRun } from "./search-run";

/** Start and end temperature as shares of the mean cost per leg; a warm start keeps to the cool end. */
const HOTTEST = 1;
const COOLEST = 0.01;
const WARM_START = 0.1;
/** Of the ruins, those that dissolve a whole route: strings alone rarely empty one that is longer than they are. */
const WHOLE_ROUTE_SHARE = 0.005;
/** What one cooling is worth at least, in iterations per job; a budget for several of them is spent on several. */
const ITERATIONS_PER_JOB = 1000;
/** The same per job and job: where there are many, one cooling goes on gaining for longer. */
const ITERATIONS_PER_PAIR_OF_JOBS = 5;
const MOST_STARTS = 5;
/** Share of the budget for starting again, where it allows that; the rest goes on from the best. */
const STARTING_SHARE = 0.6;
/** Share of the budget after which it is known how many iterations it allows. */
const FORECAST_AT = 0.02;
/** Start temperature when going on from the best of several. */
const REHEATED = 0.15;
/** While it is hot, plans are no better than chance: from this share of a cooling on their routes are worth keeping. */
const REMEMBER_AFTER = 0.3;
/** In iterations. */
const REMEMBER_EVERY = 256;
/** Share of the budget between two attempts at putting routes of several plans together. */
const RECOMBINE_EVERY = 0.1;

/**
 * Simulated annealing. Where the budget allows, it first cools several times from plans of its own, because how many
 * routes a plan has is settled early and hardly changes later, and then goes on from the best. Ends when the budget does.
 */
export function anneal(run: SearchRun, warm: boolean): void {
  const unit = meanLegCost(run);
  if (warm) {
    cool(run, { hottest: unit * WARM_START, coolest: unit * COOLEST, until: () => 1 });
    return;
  }
  const from = run.budget.pace;
  let starts = 0;
  const shareOfStart = () => {
    const { pace } = run.budget;
    if (starts === 0 && pace - from >= FORECAST_AT) starts = affordableStarts(run, from);
    return starts <= 1 ? 1 : (STARTING_SHARE / starts) * (1 - from);
  };
  const hot = { hottest: unit * HOTTEST, coolest: unit * COOLEST };
  if (cool(run, { ...hot, until: () => from + shareOfStart() })) return;
  for (let start = 1; start < starts; start++) {
    run.recombination.apply();
    loadInitialRoutes(run.state, run.insertion, run.haste);
    run.settle();
    if (cool(run, { ...hot, until: () => from + (start + 1) * shareOfStart() })) return;
  }
  run.recombination.apply();
  run.returnToBest();
  cool(run, { hottest: unit * REHEATED, coolest: unit * COOLEST, until: () => 1 });
}

function affordableStarts(run: SearchRun, from: number): number {
  if (run.problem.input.fewestVehicles) return 1;
  const iterations = run.status.iterations / (run.budget.pace - from);
  const jobs = run.problem.jobs.length;
  const worthwhile = jobs * Math.max(ITERATIONS_PER_JOB, ITERATIONS_PER_PAIR_OF_JOBS * jobs);
  const starts = Math.floor(iterations / worthwhile);
  return Math.max(1, Math.min(starts, MOST_STARTS));
}

interface Cooling {
  readonly hottest: number;
  readonly coolest: number;
  /** Share of the budget at which it ends. */
  readonly until: () => number;
}

/**
 * Ruin and recreate at falling temperatures (§5.4 of the paper): a plan that serves as much is taken if its cost
 * exceeds the current one by less than T·(−ln u). One that serves more is always taken, one that serves less never.
 * True if the budget ended first.
 */
function cool(run: SearchRun, { hottest, coolest, until }: Cooling): boolean {
  const { state, current, random } = run;
  const candidate = new Score(run.problem.input.fewestVehicles);
  const ratio = coolest / hottest;
  const from = run.budget.pace;
  let temperature = hottest;
  let recombineAt = from + RECOMBINE_EVERY;
  while (!run.tick()) {
    if ((run.status.iterations & 31) === 0) {
      const progress = (run.budget.pace - from) / Math.max(1e-9, until() - from);
      if (progress >= 1) return false;
      temperature = hottest * ratio ** progress;
      if (progress > REMEMBER_AFTER && run.status.iterations % REMEMBER_EVERY === 0) run.recombination.remember();
      if (run.budget.pace >= recombineAt) {
        recombineAt = run.budget.pace + RECOMBINE_EVERY;
        run.recombination.apply();
      }
    }
    const ceiling = current.cost - temperature * Math.log(random.unit());
    ruinAndRecreate(run, ceiling);
    candidate.read(state);
    const service = candidate.compareService(current);
    const accepted = state.brokenCount === 0 && (service < 0 || (service === 0 && candidate.cost < ceiling));
    if (accepted) run.settle();
    else state.rollBack();
  }
  return true;
}

/**
 * One move: the caller decides whether it stands. Where everybody was served, it may be given up unfinished as soon as
 * it costs more than `ceiling` or somebody finds no place; without a ceiling it never is.
 */
export function ruinAndRecreate(run: SearchRun, ceiling = Number.POSITIVE_INFINITY): void {
  run.state.beginMove();
  const leftOut = run.state.pool.count;
  let centre = NONE;
  if (run.random.unit() < WHOLE_ROUTE_SHARE) run.wholeRoutes.ruin();
  else centre = run.strings.ruin();
  run.insertion.recreate(leftOut, centre, run.strings.near, ceiling);
}

/** What a leg costs on average as things stand, fixed costs aside. */
export function meanLegCost(run: SearchRun): number {
  const { state, problem } = run;
  let cost = state.totalCost;
  let legs = 0;
  for (let i = 0; i < state.usedCount; i++) {
    cost -= problem.fixedCost[state.used[i]];
    legs += state.links.count[state.used[i]] + 1;
  }
  return legs > 0 ? Math.max(1, cost / legs) : 1;
}
