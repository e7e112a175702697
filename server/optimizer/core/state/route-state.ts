import { activeRules } from "../constraints/active-rules";
import type { Rule } from "../constraints/rule";
import { activeParts } from "../objectives/active-parts";
import type { ObjectivePart } from "../objectives/objective-part";
import { type CoreProblem, endNode, startNode, tripsOf } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import { splitTrips } from "../problem/split-trips";
import { JobPool } from "./job-pool";
import { FULL_MODEL, type PlanModel } from "./plan-model";
import { RouteJournal } from "./route-journal";
import { RouteLinks } from "./route-links";
import { Schedule } from "./schedule";

/**
 * The plan under construction: every route with what is cached about it, and the jobs on none. A move is everything
 * between `beginMove` and the next one; until then `rollBack` undoes it.
 */
export class RouteState {
  readonly links: RouteLinks;
  readonly schedule: Schedule;
  readonly pool: JobPool;
  readonly rules: readonly Rule[];
  readonly parts: readonly ObjectivePart[];
  /** Routes with visits, dense and in no particular order. */
  readonly used: Int32Array;
  usedCount = 0;
  /** Per route: changes whenever the route does, and comes back when a move is undone. */
  readonly version: Int32Array;
  /** Money, in core cost units; exact. */
  totalCost = 0;
  /** Routes that break a rule as they stand: removing a visit may do that where a detour is quicker than the direct way. */
  brokenCount = 0;
  /** No route is opened beyond this many. */
  routeLimit = Number.POSITIVE_INFINITY;

  private readonly journal: RouteJournal;
  private readonly cost: Float64Array;
  private readonly broken: Uint8Array;
  private readonly usedIndex: Int32Array;
  private lastVersion = 0;

  constructor(
    readonly problem: CoreProblem,
    readonly model: PlanModel = FULL_MODEL,
  ) {
    this.links = new RouteLinks(problem);
    this.schedule = new Schedule(problem, this.links);
    this.pool = new JobPool(problem);
    this.journal = new RouteJournal(problem, this.links);
    this.used = new Int32Array(problem.vehicleCount);
    this.usedIndex = new Int32Array(problem.vehicleCount).fill(NONE);
    this.version = new Int32Array(problem.vehicleCount);
    this.cost = new Float64Array(problem.vehicleCount);
    this.broken = new Uint8Array(problem.vehicleCount);
    this.rules = activeRules(problem, this, model.rules);
    this.parts = activeParts(problem, this, model.parts);
    for (const job of problem.jobs) this.pool.add(job);
    for (let route = 0; route < problem.vehicleCount; route++) {
      const bound = [...problem.input.boundVisits[route]];
      let before = startNode(problem, route);
      for (const node of splitTrips(problem, route, bound, problem.input.locked[route] ? 0 : bound.length)) {
        this.links.insert(node, before);
        before = node;
      }
      this.refresh(route);
    }
  }

  beginMove(): void {
    this.journal.begin();
    this.pool.save();
  }

  /** Routes changed since the move began. */
  get touchedCount(): number {
    return this.journal.touchedCount;
  }

  touchedRoute(index: number): number {
    return this.journal.touchedRoute(index);
  }

  rollBack(): void {
    this.journal.relink();
    for (let i = 0; i < this.journal.touchedCount; i++) {
      const route = this.journal.touchedRoute(i);
      this.refresh(route);
      this.version[route] = this.journal.savedVersion(i);
    }
    this.pool.restore();
    this.journal.begin();
  }

  /** Puts a job after `before`, its drop-off if it has one after `beforeDropoff`. */
  insert(job: number, before: number, beforeDropoff: number): void {
    const route = this.links.route[before];
    this.journal.save(route, this.version[route]);
    this.links.insert(job, before);
    this.pool.take(job);
    const dropoff = this.problem.partner[job];
    if (dropoff < 0) {
      this.links.measureInsertion(route, job);
      this.takeNote(route, this.schedule.refreshInsertion(route, job));
      return;
    }
    this.links.insert(dropoff, beforeDropoff);
    this.refresh(route);
  }

  /** Takes a job off its route, whose caches stay stale until `refresh`. */
  detach(job: number): void {
    const route = this.links.route[job];
    this.journal.save(route, this.version[route]);
    this.links.remove(job);
    const dropoff = this.problem.partner[job];
    if (dropoff >= 0) this.links.remove(dropoff);
    this.pool.add(job);
  }

  /** Replaces every route. Each must hold its bound visits in front, and pairs whole; other jobs go to the pool. */
  load(routeOf: (vehicle: number) => ArrayLike<number>): void {
    const { problem, links, pool } = this;
    for (let route = 0; route < problem.vehicleCount; route++) links.clear(route);
    while (pool.count > 0) pool.take(pool.jobs[pool.count - 1]);
    for (let route = 0; route < problem.vehicleCount; route++) {
      const visits = routeOf(route);
      let before = startNode(problem, route);
      for (let i = 0; i < visits.length; i++) {
        links.insert(visits[i], before);
        before = visits[i];
      }
    }
    for (const job of problem.jobs) if (links.route[job] < 0) pool.add(job);
    for (let route = 0; route < problem.vehicleCount; route++) this.refresh(route);
    this.beginMove();
  }

