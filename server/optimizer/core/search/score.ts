import { TIERS } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";

/**
 * How good a plan is, compared part by part and never summed: visits left out from the most important tier down, then
 * vehicles where fewest are wanted, then cost: money and penalties. No number of visits of one tier ever outweighs one
 * of a higher.
 */
export class Score {
  readonly leftOut = new Int32Array(TIERS);
  vehicles = 0;
  cost = Number.POSITIVE_INFINITY;
  /** The part of the cost that is paid. */
  money = Number.POSITIVE_INFINITY;

  constructor(readonly fewestVehicles: boolean) {
    this.leftOut.fill(0x7fffffff);
  }

  read(state: RouteState): void {
    this.leftOut.set(state.pool.visitsByTier);
    this.vehicles = state.usedCount;
    this.money = state.totalCost;
    this.cost = state.totalCost + state.penalty;
  }

  copy(other: Score): void {
    this.leftOut.set(other.leftOut);
    this.vehicles = other.vehicles;
    this.money = other.money;
    this.cost = other.cost;
  }

  /** Negative if this serves more, or as much with fewer vehicles where that counts. */
  compareService(other: Score): number {
    for (let tier = TIERS - 1; tier >= 0; tier--) {
      const difference = this.leftOut[tier] - other.leftOut[tier];
      if (difference !== 0) return difference;
    }
    return this.fewestVehicles ? this.vehicles - other.vehicles : 0;
  }

  isBetterThan(other: Score): boolean {
    const service = this.compareService(other);
    return service < 0 || (service === 0 && this.cost < other.cost);
  }
}
