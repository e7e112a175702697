import type { PooledRoute } from "./route-pool";

export interface PartitionProblem {
  readonly visitCount: number;
  readonly routes: readonly PooledRoute[];
  /** Vehicles per class, and routes in all, at most. */
  readonly classSize: Int32Array;
  readonly mostRoutes: number;
  /** Cost to beat. */
  readonly below: number;
}

const SUBGRADIENT_STEPS = 250;
/** Steps without a better bound after which they get shorter. */
const PATIENCE = 12;
/** Choices tried at most, times visits: what one takes grows with them. */
const MOST_WORK = 4e5;

/**
 * The cheapest choice of routes that serves every visit exactly once, if one is found below the cost given: bounds by
 * Lagrangean relaxation with subgradients, routes too dear by their reduced cost dropped, the rest tried depth first
 * (Balas & Padberg, "Set partitioning: a survey", SIAM Review 18(4), 1976; Caprara, Fischetti & Toth, "A heuristic
 * method for the set covering problem", Operations Research 47(5), 1999). Gives up after a fixed number of nodes.
 */
export function cheapestPartition(problem: PartitionProblem): readonly PooledRoute[] | undefined {
  const columns = layOut(problem.routes);
  const { lowerBound, reducedCost } = relax(problem, columns);
  const kept: number[] = [];
  for (let r = 0; r < problem.routes.length; r++) {
    if (lowerBound + Math.max(0, reducedCost[r]) < problem.below) kept.push(r);
  }
  kept.sort((a, b) => reducedCost[a] - reducedCost[b] || a - b);
  const chosen = new PartitionTree(problem, columns, kept, reducedCost, lowerBound).search();
  return chosen?.map((r) => problem.routes[r]);
}

/** The visits of route r are `visits[offset[r] … offset[r + 1] − 1]`. */
interface Columns {
  readonly offset: Int32Array;
  readonly visits: Int32Array;
  readonly cost: Float64Array;
}

function layOut(routes: readonly PooledRoute[]): Columns {
  const offset = new Int32Array(routes.length + 1);
  for (let r = 0; r < routes.length; r++) offset[r + 1] = offset[r] + routes[r].visits.length;
  const visits = new Int32Array(offset[routes.length]);
  for (let r = 0; r < routes.length; r++) visits.set(routes[r].visits, offset[r]);
  return { offset, visits, cost: Float64Array.from(routes, (route) => route.cost) };
}

function relax({ visitCount, below }: PartitionProblem, { offset, visits, cost }: Columns) {
  const routeCount = cost.length;
  const price = new Float64Array(visitCount).fill(below / visitCount);
  const bestPrice = price.slice();
  const reduced = new Float64Array(routeCount);
  const slack = new Int32Array(visitCount);
  let lowerBound = Number.NEGATIVE_INFINITY;
  let stride = 1.5;
  let waited = 0;
  for (let step = 0; step < SUBGRADIENT_STEPS && stride > 1e-3; step++) {
    slack.fill(1);
    let bound = 0;
    for (let v = 0; v < visitCount; v++) bound += price[v];
    for (let r = 0; r < routeCount; r++) {
      let rest = cost[r];
      for (let at = offset[r]; at < offset[r + 1]; at++) rest -= price[visits[at]];
      if (rest >= 0) continue;
      bound += rest;
      for (let at = offset[r]; at < offset[r + 1]; at++) slack[visits[at]]--;
    }
    if (bound > lowerBound) {
      lowerBound = bound;
      bestPrice.set(price);
      waited = 0;
    } else if (++waited >= PATIENCE) {
      stride /= 2;
      waited = 0;
      price.set(bestPrice);
      continue;
    }
    let norm = 0;
    for (let v = 0; v < visitCount; v++) norm += slack[v] * slack[v];
    if (norm === 0) break;
    const length = (stride * Math.max(below - bound, below * 1e-4)) / norm;
    for (let v = 0; v < visitCount; v++) price[v] += length * slack[v];
  }
  for (let r = 0; r < routeCount; r++) {
    reduced[r] = cost[r];
    for (let at = offset[r]; at < offset[r + 1]; at++) reduced[r] -= bestPrice[visits[at]];
  }
  return { lowerBound, reducedCost: reduced };
}

/** Serves one visit after the other, always the one with fewest routes left, dearest bounds cut off. */
class PartitionTree {
  private readonly routesOf: number[][];
  private readonly isServed: Uint8Array;
  private readonly left: Int32Array;
  private readonly chosen: number[] = [];
  private best: number[] | undefined;
  private bestCost: number;
  private nodes = 0;
  private readonly mostNodes: number;

  constructor(
    private readonly problem: PartitionProblem,
    private readonly columns: Columns,
    kept: readonly number[],
    private readonly reducedCost: Float64Array,
    private readonly lowerBound: number,
  ) {
    const { offset, visits } = columns;
    this.routesOf = Array.from({ length: problem.visitCount }, () => []);
    for (const r of kept) for (let at = offset[r]; at < offset[r + 1]; at++) this.routesOf[visits[at]].push(r);
    this.isServed = new Uint8Array(problem.visitCount);
    this.left = Int32Array.from(problem.classSize);
    this.bestCost = problem.below;
    this.mostNodes = MOST_WORK / problem.visitCount;
  }

  search(): readonly number[] | undefined {
    this.descend(0, 0, 0);
    return this.best;
  }

  private descend(served: number, cost: number, over: number): void {
    if (served === this.problem.visitCount) {
      if (cost < this.bestCost) {
        this.bestCost = cost;
        this.best = [...this.chosen];
      }
      return;
    }
    if (this.chosen.length >= this.problem.mostRoutes) return;
    for (const r of this.routesOf[this.scarcest()]) {
      if (this.nodes >= this.mostNodes) return;
      const excess = over + Math.max(0, this.reducedCost[r]);
      // Routes come cheapest first by reduced cost: all further ones are cut off as well.
      if (this.lowerBound + excess >= this.bestCost) return;
      if (!this.fits(r)) continue;
      this.nodes++;
      this.choose(r, 1);
      const { offset, cost: costs } = this.columns;
      this.descend(served + offset[r + 1] - offset[r], cost + costs[r], excess);
      this.choose(r, 0);
    }
  }

  private scarcest(): number {
    let scarcest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let v = 0; v < this.problem.visitCount; v++) {
      if (this.isServed[v]) continue;
      let count = 0;
      for (const r of this.routesOf[v]) {
        if (this.fits(r) && ++count >= fewest) break;
      }
      if (count >= fewest) continue;
      scarcest = v;
      fewest = count;
      if (count <= 1) break;
    }
    return scarcest;
  }

  private fits(r: number): boolean {
    if (this.left[this.problem.routes[r].vehicleClass] === 0) return false;
    const { offset, visits } = this.columns;
    for (let at = offset[r]; at < offset[r + 1]; at++) if (this.isServed[visits[at]]) return false;
    return true;
  }

  private choose(r: number, isServed: 0 | 1): void {
    const { offset, visits } = this.columns;
    for (let at = offset[r]; at < offset[r + 1]; at++) this.isServed[visits[at]] = isServed;
    this.left[this.problem.routes[r].vehicleClass] += isServed ? -1 : 1;
    if (isServed) this.chosen.push(r);
    else this.chosen.pop();
  }
}