  /** Takes all that can be moved off a route. */
  empty(route: number): void {
    const end = endNode(this.problem, route);
    let node = this.links.next[startNode(this.problem, route)];
    while (node !== end) {
      let after = this.links.next[node];
      if (this.problem.isJob[node]) {
        // The drop-off leaves with its pickup, so step over it.
        while (after === this.problem.partner[node] && after >= 0) after = this.links.next[after];
        this.detach(node);
      }
      node = after;
    }
    this.refresh(route);
  }

  /** After a ruin: takes off what cannot stay where it is without what was torn out. */
  loosen(): void {
    if (this.brokenCount === 0) return;
    for (let i = 0; i < this.journal.touchedCount; i++) {
      const route = this.journal.touchedRoute(i);
      if (this.broken[route]) for (const rule of this.rules) rule.loosen?.(route);
    }
  }

  /** A reload that the vehicle does not make yet, `NONE` if it has no more. */
  spareReload(route: number): number {
    const [first, end] = tripsOf(this.problem, route);
    for (let node = first; node < end; node++) if (this.links.route[node] < 0) return node;
    return NONE;
  }

  /** Makes the vehicle go back to load behind a node, if only to see what that would be like. A spare reload is needed. */
  openTrip(before: number): number {
    const route = this.links.route[before];
    const reload = this.spareReload(route);
    this.links.insert(reload, before);
    this.links.measure(route);
    this.takeNote(route, this.schedule.refresh(route));
    return reload;
  }

  /** Undoes `openTrip`. */
  closeTrip(reload: number, version: number): void {
    const route = this.links.route[reload];
    this.links.remove(reload);
    this.refresh(route);
    this.version[route] = version;
  }

  /** The same for good: a job must follow, or the trip is dropped with the next change of the route. */
  insertTrip(before: number): void {
    const route = this.links.route[before];
    this.journal.save(route, this.version[route]);
    this.openTrip(before);
  }

  /** Nobody goes back for a trip without visits. */
  private dropEmptyTrips(route: number): void {
    const { visitCount } = this.problem;
    const { next, prev } = this.links;
    const start = startNode(this.problem, route);
    const end = endNode(this.problem, route);
    while (prev[end] !== start && prev[end] >= visitCount) this.links.remove(prev[end]);
    for (let node = next[start]; node !== end; ) {
      const after = next[node];
      if (node >= visitCount && prev[node] >= visitCount) this.links.remove(node);
      node = after;
    }
  }

  /** Recomputes everything cached about a route. */
  refresh(route: number): void {
    if (this.problem.hasReloads) this.dropEmptyTrips(route);
    this.links.measure(route);
    this.takeNote(route, this.schedule.refresh(route));
  }

  /** Recomputes what depends on a route whose legs and times are current. */
  private takeNote(route: number, onTime: boolean): void {
    this.version[route] = ++this.lastVersion;
    let sound = onTime;
    for (let i = 0; i < this.rules.length; i++) {
      const refresh = this.rules[i].refresh;
      if (refresh !== undefined && !refresh(route)) sound = false;
    }
    this.brokenCount += (sound ? 0 : 1) - this.broken[route];
    this.broken[route] = sound ? 0 : 1;
    // A plan with a broken route never stands, and what such a route takes may be beyond what doubles add up exactly.
    const cost = sound ? this.routeCost(route) : 0;
    this.totalCost += cost - this.cost[route];
    this.cost[route] = cost;
    this.markUsed(route);
    for (let i = 0; i < this.parts.length; i++) this.parts[i].refresh?.(route);
  }

  /** What the plan as a whole is charged beyond money, in core cost units. */
  get penalty(): number {
    let sum = 0;
    for (let i = 0; i < this.parts.length; i++) sum += this.parts[i].penalty?.() ?? 0;
    return sum;
  }

  /** What a route costs as it stands, in core units; an unused vehicle costs nothing. */
  costOf(route: number): number {
    return this.cost[route];
  }

  isBroken(route: number): boolean {
    return this.broken[route] === 1;
  }

  /** An unused vehicle costs nothing. */
  private routeCost(route: number): number {
    if (this.links.count[route] === 0) return 0;
    const { fixedCost, costPerMeter, costPerSecond } = this.problem;
    const paidSeconds = costPerSecond[route] > 0 ? this.schedule.work.seconds[route] * costPerSecond[route] : 0;
    let cost = fixedCost[route] + this.links.distance[route] * costPerMeter[route] + paidSeconds;
    for (let i = 0; i < this.parts.length; i++) cost += this.parts[i].routeMoney?.(route) ?? 0;
    return cost;
  }

  private markUsed(route: number): void {
    const isUsed = this.links.count[route] > 0;
    const at = this.usedIndex[route];
    if (isUsed && at < 0) {
      this.usedIndex[route] = this.usedCount;
      this.used[this.usedCount++] = route;
    } else if (!isUsed && at >= 0) {
      const last = this.used[--this.usedCount];
      this.used[at] = last;
      this.usedIndex[last] = at;
      this.usedIndex[route] = NONE;
    }
  }
}
