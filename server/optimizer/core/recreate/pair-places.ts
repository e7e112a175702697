import type { PairWalk } from "../constraints/rule";
import { type CoreProblem, endNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";

/**
 * The cheapest place for a pickup and its drop-off on one route. What each drop-off place adds is worked out once, and
 * with it the least that any place behind a pickup could: only pickups that could still beat the best so far are asked
 * about, and then every rule walks along the route.
 */
export class PairPlaces {
  /** Results of the last `scan`. */
  before = NONE;
  beforeDropoff = NONE;
  cost = Number.POSITIVE_INFINITY;

  private readonly walks: readonly PairWalk[];
  /** Nodes of the route a drop-off could stand behind, in order, and what it would add there; least of all further on. */
  private readonly nodes: Int32Array;
  private readonly added: Float64Array;
  private readonly leastAhead: Float64Array;
  private meters: Int32Array;
  private seconds: Int32Array;
  private size = 0;
  private perMeter = 0;
  private perSecond = 0;
  private isDriven = false;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
  ) {
    this.walks = state.rules.map((rule) => rule.walk).filter((walk) => walk !== undefined);
    this.meters = problem.input.profiles[0].distanceMeters;
    this.seconds = problem.input.profiles[0].durationSeconds;
    this.nodes = new Int32Array(problem.nodeCount);
    this.added = new Float64Array(problem.nodeCount);
    this.leastAhead = new Float64Array(problem.nodeCount + 1);
  }

  /**
   * Tries every place on a route but those skipped; true if one is cheaper than `below`. Time is priced by driving and
   * service alone: the waiting a pair saves or causes is left to the exact cost of the move.
   */
  scan(pickup: number, route: number, opening: number, below: number, skips: () => boolean): boolean {
    const { problem, state, nodes } = this;
    const { departure, latestArrival } = state.schedule;
    const { next } = state.links;
    const dropoff = problem.partner[pickup];
    this.priceOn(route);
    const count = this.weighDropoffs(dropoff, route);
    const earliestLeave = problem.open[pickup] + problem.service[pickup];
    const base = opening + this.serviceCost(pickup, dropoff);
    this.before = NONE;
    this.cost = below;
    for (let i = 0; i < count; i++) {
      const before = nodes[i];
      if (departure[before] > problem.lastClose[pickup]) break;
      const after = next[before];
      // Too late even without any travel.
      const leaves = Math.max(departure[before] + problem.service[pickup], earliestLeave);
      if (leaves > latestArrival[after] || skips()) continue;
      const inward = base + this.leg(before, pickup) - this.spared(before);
      const apart = inward + this.leg(pickup, after);
      const together = inward + this.leg(pickup, dropoff) + this.leg(dropoff, after);
      if (together < this.cost || apart + this.leastAhead[i + 1] < this.cost)
        this.walk(pickup, route, i, together, apart, count);
    }
    return this.before >= 0;
  }

  /** Lists where the drop-off could stand as far as its windows go, and what that adds; how many places there are. */
  private weighDropoffs(dropoff: number, route: number): number {
    const { problem, state, nodes, added, leastAhead } = this;
    const { departure, latestArrival } = state.schedule;
    const { next } = state.links;
    const earliestLeave = problem.open[dropoff] + problem.service[dropoff];
    const end = endNode(problem, route);
    let count = 0;
    for (let at = problem.firstBefore[route]; at !== end; at = next[at]) {
      if (departure[at] > problem.lastClose[dropoff]) break;
      const after = next[at];
      const leaves = Math.max(departure[at] + problem.service[dropoff], earliestLeave);
      nodes[count] = at;
      added[count++] =
        leaves > latestArrival[after]
          ? Number.POSITIVE_INFINITY
          : this.leg(at, dropoff) + this.leg(dropoff, after) - this.spared(at);
    }
    leastAhead[count] = Number.POSITIVE_INFINITY;
    for (let i = count - 1; i >= 0; i--) leastAhead[i] = Math.min(added[i], leastAhead[i + 1]);
    return count;
  }

  /** Goes on from a pickup behind place `first`, the drop-off coming at once or later on. */
  private walk(pickup: number, route: number, first: number, together: number, apart: number, count: number): void {
    const { nodes, added, leastAhead } = this;
    const { next } = this.state.links;
    const dropoff = this.problem.partner[pickup];
    const before = nodes[first];
    if (!this.begins(pickup, route, before)) return;
    if (together < this.cost && this.closes(dropoff, next[before])) this.take(before, pickup, together);
    for (let i = first + 1; i < count && apart + leastAhead[i] < this.cost; i++) {
      if (!this.passes(nodes[i])) return;
      const cost = apart + added[i];
      if (cost < this.cost && this.closes(dropoff, next[nodes[i]])) this.take(before, nodes[i], cost);
    }
  }

  private take(before: number, beforeDropoff: number, cost: number): void {
    this.before = before;
    this.beforeDropoff = beforeDropoff;
    this.cost = cost;
  }

  private begins(pickup: number, route: number, before: number): boolean {
    const { walks } = this;
    for (let i = 0; i < walks.length; i++) if (!walks[i].begin(pickup, route, before)) return false;
    return true;
  }

  private passes(visit: number): boolean {
    const { walks } = this;
    for (let i = 0; i < walks.length; i++) if (!walks[i].pass(visit)) return false;
    return true;
  }

  private closes(dropoff: number, after: number): boolean {
    const { walks } = this;
    for (let i = 0; i < walks.length; i++) if (!walks[i].closes(dropoff, after)) return false;
    return true;
  }

  /** Keeps at hand what legs of a route cost. */
  private priceOn(route: number): void {
    const { input, costPerMeter, costPerSecond } = this.problem;
    const { distanceMeters, durationSeconds, size } = input.profiles[input.vehicleProfile[route]];
    this.meters = distanceMeters;
    this.seconds = durationSeconds;
    this.size = size;
    this.perMeter = costPerMeter[route];
    this.perSecond = costPerSecond[route];
    this.isDriven = this.state.links.count[route] > 0;
  }

  /** What the way from a node to the next one costs, if it is driven at all. */
  private spared(at: number): number {
    if (!this.isDriven) return 0;
    const { legDistance, legDuration } = this.state.links;
    const cost = legDistance[at] * this.perMeter;
    return this.perSecond === 0 ? cost : cost + legDuration[at] * this.perSecond;
  }

  private leg(from: number, to: number): number {
    const { location } = this.problem;
    if (location[to] < 0) return 0;
    const leg = location[from] * this.size + location[to];
    const cost = this.meters[leg] * this.perMeter;
    return this.perSecond === 0 ? cost : cost + this.seconds[leg] * this.perSecond;
  }

  private serviceCost(pickup: number, dropoff: number): number {
    const { service } = this.problem;
    return (service[pickup] + service[dropoff]) * this.perSecond;
  }
}
