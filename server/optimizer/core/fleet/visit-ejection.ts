import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE, type TravelProfile, UNLIMITED } from "../problem/problem-input";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";
import type { Ejection, Refusals } from "./ejection";
import { type LoadLimit, loadLimits } from "./load-limits";
import { shuffledRoutes } from "./shuffled-routes";

/** At most so many visits give way to one. */
const MOST_OUT = 3;
/** Nodes looked at in one search: long routes have more sets of visits than can be tried. */
const MOST_STEPS = 200_000;
/** Rules that the enumeration itself goes by, and those that no visit less could make content. */
const ENUMERATED: ReadonlySet<string> = new Set(["time-windows", "capacity", "shift", "compatibility", "locked"]);

/**
 * Ejection where every job is a single visit. Sets of visits are enumerated along the route in lexicographic order,
 * carrying the time along; loads are judged by what a route departs and returns with. What gets through is asked of
 * every rule, about the route as it would be.
 */
export class VisitEjection implements Ejection {
  private readonly order: Int32Array;
  private readonly limits: readonly LoadLimit[];
  /** Per limit, how much more than it the route would carry. */
  private readonly excess: Float64Array;

  private job = NONE;
  private refusals: Refusals = new Float64Array(0);
  private route = NONE;
  private end = NONE;
  private profile: TravelProfile;
  private isOverloaded = false;
  private readonly hasOtherRules: boolean;
  /** The set under trial, and what the job would stand behind. */
  private readonly out = new Int32Array(MOST_OUT);
  private before = NONE;
  private mostOut = 0;
  private stepsLeft = 0;

  private lowest = Number.POSITIVE_INFINITY;
  private readonly bestOut = new Int32Array(MOST_OUT);
  private bestCount = 0;
  private bestBefore = NONE;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    this.order = new Int32Array(problem.vehicleCount);
    this.limits = loadLimits(problem);
    this.excess = new Float64Array(this.limits.length);
    this.profile = problem.input.profiles[0];
    this.hasOtherRules = state.rules.some((rule) => !ENUMERATED.has(rule.name));
  }

  force(job: number, refusals: Refusals): boolean {
    this.job = job;
    this.refusals = refusals;
    this.lowest = Number.POSITIVE_INFINITY;
    this.bestBefore = NONE;
    this.stepsLeft = MOST_STEPS;
    const count = shuffledRoutes(this.state, this.random, this.order);
    // Small sets first: a low sum found early cuts most of the larger ones.
    for (this.mostOut = 1; this.mostOut <= MOST_OUT; this.mostOut++) {
      for (let i = 0; i < count && this.stepsLeft > 0; i++) this.search(this.order[i]);
    }
    if (this.bestBefore === NONE) return false;
    this.state.beginMove();
    this.takeOff(this.state.links.route[this.bestBefore], this.bestOut, this.bestCount);
    this.state.insert(job, this.bestBefore, NONE);
    return true;
  }

  private search(route: number): void {
    const { problem, state, limits } = this;
    if (problem.closed[route]) return;
    this.route = route;
    this.end = endNode(problem, route);
    this.profile = problem.input.profiles[problem.input.vehicleProfile[route]];
    const { next } = state.links;
    for (let i = 0; i < limits.length; i++) {
      const { amount, capacity } = limits[i];
      let load = amount[this.job];
      for (let node = next[startNode(problem, route)]; node !== this.end; node = next[node]) load += amount[node];
      this.excess[i] = load - capacity[route];
    }
    this.isOverloaded = !this.loadsFit();
    const first = problem.firstBefore[route];
    this.explore(first, state.schedule.departure[first], next[first], 0, 0, false);
  }

  /**
   * Goes along the route from `from`, left at `left`; the visits from `to` on are undecided, `count` of those before
   * are off, with `sum` refusals, and the job stands among them or not yet.
   */
  private explore(from: number, left: number, to: number, count: number, sum: number, isPlaced: boolean): void {
    const { job, refusals, end } = this;
    const { location, service, lastClose } = this.problem;
    const { schedule, links } = this.state;
    const { durationSeconds, size } = this.profile;
    let at = from;
    let time = left;
    let after = to;
    for (;;) {
      if (--this.stepsLeft < 0 || sum >= this.lowest) return;
      const row = location[at] * size;
      const arrival = time + (location[after] < 0 ? 0 : durationSeconds[row + location[after]]);
      if (isPlaced) {
        const fits = arrival <= schedule.latestArrival[after] && this.loadsFit();
        if ((fits && this.offer(count, sum)) || count === this.mostOut) return;
      } else {
        if (time > lastClose[job]) return;
        const start = schedule.startAt(job, time + durationSeconds[row + location[job]]);
        if (start !== UNLIMITED) {
          this.before = at;
          this.explore(job, start + service[job], after, count, sum, true);
        }
      }
      if (after === end) return;
      if (count < this.mostOut && sum + refusals[after] < this.lowest) {
        this.out[count] = after;
        this.lighten(after, 1);
        this.explore(at, time, links.next[after], count + 1, sum + refusals[after], isPlaced);
        this.lighten(after, -1);
      }
      const start = schedule.startAt(after, arrival);
      if (start === UNLIMITED) return;
      time = start + service[after];
      at = after;
      after = links.next[after];
      // The time gained by those taken off is lost again in waiting: from here on the job can stand without that.
      const isInVain = !isPlaced && count > 0 && time >= schedule.departure[at];
      if (isInVain && !this.isOverloaded && !this.hasOtherRules) return;
    }
  }

  private lighten(visit: number, sign: number): void {
    for (let i = 0; i < this.excess.length; i++) this.excess[i] -= sign * this.limits[i].amount[visit];
  }

  private loadsFit(): boolean {
    for (let i = 0; i < this.excess.length; i++) if (this.excess[i] > 0) return false;
    return true;
  }

  /** Takes a set that time and loads agree with as the best so far, unless another rule refuses it. */
  private offer(count: number, sum: number): boolean {
    if (!this.isAllowed(count)) return false;
    this.lowest = sum;
    this.bestCount = count;
    this.bestBefore = this.before;
    this.bestOut.set(this.out);
    return true;
  }

  /** Asks every rule, with the visits in the way off for a moment. */
  private isAllowed(count: number): boolean {
    const { state, job, route, before } = this;
    state.beginMove();
    this.takeOff(route, this.out, count);
    const after = state.links.next[before];
    let allowed = !state.isBroken(route);
    for (let i = 0; i < state.rules.length && allowed; i++) {
      const rule = state.rules[i];
      allowed = rule.admits?.(job, route) !== false && rule.fits?.(job, route, before, after) !== false;
    }
    state.rollBack();
    return allowed;
  }

  private takeOff(route: number, out: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) this.state.detach(out[i]);
    if (count > 0) this.state.refresh(route);
  }
}
