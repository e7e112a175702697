import { NONE } from "../problem/problem-input";
import { Score } from "./score";
import type { SearchRun } from "./search-run";

/** Start and end temperature as shares of the mean cost per leg; a warm start keeps to the cool end. */
const HOTTEST = 1;
const COOLEST = 0.01;
const WARM_START = 0.1;
/** Of the ruins, those that dissolve a whole route: strings alone rarely empty one that is longer than they are. */
const WHOLE_ROUTE_SHARE = 0.005;

/**
 * Simulated annealing over ruin and recreate (§5.4 of the paper): a plan that serves as much is taken if its cost
 * exceeds the current one by less than T·(−ln u). One that serves more is always taken, one that serves less never.
 * Ends when the budget does.
 */
export function anneal(run: SearchRun, warm: boolean): void {
  const { state, current, random } = run;
  const candidate = new Score(run.problem.input.fewestVehicles);
  const unit = meanLegCost(run);
  const hottest = unit * (warm ? WARM_START : HOTTEST);
  const ratio = (unit * COOLEST) / hottest;
  const from = run.budget.pace;
  let temperature = hottest;
  while (!run.tick()) {
    if ((run.status.iterations & 31) === 0) {
      temperature = hottest * ratio ** ((run.budget.pace - from) / Math.max(1e-9, 1 - from));
    }
    const ceiling = current.cost - temperature * Math.log(random.unit());
    ruinAndRecreate(run, ceiling);
    candidate.read(state);
    const service = candidate.compareService(current);
    const accepted = state.brokenCount === 0 && (service < 0 || (service === 0 && candidate.cost < ceiling));
    if (accepted) run.settle();
    else state.rollBack();
  }
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
