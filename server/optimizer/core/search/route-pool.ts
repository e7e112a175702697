import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import { Random } from "./random";

/** Routes kept at most; beyond, those not met again for the longest time go first. */
const MOST_ROUTES = 12_000;

/** One route that was part of a sound plan. */
export interface PooledRoute {
  /** Vehicles of one class can drive each other's routes; see `RoutePool.classOf`. */
  readonly vehicleClass: number;
  readonly visits: Int32Array;
  /** In core cost units. */
  readonly cost: number;
}

/** The routes of good plans met during a search, each set of visits once per class of vehicles, in its cheapest order. */
export class RoutePool {
  readonly classOf: Int32Array;
  /** Vehicles per class. */
  readonly classSize: Int32Array;
  /** Routes taken in so far, cheaper orders of known ones included. */
  news = 0;
  private readonly routes = new Map<number, PooledRoute>();
  private readonly seenVersion: Int32Array;
  private readonly keyOf: Float64Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
  ) {
    this.classOf = classesOf(problem);
    this.classSize = new Int32Array(Math.max(...this.classOf) + 1);
    for (const each of this.classOf) this.classSize[each]++;
    this.seenVersion = new Int32Array(problem.vehicleCount);
    this.keyOf = visitKeys(problem.visitCount);
  }

  get size(): number {
    return this.routes.size;
  }

  all(): PooledRoute[] {
    return [...this.routes.values()];
  }

  /** Takes in the routes that changed since the last time. */
  collect(): void {
    const { state, seenVersion } = this;
    for (let i = 0; i < state.usedCount; i++) {
      const route = state.used[i];
      if (seenVersion[route] === state.version[route] || state.isBroken(route)) continue;
      seenVersion[route] = state.version[route];
      this.add(route);
    }
    if (this.routes.size > MOST_ROUTES) this.forgetOldest();
  }

  private add(route: number): void {
    const { problem, state } = this;
    const { next } = state.links;
    const end = endNode(problem, route);
    const vehicleClass = this.classOf[route];
    let key = vehicleClass;
    for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) key += this.keyOf[node];
    const cost = state.costOf(route);
    const known = this.routes.get(key);
    // Met again, it becomes the youngest of the map.
    if (known !== undefined) this.routes.delete(key);
    if (known !== undefined && known.cost <= cost) {
      this.routes.set(key, known);
      return;
    }
    this.news++;
    const visits = new Int32Array(state.links.count[route]);
    let at = 0;
    for (let node = next[startNode(problem, route)]; node !== end; node = next[node]) visits[at++] = node;
    this.routes.set(key, { vehicleClass, visits, cost });
  }

  private forgetOldest(): void {
    let excess = this.routes.size - MOST_ROUTES / 2;
    for (const key of this.routes.keys()) {
      if (excess-- <= 0) return;
      this.routes.delete(key);
    }
  }
}

/** Vehicles that nothing tells apart share a class; one with bound visits, or closed, is a class of its own. */
function classesOf(problem: CoreProblem): Int32Array {
  const classOf = new Int32Array(problem.vehicleCount).fill(NONE);
  let count = 0;
  for (const members of problem.classMembers) {
    const shared = count++;
    for (const vehicle of members) {
      const isOwn = problem.boundCount[vehicle] > 0 || problem.closed[vehicle] === 1;
      classOf[vehicle] = isOwn ? count++ : shared;
    }
  }
  return classOf;
}

/** A random whole number below 2⁴⁰ per visit, so that a sum of them names a set: two sets hardly ever share one. */
function visitKeys(visitCount: number): Float64Array {
  const random = new Random(visitCount);
  return Float64Array.from({ length: visitCount }, () => Math.floor(random.unit() * 2 ** 40));
}
