import type { PlanFigures } from "./diff-plan";
import type { OptimizationStrategy } from "./optimization-strategies";
import type { SequenceReload } from "./reload-trips";
import type { RoutingBalance, RuleShortfall, UnassignedReason } from "./routing-problem";

/** `queued` and `running` runs are active: a plan has one at most. A `ready` run waits for a person's yes or no. */
export type OptimizationStatus = "queued" | "running" | "ready" | "committed" | "discarded" | "failed";

/**
 * What a run may touch; everything else stays exactly as it is. `routes`: these put in order anew, each with the stops it
 * has; a sent one only because it is named. `stops`: these may change places, and routes among those that carry them and
 * those unsent; other stops keep their routes.
 */
export type OptimizationScope =
  | { readonly kind: "routes"; readonly routeIds: readonly string[] }
  | { readonly kind: "stops"; readonly visitIds: readonly string[] };

/**
 * These routes, sent and driven ones among them, and nothing else. With `visitIds` only these visits are put on them; what
 * else is on them is `included`, or taken off (`unplanned`) as far as nobody has made or locked it.
 */
export interface SelectionScope {
  readonly kind: "selection";
  readonly routeIds: readonly string[];
  /** Null: all visits of the day that are on these routes or on none. */
  readonly visitIds: readonly string[] | null;
  readonly others: "included" | "unplanned";
}

/** What makes a run part of a planning: of one day, or of several that are planned together, each with a run of its own. */
export interface PlanningTerms {
  /** All its days, in order. */
  readonly dates: readonly string[];
}

/** How vans may come back to the depot between two stops. */
export interface ReloadOption {
  /** To hand in and load, each time. */
  readonly loadSeconds: number;
  /** So often a route at most. */
  readonly maxCount: number;
}

export interface OptimizationRequest {
  /** Null, or absent in older runs: whatever is unlocked and unsent. */
  readonly scope?: OptimizationScope | SelectionScope | null;
  /** Present where a program asked, which has nobody who would look: what comes out becomes the plan at once. */
  readonly planning?: PlanningTerms;
  /** One draft each, to choose from; at least one. */
  readonly strategies: readonly OptimizationStrategy[];
  /** Whether the search begins with the routes as they are planned or from nothing. */
  readonly startFrom: "current" | "empty";
  /** Planned stops stay with their drivers, whatever their order. */
  readonly keepDrivers: boolean;
  /** Null: shares of work as they come. */
  readonly balance: RoutingBalance | null;
  /** 0 to 1: how much overlapping routes are shunned. */
  readonly clustering: number;
  /** Vans may come back to load again; absent or null: only where they do already. */
  readonly reload?: ReloadOption | null;
  /** For all strategies together. */
  readonly maxSeconds: number;
  readonly seed: number;
  /** Tests and benchmarks bound the work instead of the time. */
  readonly maxIterations?: number;
}

/** `travel`: times between all doors; `search`: the optimizer itself; `lines`: the ways of the routes found. */
export type OptimizationPhase = "queued" | "travel" | "search" | "lines" | "done";

export interface OptimizationProgress {
  readonly phase: OptimizationPhase;
  /** Of the strategies asked for, the one at work; the figures below are its. */
  readonly strategy: OptimizationStrategy | null;
  /** Times the run was begun: more than one when a process died under it. */
  readonly attempts: number;
  readonly elapsedSeconds: number;
  /** 0..1 of the phase, where it can be told. */
  readonly fraction: number;
  readonly iterations: number;
  readonly costCents: number | null;
  readonly vehiclesUsed: number;
  readonly assignedVisits: number;
  readonly unassignedVisits: number;
  /** Seconds of search and the best cost by then; at most 200 points. */
  readonly curve: readonly (readonly [seconds: number, costCents: number])[];
}

