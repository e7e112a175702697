import { RULES } from "../constraints/active-rules";
import { compileCapacity } from "../constraints/capacity";
import type { RuleCompiler } from "../constraints/rule";
import { compileTimeWindows } from "../constraints/time-windows";
import { OBJECTIVE_PARTS } from "../objectives/active-parts";
import type { PartCompiler } from "../objectives/objective-part";

/** What a search knows: the rules a plan must keep, and the parts of its cost. */
export interface PlanModel {
  readonly rules: readonly RuleCompiler[];
  readonly parts: readonly PartCompiler[];
}

export const FULL_MODEL: PlanModel = { rules: RULES, parts: OBJECTIVE_PARTS };

/** What most solvers know; to measure what knowing more costs where it is not asked for. */
export const WINDOWS_AND_CAPACITY: PlanModel = { rules: [compileTimeWindows, compileCapacity], parts: [] };
