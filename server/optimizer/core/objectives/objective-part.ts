import type { CoreProblem } from "../problem/core-problem";
import type { RouteState } from "../state/route-state";

/**
 * One part of what a plan costs beyond fixed cost, distance and paid time, compiled for one problem. Like a rule it takes
 * part only where it implements something, and `activeParts` drops those that the problem never uses.
 *
 * Money is in core cost units and whole, so that sums are exact. Penalties steer the search and are never shown: they
 * may be fractions, but must be a function of aggregates that are exact, so that the same plan always has the same.
 */
export interface ObjectivePart {
  readonly name: string;

  /** Money that a used route costs as it stands. Asked after the schedule and the rules have taken note of the route. */
  readonly routeMoney?: (route: number) => number;

  /** Takes note of a route that changed. */
  readonly refresh?: (route: number) => void;

  /** Penalty of the whole plan as it stands, in constant time. */
  readonly penalty?: () => number;

  /**
   * What a job costs on a route wherever it stands there: at least so much for a single visit (`placePrice` adds the
   * rest), about so much for a pair, which is asked about through its pickup. May be negative.
   */
  readonly jobPrice?: (job: number, route: number) => number;

  /**
   * What a single visit costs more because it stands between two neighbours, in constant time; never negative. Asked
   * only about places that are an improvement by distance and allowed by every rule.
   */
  readonly placePrice?: (visit: number, route: number, before: number, after: number) => number;
}

/** Compiles a part, or nothing where the problem does not use it. */
export type PartCompiler = (problem: CoreProblem, state: RouteState) => ObjectivePart | undefined;