export const NO_PROGRESS: OptimizationProgress = {
  phase: "queued",
  strategy: null,
  attempts: 0,
  elapsedSeconds: 0,
  fraction: 0,
  iterations: 0,
  costCents: null,
  vehiclesUsed: 0,
  assignedVisits: 0,
  unassignedVisits: 0,
  curve: [],
};

/** Seconds, metres, 1 when only estimated, encoded polyline or empty. */
export type DraftLeg = readonly [seconds: number, meters: number, isEstimate: 0 | 1, shape: string];

export interface DraftRoute {
  readonly routeId: string;
  /** The route's version that the run read: a route that has moved on makes the draft stale. */
  readonly baseVersion: number;
  readonly visitIds: readonly string[];
  /** Before which of them it goes back to load; absent: it does not. */
  readonly reloads?: readonly SequenceReload[];
  /** To each visit, by way of the depot where it loads again, and back unless the route is open; none for an empty one. */
  readonly legs: readonly DraftLeg[];
}

/** A broken rule with the visit by its stored id. */
export interface DraftShortfall extends Omit<RuleShortfall, "visit"> {
  readonly visitId?: string;
}

/** One way to serve a visit left out if the rules named did not count. */
export interface DraftInsertion {
  readonly routeId: string;
  /** The stop it would follow; null: the front of the route. */
  readonly afterVisitId: string | null;
  /** Only with one more trip to the depot, right before the visit or right behind it. */
  readonly reload?: "before" | "after";
  readonly costCents: number;
  readonly distanceMeters: number;
  readonly workSeconds: number;
  readonly shortfalls: readonly DraftShortfall[];
}

/** Why a visit is on no route: what the optimizer found, or that it could not be asked at all. */
export interface DraftUnassigned {
  readonly visitId: string;
  readonly reasons: readonly (
    | UnassignedReason
    | { readonly rule: "unlocated" | "other-day"; readonly vehicleCount: 0 }
  )[];
  /** By route of the draft: which of the reasons refuses it there, and how much is missing (−1: no more or less). */
  readonly perRoute?: readonly (readonly [reason: number, shortfall: number])[];
  readonly nearestMiss?: DraftInsertion;
  /** At most three, cheapest first. */
  readonly insertions?: readonly DraftInsertion[];
}

/** How a draft compares with its alternatives, on the vehicles' real prices. */
export interface DraftFigures extends PlanFigures {
  readonly unassigned: number;
  /** Working time of the route with least and most of it, among those used. */
  readonly shortestRouteSeconds: number;
  readonly longestRouteSeconds: number;
}

/** An order that another day of the same planning had. */
export interface BroughtOrder {
  readonly deliveryId: string;
  readonly fromDate: string;
}

export interface OptimizationDraft {
  readonly strategy: OptimizationStrategy;
  readonly figures: DraftFigures;
  readonly routes: readonly DraftRoute[];
  readonly unassigned: readonly DraftUnassigned[];
  /** What comes to this day with the draft; absent: nothing. */
  readonly brought?: readonly BroughtOrder[];
  readonly costCents: number;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly stopReason: string;
  readonly travelSource: "roads" | "estimate";
  /** Why roads that are there could not be asked; the times are estimates then. */
  readonly roadsFailure?: string;
  /** Stopped before the ways of all routes were asked for; a commit has them measured. */
  readonly isUndrawn?: boolean;
}

const MAX_CURVE_POINTS = 200;

/** The curve with one more point; every other point is dropped when it grows too long, the newest is kept. */
export function extendCurve(
  curve: OptimizationProgress["curve"],
  seconds: number,
  costCents: number,
): OptimizationProgress["curve"] {
  if (curve.at(-1)?.[1] === costCents) return curve;
  const longer = [...curve, [Math.round(seconds * 10) / 10, costCents] as const];
  if (longer.length <= MAX_CURVE_POINTS) return longer;
  return longer.filter((_, index) => (longer.length - 1 - index) % 2 === 0);
}
