import type { CoreProblem } from "../problem/core-problem";
import { GreedyInsertion } from "../recreate/greedy-insertion";
import { RouteRemoval } from "../ruin/route-removal";
import { StringRemoval } from "../ruin/string-removal";
import type { PlanModel } from "../state/plan-model";
import { PlanSnapshot } from "../state/plan-snapshot";
import { RouteState } from "../state/route-state";
import { SearchBudget } from "../stop/search-budget";
import type { Haste, SearchStatus, StopCriterion } from "../stop/stop-criterion";
import { Random } from "./random";
import { Recombination } from "./recombination";
import { Score } from "./score";
import { verifyState } from "./verify-state";

/** How often, in iterations, the clock and the budgets are looked at. */
const CHECK_EVERY = 32;
/** How long after a stop what is out may still be inserted: most problems are complete by then. */
const GRACE_SECONDS = 0.2;

export interface SearchOptions {
  readonly seed: number;
  readonly stop: readonly StopCriterion[];
  /** Seconds since the plan was asked for. */
  readonly now: () => number;
  /** Called whenever the budgets are looked at: for progress, and for exchange with other threads. */
  readonly onCheck?: (run: SearchRun) => void;
  /** What the search knows; everything where absent. */
  readonly model?: PlanModel;
  /** Recomputes everything after each accepted move and throws on a difference; for tests. */
  readonly verify?: boolean;
}

/** What the phases of a search share: the plan, the operators, the best so far and the budget. */
export class SearchRun {
  readonly state: RouteState;
  readonly random: Random;
  readonly strings: StringRemoval;
  readonly wholeRoutes: RouteRemoval;
  readonly insertion: GreedyInsertion;
  readonly current: Score;
  readonly best: Score;
  readonly bestPlan: PlanSnapshot;
  readonly budget: SearchBudget;
  readonly recombination: Recombination;
  private stopSeconds: number | undefined;
  readonly status: SearchStatus = { iterations: 0, elapsedSeconds: 0, iterationsAtBest: 0, secondsAtBest: 0 };

  constructor(
    readonly problem: CoreProblem,
    readonly options: SearchOptions,
  ) {
    this.state = new RouteState(problem, options.model);
    this.random = new Random(options.seed);
    this.strings = new StringRemoval(problem, this.state, this.random);
    this.wholeRoutes = new RouteRemoval(problem, this.state, this.random);
    this.insertion = new GreedyInsertion(problem, this.state, this.random);
    this.current = new Score(problem.input.fewestVehicles);
    this.best = new Score(problem.input.fewestVehicles);
    this.bestPlan = new PlanSnapshot(problem);
    this.budget = new SearchBudget(options.stop);
    this.recombination = new Recombination(this);
  }

  /** Takes the state as the current plan, and as the best if it is. */
  settle(): void {
    this.current.read(this.state);
    if (this.options.verify) verifyState(this.state);
    if (this.state.brokenCount === 0 && this.current.isBetterThan(this.best)) this.recordBest();
  }

  recordBest(): void {
    this.best.read(this.state);
    this.bestPlan.capture(this.state);
    this.status.iterationsAtBest = this.status.iterations;
    this.status.secondsAtBest = this.status.elapsedSeconds;
  }

  returnToBest(): void {
    this.bestPlan.restore(this.state);
    this.current.read(this.state);
  }

  /** Goes on from another plan, such as a better one of another thread. */
  adopt(routeOf: (vehicle: number) => ArrayLike<number>): void {
    this.state.load(routeOf);
    this.settle();
    // Vehicles limited to the fewest known still are.
    const { routeLimit } = this.state;
    if (routeLimit < Number.POSITIVE_INFINITY) this.state.routeLimit = Math.min(routeLimit, this.best.vehicles);
  }

  /** Counts an iteration; true when the search must end. */
  tick(): boolean {
    this.status.iterations++;
    return this.status.iterations % CHECK_EVERY === 0 && this.check();
  }

  /** How a plan that is not complete yet goes on. */
  readonly haste = (): Haste => {
    this.status.elapsedSeconds = this.options.now();
    const haste = this.budget.haste(this.status);
    if (haste !== "overdue") return haste;
    this.stopSeconds ??= this.status.elapsedSeconds;
    return this.status.elapsedSeconds - this.stopSeconds < GRACE_SECONDS ? "due" : "overdue";
  };

  /** Looks at the clock and the budgets now. */
  check(): boolean {
    this.status.elapsedSeconds = this.options.now();
    this.options.onCheck?.(this);
    return this.budget.isSpent(this.status);
  }
}
