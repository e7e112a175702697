import { meanLegCost, ruinAndRecreate } from "./annealing";
import { Score } from "./score";
import type { SearchRun } from "./search-run";

/** Share of the budget for finding fewer vehicles before cost is looked at. */
const SHARE = 0.25;
/** As a share of the mean cost per leg, for plans that leave out as many. */
const TEMPERATURE = 0.1;

/**
 * Fewest vehicles by absence counters (§5.5 of the paper): each time everyone is served, the route whose visits were
 * out least often is dissolved for good; plans are then compared by how often those left out were out before, so that
 * the search learns to keep the awkward ones in. Leaves the state at the best plan found, its vehicles the limit.
 */
export function minimiseFleet(run: SearchRun): void {
  const { state, problem, current } = run;
  if (state.pool.requiredCount > 0) return;
  const absences = new Float64Array(problem.visitCount);
  const candidate = new Score(true);
  const temperature = meanLegCost(run) * TEMPERATURE;
  if (dissolveEasiest(run, absences) < 0) return;
  let currentAbsence = 0;
  let leftOut = state.pool.requiredCount;
  const until = run.budget.pace + SHARE * (1 - run.budget.pace);

  while (!run.tick() && run.budget.pace < until) {
    ruinAndRecreate(run);
    candidate.read(state);
    const absence = sumOfAbsences(run, absences);
    const cheaper = candidate.cost < current.cost - temperature * Math.log(run.random.unit());
    const accepted =
      state.brokenCount === 0 && (absence < currentAbsence || (state.pool.requiredCount <= leftOut && cheaper));
    countAbsences(run, absences);
    if (accepted) current.read(state);
    else state.rollBack();
    if (accepted && state.pool.requiredCount === 0) {
      run.settle();
      if (dissolveEasiest(run, absences) < 0) break;
    }
    leftOut = state.pool.requiredCount;
    currentAbsence = sumOfAbsences(run, absences);
  }
  run.returnToBest();
  state.routeLimit = run.best.vehicles;
}

/** Empties the route whose visits have the smallest sum of absences and makes what is left the limit; −1 if none can be. */
function dissolveEasiest(run: SearchRun, absences: Float64Array): number {
  const { state, problem } = run;
  let easiest = -1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < state.usedCount; i++) {
    const route = state.used[i];
    if (problem.boundCount[route] > 0) continue;
    let sum = 0;
    for (let node = state.links.next[problem.visitCount + 2 * route]; node < problem.visitCount; ) {
      sum += absences[node];
      node = state.links.next[node];
    }
    if (sum < lowest) {
      lowest = sum;
      easiest = route;
    }
  }
  if (easiest < 0 || state.usedCount <= 1) return -1;
  state.beginMove();
  state.empty(easiest);
  state.routeLimit = state.usedCount;
  run.current.read(state);
  return easiest;
}

function sumOfAbsences(run: SearchRun, absences: Float64Array): number {
  const { pool } = run.state;
  let sum = 0;
  for (let i = 0; i < pool.count; i++) sum += absences[pool.jobs[i]];
  return sum;
}

function countAbsences(run: SearchRun, absences: Float64Array): void {
  const { pool } = run.state;
  for (let i = 0; i < pool.count; i++) absences[pool.jobs[i]]++;
}
