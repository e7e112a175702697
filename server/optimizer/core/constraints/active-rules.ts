import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";
import { compileBegunPairs } from "./begun-pairs";
import { compileBreaks } from "./breaks";
import { compileCapacity } from "./capacity";
import { compileCompatibility } from "./compatibility";
import { compileDirectPairs } from "./direct-pairs";
import { compileFrozenPrefix } from "./frozen-prefix";
import { compileLockedRoutes } from "./locked-routes";
import { compileMaxDistance } from "./max-distance";
import { compileMaxDriveTime } from "./max-drive-time";
import { compileMaxVisits } from "./max-visits";
import { compileMaxWorkTime } from "./max-work-time";
import { compilePairOrder } from "./pair-order";
import { compilePlaces } from "./places";
import type { Rule, RuleCompiler } from "./rule";
import { compileShift } from "./shift";
import { compileTimeWindows } from "./time-windows";

/** Every rule the optimizer knows, those first that refuse most for least. */
export const RULES: readonly RuleCompiler[] = [
  compileLockedRoutes,
  compileCompatibility,
  compileMaxVisits,
  compileShift,
  compileFrozenPrefix,
  compilePlaces,
  compileBegunPairs,
  compileDirectPairs,
  compileTimeWindows,
  compileCapacity,
  compileMaxDistance,
  compileMaxDriveTime,
  compileBreaks,
  compileMaxWorkTime,
  compilePairOrder,
];

/** The rules this problem uses, compiled once. */
export function activeRules(
  problem: CoreProblem,
  state: RouteState,
  compilers: readonly RuleCompiler[],
): readonly Rule[] {
  return compilers.map((compile) => compile(problem, state)).filter((rule) => rule !== undefined);
}
