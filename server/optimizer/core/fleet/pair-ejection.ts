import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import { BestPlace } from "../recreate/best-place";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";
import type { Ejection, Refusals } from "./ejection";
import { shuffledRoutes } from "./shuffled-routes";

/** Nodes looked at in one search, about: trying a pair everywhere on a route takes the square of its length. */
const MOST_STEPS = 200_000;

/**
 * Ejection where pairs are among the jobs, which leave and enter routes whole: one or two jobs are taken off and the
 * route is searched for a place as in any insertion. After Nagata & Kobayashi, "Guided ejection search for the pickup
 * and delivery problem with time windows", EvoCOP 2010.
 */
export class PairEjection implements Ejection {
  private readonly place: BestPlace;
  private readonly order: Int32Array;
  private readonly jobs: Int32Array;
  private stepsLeft = 0;

  private lowest = Number.POSITIVE_INFINITY;
  private bestRoute = NONE;
  private bestFirst = NONE;
  private bestSecond = NONE;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    this.place = new BestPlace(problem, state, random);
    this.order = new Int32Array(problem.vehicleCount);
    this.jobs = new Int32Array(problem.jobs.length);
  }

  force(job: number, refusals: Refusals): boolean {
    this.lowest = Number.POSITIVE_INFINITY;
    this.bestRoute = NONE;
    this.stepsLeft = MOST_STEPS;
    const count = shuffledRoutes(this.state, this.random, this.order);
    for (let i = 0; i < count; i++) this.tryOnes(job, this.order[i], refusals);
    for (let i = 0; i < count; i++) this.tryTwos(job, this.order[i], refusals);
    if (this.bestRoute === NONE) return false;
    this.state.beginMove();
    this.takeOff(this.bestRoute, this.bestFirst, this.bestSecond);
    this.place.findOn(job, this.bestRoute);
    this.state.insert(job, this.place.before, this.place.beforeDropoff);
    return true;
  }

  private tryOnes(job: number, route: number, refusals: Refusals): void {
    const count = this.listJobs(route, refusals);
    for (let i = 0; i < count; i++) this.tryWithout(job, route, this.jobs[i], NONE, refusals[this.jobs[i]]);
  }

  private tryTwos(job: number, route: number, refusals: Refusals): void {
    const { jobs } = this;
    const count = this.listJobs(route, refusals);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) this.tryWithout(job, route, jobs[i], jobs[j], refusals[jobs[i]] + refusals[jobs[j]]);
    }
  }

  /** The jobs on a route of which one alone does not already sum up to too much. */
  private listJobs(route: number, refusals: Refusals): number {
    const { problem } = this;
    const { next } = this.state.links;
    const end = endNode(problem, route);
    let count = 0;
    for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) {
      if (problem.isJob[node] && refusals[node] < this.lowest) this.jobs[count++] = node;
    }
    return count;
  }

  private tryWithout(job: number, route: number, first: number, second: number, sum: number): void {
    if (sum >= this.lowest || this.stepsLeft <= 0) return;
    const { state } = this;
    this.stepsLeft -= 1 + (state.links.count[route] * state.links.count[route]) / 4;
    state.beginMove();
    this.takeOff(route, first, second);
    const fits = !state.isBroken(route) && this.place.findOn(job, route);
    state.rollBack();
    if (!fits) return;
    this.lowest = sum;
    this.bestRoute = route;
    this.bestFirst = first;
    this.bestSecond = second;
  }

  private takeOff(route: number, first: number, second: number): void {
    this.state.detach(first);
    if (second >= 0) this.state.detach(second);
    this.state.refresh(route);
  }
}
