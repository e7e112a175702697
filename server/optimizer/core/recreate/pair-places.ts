import { type CoreProblem, endNode } from "../problem/core-problem";
import { NONE } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";

/** The cheapest place for a drop-off once its pickup stands somewhere; every rule walks along. */
export class PairPlaces {
  beforeDropoff = NONE;
  cost = Number.POSITIVE_INFINITY;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
  ) {}

  /**
   * Tries every drop-off place behind a pickup standing after `before`; true if one is cheaper than `below`. Time is
   * priced by driving and service alone: the waiting a pair saves or causes is left to the exact cost of the move.
   */
  scan(pickup: number, route: number, before: number, opening: number, below: number): boolean {
    const { problem, state } = this;
    const { rules } = state;
    for (let i = 0; i < rules.length; i++) {
      const walk = rules[i].walk;
      if (walk !== undefined && !walk.begin(pickup, route, before)) return false;
    }
    const dropoff = problem.partner[pickup];
    const { next, legDistance, legDuration, count } = state.links;
    const driven = count[route] > 0;
    const end = endNode(problem, route);
    const spared = driven ? this.price(route, legDistance[before], legDuration[before]) : 0;
    const base = opening + this.leg(route, before, pickup) - spared + this.serviceCost(route, pickup, dropoff);

    this.cost = below;
    this.beforeDropoff = NONE;
    let at = pickup;
    let detour = base;
    let after = next[before];
    for (;;) {
      const reopened = at === pickup || !driven ? 0 : this.price(route, legDistance[at], legDuration[at]);
      const cost = detour - reopened + this.leg(route, at, dropoff) + this.leg(route, dropoff, after);
      if (cost < this.cost && this.closes(dropoff, after)) {
        this.cost = cost;
        this.beforeDropoff = at;
      }
      if (after === end || !this.pass(after)) break;
      if (at === pickup) detour += this.leg(route, pickup, after);
      at = after;
      after = next[after];
    }
    return this.beforeDropoff >= 0;
  }

  private closes(dropoff: number, after: number): boolean {
    const { rules } = this.state;
    for (let i = 0; i < rules.length; i++) {
      const walk = rules[i].walk;
      if (walk !== undefined && !walk.closes(dropoff, after)) return false;
    }
    return true;
  }

  private pass(visit: number): boolean {
    const { rules } = this.state;
    for (let i = 0; i < rules.length; i++) {
      const walk = rules[i].walk;
      if (walk !== undefined && !walk.pass(visit)) return false;
    }
    return true;
  }

  private leg(route: number, from: number, to: number): number {
    const { location, input } = this.problem;
    if (location[to] < 0) return 0;
    const { distanceMeters, durationSeconds, size } = input.profiles[input.vehicleProfile[route]];
    const leg = location[from] * size + location[to];
    return this.price(route, distanceMeters[leg], durationSeconds[leg]);
  }

  private price(route: number, meters: number, seconds: number): number {
    return meters * this.problem.costPerMeter[route] + seconds * this.problem.costPerSecond[route];
  }

  private serviceCost(route: number, pickup: number, dropoff: number): number {
    const { service, costPerSecond } = this.problem;
    return (service[pickup] + service[dropoff]) * costPerSecond[route];
  }
}
