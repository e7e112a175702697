import { RoutePool } from "./route-pool";
import { Score } from "./score";
import type { SearchRun } from "./search-run";
import { cheapestPartition } from "./set-partition";

/** How many new routes make another attempt worth its time, as a share of all. */
const NEWS_SHARE = 0.02;
/** Beyond, bounds take longer than they are worth. */
const MOST_VISITS = 1500;

/**
 * Puts routes of different plans together to one that is better than each: whole routes are what long searches find
 * and forget again (Subramanian, Uchoa & Ochi, "A hybrid algorithm for a class of vehicle routing problems", Computers
 * & OR 40(10), 2013, §4.2). Only where the cost of a plan is the sum of its routes' and everybody is served.
 */
export class Recombination {
  private readonly pool: RoutePool;
  private readonly isPossible: boolean;
  private newsBefore = 0;

  constructor(private readonly run: SearchRun) {
    this.pool = new RoutePool(run.problem, run.state);
    const isSeparable = run.state.parts.every((part) => part.penalty === undefined);
    // A route with returns to load in it is its vehicle's own.
    this.isPossible = isSeparable && !run.problem.hasReloads && run.problem.visitCount <= MOST_VISITS;
  }

  /** Keeps the routes of the current plan for later. */
  remember(): void {
    if (this.isPossible && this.run.state.pool.count === 0) this.pool.collect();
  }

  /** Goes on from a better plan than the best if the routes kept hold one; true if they did. */
  apply(): boolean {
    const { run, pool } = this;
    const worth = Math.max(1, pool.size * NEWS_SHARE);
    if (!this.isPossible || run.best.leftOut.some((count) => count > 0) || pool.news - this.newsBefore < worth) {
      return false;
    }
    this.newsBefore = pool.news;
    const { input, visitCount } = run.problem;
    const mostRoutes = input.fewestVehicles ? run.best.vehicles : run.problem.vehicleCount;
    const routes = pool.all();
    const chosen = cheapestPartition({
      visitCount,
      routes,
      classSize: pool.classSize,
      mostRoutes,
      below: run.best.cost,
    });
    if (!chosen) return false;
    const before = new Score(input.fewestVehicles);
    before.copy(run.best);
    const vehicleOf = new Map<number, Int32Array>();
    const free = Array.from(pool.classSize, (): number[] => []);
    for (let vehicle = 0; vehicle < run.problem.vehicleCount; vehicle++) free[pool.classOf[vehicle]].push(vehicle);
    for (const { vehicleClass, visits } of chosen) vehicleOf.set(free[vehicleClass].pop() as number, visits);
    run.adopt((vehicle) => vehicleOf.get(vehicle) ?? NO_VISITS);
    const isBetter = run.best.isBetterThan(before);
    // Going on from a plan that turns out broken or dearer would leave the search without a move to accept.
    if (!isBetter) run.returnToBest();
    return isBetter;
  }
}

const NO_VISITS = new Int32Array(0);
