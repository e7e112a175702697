import { meanLegCost, ruinAndRecreate } from "../search/annealing";
import { Score } from "../search/score";
import type { SearchRun } from "../search/search-run";

/** Share of what is left of the budget. */
const SHARE = 0.25;
/** End temperature as a share of the first one, which is the mean cost per leg. */
const COOLED = 0.05;

/**
 * Anneals for a while as if there were a vehicle more. Ejection leaves pairs where they happened to fit, and with every
 * route full of pairs that enclose each other, ruins find no way to a cheaper plan: measured, one that cost 40 % more
 * than the best known was never left. What it finds with the vehicles there are is kept as the best; the state returns
 * to that.
 */
export function annealWithSpareVehicle(run: SearchRun): void {
  const { state, current, random } = run;
  const candidate = new Score(false);
  const hottest = meanLegCost(run);
  const from = run.budget.pace;
  const span = SHARE * (1 - from);
  state.routeLimit = run.best.vehicles + 1;
  while (!run.tick() && run.budget.pace < from + span) {
    const temperature = hottest * COOLED ** ((run.budget.pace - from) / span);
    const ceiling = current.cost - temperature * Math.log(random.unit());
    ruinAndRecreate(run, ceiling);
    candidate.read(state);
    const service = candidate.compareService(current);
    if (state.brokenCount === 0 && (service < 0 || (service === 0 && candidate.cost < ceiling))) {
      run.settle();
    } else state.rollBack();
  }
  run.returnToBest();
  state.routeLimit = run.best.vehicles;
}
