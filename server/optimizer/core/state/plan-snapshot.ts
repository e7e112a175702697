import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import type { RouteState } from "./route-state";

/** The sequence of every route, reloads included, and nothing that can be recomputed. */
export class PlanSnapshot {
  readonly sequence: Int32Array;
  /** Route k is `sequence[routeOffset[k] … routeOffset[k + 1] − 1]`. */
  readonly routeOffset: Int32Array;

  constructor(private readonly problem: CoreProblem) {
    this.sequence = new Int32Array(problem.nodeCount - 2 * problem.vehicleCount);
    this.routeOffset = new Int32Array(problem.vehicleCount + 1);
  }

  /** Visits on any route. */
  visitCount = 0;

  capture(state: RouteState): void {
    const { next } = state.links;
    let at = 0;
    this.visitCount = 0;
    for (let route = 0; route < this.problem.vehicleCount; route++) {
      this.routeOffset[route] = at;
      const end = endNode(this.problem, route);
      for (let node = next[startNode(this.problem, route)]; node !== end; node = next[node]) this.sequence[at++] = node;
      this.visitCount += state.links.count[route];
    }
    this.routeOffset[this.problem.vehicleCount] = at;
  }

  /** Makes the state what was captured. */
  restore(state: RouteState): void {
    state.load((route) => this.route(route));
  }

  /** Visits and reloads. */
  route(vehicle: number): Int32Array {
    return this.sequence.subarray(this.routeOffset[vehicle], this.routeOffset[vehicle + 1]);
  }
}
