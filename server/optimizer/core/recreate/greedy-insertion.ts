import type { CoreProblem } from "../problem/core-problem";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";
import { BestPlace } from "./best-place";
import { InsertionOrders } from "./insertion-orders";

/** Chance that a place is overlooked while searching. */
const BLINK_RATE = 0.01;
/** Of the jobs that have been out for long, how many are tried again after each ruin. */
const RETRIES = 24;

/** Greedy insertion with blinks (§5.3 of the paper): each job in turn goes to its cheapest feasible place. */
export class GreedyInsertion {
  private readonly place: BestPlace;
  private readonly orders: InsertionOrders;
  private readonly queue: Int32Array;

  constructor(
    problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    this.place = new BestPlace(problem, state, random);
    this.orders = new InsertionOrders(problem, random);
    this.queue = new Int32Array(problem.jobs.length);
  }

  /** Puts back what the last ruin tore out, and tries some of the `leftOut` jobs that were out before it. */
  recreate(leftOut: number): void {
    this.place.blinkAt(BLINK_RATE);
    const { jobs, count } = this.state.pool;
    let queued = 0;
    for (let i = leftOut; i < count; i++) this.queue[queued++] = jobs[i];
    if (leftOut <= RETRIES) {
      for (let i = 0; i < leftOut; i++) this.queue[queued++] = jobs[i];
    } else {
      const first = this.random.below(leftOut);
      for (let i = 0; i < RETRIES; i++) this.queue[queued++] = jobs[(first + i) % leftOut];
    }
    this.insertQueue(queued, leftOut > 0);
  }

  /**
   * Tries every job that is out, overlooking no place, until none fits as the routes stand. One pass is not enough: a
   * visit may shorten a route where the matrix calls a detour quicker, and so make room for one refused before.
   */
  insertAll(): void {
    const { pool } = this.state;
    this.place.blinkAt(0);
    for (let before = -1; pool.count > 0 && pool.count !== before; ) {
      before = pool.count;
      for (let i = 0; i < pool.count; i++) this.queue[i] = pool.jobs[i];
      this.insertQueue(pool.count, true);
    }
  }

  private insertQueue(count: number, tiersFirst: boolean): void {
    this.orders.sort(this.queue, count, tiersFirst);
    for (let i = 0; i < count; i++) {
      const job = this.queue[i];
      if (this.place.find(job)) this.state.insert(job, this.place.before, this.place.beforeDropoff);
    }
  }
}
