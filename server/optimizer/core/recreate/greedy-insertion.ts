import type { CoreProblem } from "../problem/core-problem";
import type { NeighbourLists } from "../problem/nearest-visits";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";
import type { Haste } from "../stop/stop-criterion";
import { BestPlace } from "./best-place";
import { InsertionOrders } from "./insertion-orders";

/** Chance that a place is overlooked while searching. */
const BLINK_RATE = 0.01;
/** Up to this many jobs that are out are all tried again after each ruin, and everywhere. */
const FEW_LEFT_OUT = 24;
/** Of more, those nearest to the gap, where one may take the place of another; and some that lie anywhere. */
const RETRIED_NEAR = 6;
const RETRIED_ANYWHERE = 2;
/** How often optional jobs may cost more than their prize, so that a group of them is found worth its way. */
const GENEROUS_SHARE = 0.05;

/** Greedy insertion with blinks (§5.3 of the paper): each job in turn goes to its cheapest feasible place. */
export class GreedyInsertion {
  private readonly place: BestPlace;
  private readonly orders: InsertionOrders;
  private readonly queue: Int32Array;
  /** Whether insertions hardly ever make a plan cheaper: no prizes to win, nothing charged for the plan as a whole. */
  private readonly onlyAdds: boolean;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    this.place = new BestPlace(problem, state, random);
    this.orders = new InsertionOrders(problem, random);
    this.queue = new Int32Array(problem.jobs.length);
    this.onlyAdds = !problem.hasOptionalJobs && state.parts.every((part) => part.penalty === undefined);
  }

  /**
   * Puts back what the last ruin tore out, and tries some of the `leftOut` jobs that were out before it near `centre`.
   * If nobody was left out and there is a ceiling, ends as soon as the plan can hardly become one that costs less.
   */
  recreate(leftOut: number, centre: number, near: NeighbourLists, ceiling: number): void {
    this.state.loosen();
    this.place.blinkAt(BLINK_RATE);
    this.place.isCrowded = leftOut > 0;
    const { jobs, count } = this.state.pool;
    let queued = 0;
    for (let i = leftOut; i < count; i++) this.queue[queued++] = jobs[i];
    const isCrowded = leftOut > FEW_LEFT_OUT;
    if (isCrowded) queued = this.queueSome(queued, leftOut, centre, near);
    else for (let i = 0; i < leftOut; i++) this.queue[queued++] = jobs[i];
    this.place.generosity = this.drawGenerosity(queued);
    if (leftOut === 0 && ceiling < Number.POSITIVE_INFINITY && this.onlyAdds) this.insertBelow(queued, ceiling);
    else this.insertQueue(queued, leftOut > 0, isCrowded);
  }

  /** Of the first `leftOut` jobs of the pool, the nearest to the gap and any others; the new length of the queue. */
  private queueSome(queued: number, leftOut: number, centre: number, near: NeighbourLists): number {
    const { pool } = this.state;
    const { queue } = this;
    const first = queued;
    let end = queued;
    if (centre >= 0) {
      const row = near.rowOf(centre);
      for (let i = -1; i < near.width && end - first < RETRIED_NEAR; i++) {
        const job = i < 0 ? centre : near.visits[row + i];
        if (job < 0) break;
        const place = pool.placeOf(job);
        if (place >= 0 && place < leftOut) queue[end++] = job;
      }
    }
    const nearEnd = end;
    const draw = this.random.below(leftOut);
    for (let i = 0; i < RETRIED_ANYWHERE; i++) {
      const job = pool.jobs[(draw + i) % leftOut];
      if (!queue.subarray(first, nearEnd).includes(job)) queue[end++] = job;
    }
    return end;
  }

  /**
   * Tries every job that is out, overlooking no place, until none fits as the routes stand. One pass is not enough: a
   * visit may shorten a route where the matrix calls a detour quicker, and so make room for one refused before.
   */
  insertAll(haste: () => Haste): void {
    const { pool } = this.state;
    this.place.blinkAt(0);
    this.place.generosity = 0;
    this.place.isCrowded = true;
    for (let before = -1; pool.count > 0 && pool.count !== before; ) {
      before = pool.count;
      for (let i = 0; i < before; i++) this.queue[i] = pool.jobs[i];
      this.orders.sort(this.queue, before, true);
      for (let i = 0; i < before; i++) {
        const pressed = haste();
        if (pressed === "overdue") return;
        const job = this.queue[i];
        // While routes are short, to look everywhere is quicker than to find out who lies near whom; but it serves fewer.
        if (pressed === "none" ? this.place.find(job) : this.place.findAnywhere(job)) this.insert(job);
      }
    }
  }

  /** Now and then what all optional jobs in the queue are worth, mostly nothing. */
  private drawGenerosity(queued: number): number {
    const { hasOptionalJobs, isOptional, jobPrize } = this.problem;
    if (!hasOptionalJobs || this.random.unit() >= GENEROUS_SHARE) return 0;
    let sum = 0;
    for (let i = 0; i < queued; i++) if (isOptional[this.queue[i]]) sum += jobPrize[this.queue[i]];
    return sum;
  }

  private insertQueue(count: number, tiersFirst: boolean, nearby: boolean): void {
    this.orders.sort(this.queue, count, tiersFirst);
    for (let i = 0; i < count; i++) {
      const job = this.queue[i];
      if (nearby ? this.place.findNearby(job) : this.place.find(job)) this.insert(job);
    }
  }

  /** Inserts until all are in, one finds no place, or the plan is too dear. */
  private insertBelow(count: number, ceiling: number): void {
    this.orders.sort(this.queue, count, false);
    for (let i = 0; i < count; i++) {
      const job = this.queue[i];
      if (!this.place.find(job) || this.state.totalCost + this.place.cost >= ceiling) return;
      this.insert(job);
    }
  }

  private insert(job: number): void {
    const { state, place } = this;
    if (place.tripBehind >= 0) state.insertTrip(place.tripBehind);
    const route = state.links.route[place.before];
    const wasBroken = state.isBroken(route);
    state.insert(job, place.before, place.beforeDropoff);
    if (wasBroken || !state.isBroken(route)) return;
    // Where what a place does to the whole route is only estimated, it may turn out not to work.
    state.detach(job);
    state.refresh(route);
  }
}
