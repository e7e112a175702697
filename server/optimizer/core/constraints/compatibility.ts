import type { CoreProblem } from "../problem/core-problem";
import type { Rule } from "./rule";

/**
 * Skills, features and pinned vehicles, all known beforehand: one bit per visit and vehicle. A pair rides only where
 * both of its visits may.
 */
export function compileCompatibility(problem: CoreProblem): Rule | undefined {
  const { vehicleCount, partner, jobs } = problem;
  if (!problem.input.allowed.includes(0)) return undefined;
  const allowed = Uint8Array.from(problem.input.allowed);
  for (const job of jobs) {
    if (partner[job] < 0) continue;
    for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
      allowed[job * vehicleCount + vehicle] &= allowed[partner[job] * vehicleCount + vehicle];
    }
  }
  return { name: "compatibility", admits: (job, route) => allowed[job * vehicleCount + route] === 1 };
}
