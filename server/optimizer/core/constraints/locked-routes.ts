import type { CoreProblem } from "../problem/core-problem";
import type { Rule } from "./rule";

/** A closed route takes nothing more; what is on it is bound and is never taken off. */
export function compileLockedRoutes(problem: CoreProblem): Rule | undefined {
  const { closed } = problem;
  if (!closed.includes(1)) return undefined;
  return { name: "locked", admits: (_job, route) => closed[route] === 0 };
}
