import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";
import { compileTravelLimit } from "./travel-limit";

/** At most so many seconds at the wheel, those before included; check-in, service and waiting do not count. */
export function compileMaxDriveTime(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { maxDriveSeconds, doneDriveSeconds } = problem.input;
  if (maxDriveSeconds.every((limit) => limit >= UNLIMITED)) return undefined;
  return compileTravelLimit(problem, state, {
    name: "max-drive-time",
    limit: maxDriveSeconds,
    done: doneDriveSeconds,
    matrices: problem.driveSeconds,
  });
}
