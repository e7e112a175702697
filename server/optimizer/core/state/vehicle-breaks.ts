import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";

/** The breaks of each vehicle, counted from 0 in the order they are taken. */
export class VehicleBreaks {
  /** The most any vehicle has. */
  readonly most: number;

  constructor(private readonly problem: CoreProblem) {
    let most = 0;
    for (let vehicle = 0; vehicle < problem.vehicleCount; vehicle++) most = Math.max(most, this.count(vehicle));
    this.most = most;
  }

  count(vehicle: number): number {
    const { breakOffset } = this.problem.input;
    return breakOffset[vehicle + 1] - breakOffset[vehicle];
  }

  /** End of a break for which the driver is ready at `time`; `UNLIMITED` if it can no longer begin. */
  endOf(vehicle: number, index: number, time: number): number {
    const { breakOffset, breakFrom, breakTo, breakSeconds } = this.problem.input;
    const row = breakOffset[vehicle] + index;
    return time > breakTo[row] ? UNLIMITED : Math.max(time, breakFrom[row]) + breakSeconds[row];
  }

  /** Latest moment to be ready for a break that must end by `time`; `-UNLIMITED` if it never can. */
  latestReady(vehicle: number, index: number, time: number): number {
    const { breakOffset, breakFrom, breakTo, breakSeconds } = this.problem.input;
    const row = breakOffset[vehicle] + index;
    const begin = Math.min(time - breakSeconds[row], breakTo[row]);
    return begin < breakFrom[row] ? -UNLIMITED : begin;
  }

  /** Latest return of a route that takes only the first `taken`: the next one must not have become due. */
  latestReturn(vehicle: number, taken: number): number {
    const { breakOffset, breakTo } = this.problem.input;
    return taken < this.count(vehicle) ? breakTo[breakOffset[vehicle] + taken] : UNLIMITED;
  }

  /** Length of the first `taken` together. */
  seconds(vehicle: number, taken: number): number {
    const { breakOffset, breakSeconds } = this.problem.input;
    let sum = 0;
    for (let index = 0; index < taken; index++) sum += breakSeconds[breakOffset[vehicle] + index];
    return sum;
  }
}
