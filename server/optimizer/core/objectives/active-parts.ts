import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import { compileBalance } from "./balance";
import { compileClustering } from "./clustering";
import type { ObjectivePart, PartCompiler } from "./objective-part";
import { compileOvertime } from "./overtime";
import { compilePrizes } from "./prizes";

/** Every part of the objective that the optimizer knows beyond fixed cost, distance and paid time. */
export const OBJECTIVE_PARTS: readonly PartCompiler[] = [
  compileOvertime,
  compilePrizes,
  compileBalance,
  compileClustering,
];

/** The parts this problem uses, compiled once. */
export function activeParts(
  problem: CoreProblem,
  state: RouteState,
  compilers: readonly PartCompiler[],
): readonly ObjectivePart[] {
  return compilers.map((compile) => compile(problem, state)).filter((part) => part !== undefined);
}
