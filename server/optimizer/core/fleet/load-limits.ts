import type { CoreProblem } from "../problem/core-problem";
import { LOAD_DIMENSIONS } from "../problem/problem-input";

/** What visits add up to on a route, and what each vehicle can take of it. */
export interface LoadLimit {
  /** Per visit. */
  readonly amount: Float64Array;
  /** Per vehicle. */
  readonly capacity: Float64Array;
}

/**
 * What vehicles depart with and what they return with, in each dimension in which that could ever be too much. Both
 * fitting is necessary for a route, and enough where everything is delivered.
 */
export function loadLimits(problem: CoreProblem): LoadLimit[] {
  const { visitCount, vehicleCount, startLoad, loadChange, input } = problem;
  const limits: LoadLimit[] = [];
  for (let dimension = 0; dimension < LOAD_DIMENSIONS; dimension++) {
    const at = (index: number) => index * LOAD_DIMENSIONS + dimension;
    const capacity = Float64Array.from({ length: vehicleCount }, (_, k) => input.capacity[at(k)]);
    const onDeparture = Float64Array.from({ length: visitCount }, (_, v) => startLoad[at(v)]);
    const onReturn = onDeparture.map((load, v) => load + loadChange[at(v)]);
    for (const amount of [onDeparture, onReturn]) {
      const total = amount.reduce((sum, each) => sum + each, 0);
      if (capacity.some((room) => room < total)) limits.push({ amount, capacity });
    }
  }
  return limits;
}
