import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";

/**
 * Which jobs have no place on which routes as those stand: true until the route changes, and true again when the change
 * is undone. Where many visits cannot be served, asking anew each time is most of the work.
 */
export class RefusalMemo {
  private readonly vehicleCount: number;
  /** Version of route k at which it refused job j, at `j * vehicleCount + k`; versions begin at 1. */
  private readonly refusedAt: Int32Array;
  private readonly version: Int32Array;

  constructor(problem: CoreProblem, state: RouteState) {
    this.vehicleCount = problem.vehicleCount;
    this.refusedAt = new Int32Array(problem.visitCount * problem.vehicleCount);
    this.version = state.version;
  }

  isRefused(job: number, route: number): boolean {
    return this.refusedAt[job * this.vehicleCount + route] === this.version[route];
  }

  /** To be called only after every place on the route was asked about, and no rule allowed one. */
  refuse(job: number, route: number): void {
    this.refusedAt[job * this.vehicleCount + route] = this.version[route];
  }
}
