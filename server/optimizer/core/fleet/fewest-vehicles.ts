import type { CoreProblem } from "../problem/core-problem";
import { loadLimits } from "./load-limits";

/** How many vehicles any plan that serves everyone needs at least: for what there is to carry, and for bound visits. */
export function fewestVehicles(problem: CoreProblem): number {
  let fewest = Math.max(
    1,
    problem.boundCount.reduce((count, bound) => count + (bound > 0 ? 1 : 0), 0),
  );
  for (const { amount, capacity } of loadLimits(problem)) {
    const reloaded = capacity.map((room, vehicle) => room * (1 + problem.input.maxReloads[vehicle]));
    let left = amount.reduce((sum, each, visit) => sum + (problem.isOptional[visit] ? 0 : each), 0);
    let count = 0;
    for (const room of reloaded.sort((a, b) => b - a)) {
      if (left <= 0 || room <= 0) break;
      left -= room;
      count++;
    }
    fewest = Math.max(fewest, count);
  }
  return fewest;
}
