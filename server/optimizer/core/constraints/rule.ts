import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";

/**
 * One rule of the plan, compiled for one problem. A rule takes part only where it implements something, and
 * `activeRules` drops those that the problem never uses, so an unused rule costs nothing.
 */
export interface Rule {
  readonly name: string;

  /** Whether a job may be on a route at all, wherever it would stand. A pair is asked about through its pickup. */
  readonly admits?: (job: number, route: number) => boolean;

  /** Whether a single visit may stand between two neighbours on a route. Constant time: this is the inner loop. */
  readonly fits?: (visit: number, route: number, before: number, after: number) => boolean;

  /** The same for a pair, whose two visits have others between them. */
  readonly walk?: PairWalk;

  /** Recomputes what the rule caches about a route; false if the route as it stands breaks the rule. */
  readonly refresh?: (route: number) => boolean;

  /** Takes off a route what cannot stay where it is because others were torn out. */
  readonly loosen?: (route: number) => void;
}

/**
 * Walks along a route as it would be with a pickup inserted, so that every place for the drop-off is decided on the
 * way: a resource extension function in the sense of Irnich, "Resource extension functions", OR Spectrum 30, 2008.
 */
export interface PairWalk {
  /** Goes from `before` to the pickup; false if no drop-off anywhere could mend that. */
  readonly begin: (pickup: number, route: number, before: number) => boolean;
  /** Goes on to the next visit of the route; false if no later place can work either. */
  readonly pass: (visit: number) => boolean;
  /** Whether the drop-off may stand here, before `after`. Leaves the walk where it is. */
  readonly closes: (dropoff: number, after: number) => boolean;
}

/** Compiles a rule, or nothing where the problem does not use it. */
export type RuleCompiler = (problem: CoreProblem, state: RouteState) => Rule | undefined;
