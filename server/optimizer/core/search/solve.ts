import { minimiseFleet } from "../fleet/minimise-fleet";
import { compileProblem } from "../problem/compile-problem";
import type { CoreProblem } from "../problem/core-problem";
import type { ProblemInput } from "../problem/problem-input";
import { COST_UNITS_PER_CENT } from "../problem/problem-input";
import type { StopReason } from "../stop/stop-criterion";
import { anneal } from "./annealing";
import { loadInitialRoutes } from "./initial-routes";
import { type SearchOptions, SearchRun } from "./search-run";

export interface SearchResult {
  /** Visits per vehicle, in order. */
  readonly routes: readonly Int32Array[];
  /** Per vehicle: places on its route in front of which it reloads. */
  readonly reloads: readonly (readonly number[])[];
  /** Per vehicle: which of its breaks it takes, and before which place of the route. */
  readonly breaks: readonly (readonly { readonly index: number; readonly before: number }[])[];
  readonly costCents: number;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly stopReason: StopReason;
  /** Stopped while its first plan was under construction: what it leaves out may well fit. */
  readonly isUnfinished: boolean;
}

/**
 * Plans routes: construction (or repair of the routes given), fewest vehicles if wanted, annealing, and a last pass
 * that puts in whatever still fits. The same seed and iteration budget give the same plan. Stopped while constructing,
 * the plan is what stands by then: sound, but visits may be left out that would fit.
 */
export function solve(input: ProblemInput, options: SearchOptions): SearchResult {
  if (input.visitCount === 0 || input.vehicleCount === 0) return nothingToPlan(input);
  const problem = compileProblem(input);
  const run = new SearchRun(problem, options);
  const warm = loadInitialRoutes(run.state, run.insertion, run.haste);
  const isUnfinished = run.haste() === "overdue";
  run.settle();
  run.recordBest();
  const trivial = problem.jobs.length === 0;
  if (!trivial && !run.check()) {
    if (input.fewestVehicles) minimiseFleet(run);
    if (run.budget.reason === undefined) anneal(run, warm);
  }
  run.returnToBest();
  run.state.routeLimit = Number.POSITIVE_INFINITY;
  if (!isUnfinished) run.insertion.insertAll(() => "due");
  run.settle();
  run.check();
  run.returnToBest();
  return {
    routes: Array.from({ length: problem.vehicleCount }, (_, vehicle) =>
      run.bestPlan.route(vehicle).filter((node) => node < problem.visitCount),
    ),
    reloads: Array.from({ length: problem.vehicleCount }, (_, vehicle) =>
      reloadPlaces(run.bestPlan.route(vehicle), problem),
    ),
    breaks: Array.from({ length: problem.vehicleCount }, (_, vehicle) => run.state.schedule.takenBreaks(vehicle)),
    costCents: Math.round(run.best.money / COST_UNITS_PER_CENT),
    iterations: run.status.iterations,
    elapsedSeconds: run.status.elapsedSeconds,
    stopReason: trivial ? "trivial" : (run.budget.reason ?? "stopped"),
    isUnfinished,
  };
}

/** How many visits stand in front of each reload. */
function reloadPlaces(route: Int32Array, { visitCount }: CoreProblem): number[] {
  const places: number[] = [];
  route.forEach((node, i) => {
    if (node >= visitCount) places.push(i - places.length);
  });
  return places;
}

function nothingToPlan(input: ProblemInput): SearchResult {
  const routes = Array.from({ length: input.vehicleCount }, () => new Int32Array(0));
  const none = routes.map(() => []);
  const found = { routes, reloads: none, breaks: none, costCents: 0 };
  return { ...found, iterations: 0, elapsedSeconds: 0, stopReason: "trivial", isUnfinished: false };
}
