/**
 * What the optimizer is asked and what it answers, in domain words. Plain data: it crosses threads and processes as is.
 *
 * Units: times are integer seconds from the plan's local midnight (a shift past midnight runs beyond 86,400; a day with
 * a clock change has 82,800 or 90,000), distances integer metres, money integer cents, loads integers in the project's
 * four dimensions (by default grams, millilitres, parcels, free).
 */

/** Amounts in the project's four load dimensions. */
export type Loads = readonly [number, number, number, number];

/** Inclusive at both ends, in seconds from the plan's local midnight. */
export interface TimeWindow {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Tiers, most important last: a visit of a higher tier is never left out to serve any number of a lower one. */
export const PRIORITIES = ["low", "normal", "high", "critical"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Whether service must begin, or also end, inside the window. */
export type WindowSemantics = "start" | "finish";

export interface RoutingVisit {
  /** Stored id of the delivery visit. */
  readonly id: string;
  /** Row of the travel matrices. */
  readonly location: number;
  readonly serviceSeconds: number;
  /** Sorted, not overlapping; empty means any time. */
  readonly windows: readonly TimeWindow[];
  readonly windowSemantics: WindowSemantics;
  /** Carried from the start of the trip and handed over here. */
  readonly deliver: Loads;
  /** Taken on here and carried to the end of the trip (or, in a pair, to the paired drop-off). */
  readonly pickup: Loads;
  readonly skills: readonly string[];
  readonly features: readonly string[];
  readonly priority: Priority;
  /**
   * Index of the drop-off that must follow this pickup on the same route. The pair's goods are the pickup's `pickup`;
   * the drop-off's `deliver` repeats them and is not loaded at the start.
   */
  readonly pairedDropoff?: number;
  /** Indices of the vehicles that may serve it; absent: any with the skills and features. */
  readonly allowedVehicles?: readonly number[];
}

export interface RoutingVehicle {
  /** Stored id of the driver-day (one driver, one vehicle, one shift). */
  readonly id: string;
  /** Index into `matrices`. */
  readonly profile: number;
  readonly startLocation: number;
  /** Absent: the route ends at its last visit. */
  readonly endLocation?: number;
  readonly shift: TimeWindow;
  readonly capacity: Loads;
  readonly skills: readonly string[];
  readonly features: readonly string[];
  readonly maxVisits?: number;
  readonly maxDistanceMeters?: number;
  readonly maxDriveSeconds?: number;
  readonly fixedCostCents: number;
  readonly costPerKmCents: number;
  readonly costPerHourCents: number;
  /** Visits that must stay on this vehicle, at the front and in this order. */
  readonly frozenVisits: readonly number[];
  /** True: no visit may be added to it, removed from it or moved on it. */
  readonly locked: boolean;
}

/**
 * Row-major `size × size`; usually over SharedArrayBuffers, so that worker threads read it in place. A negative entry
 * means that there is no way.
 */
export interface TravelMatrix {
  readonly size: number;
  readonly durationSeconds: Int32Array;
  readonly distanceMeters: Int32Array;
}

export interface RoutingProblem {
  readonly visits: readonly RoutingVisit[];
  readonly vehicles: readonly RoutingVehicle[];
  readonly matrices: readonly TravelMatrix[];
  readonly objective: {
    /** `cost`: fixed + distance + time cost. `fleet`: fewest vehicles first, then cost. */
    readonly goal: "cost" | "fleet";
  };
  /** Current routes to start from (visit indices per vehicle index); a locked vehicle's route is binding. */
  readonly initialRoutes: readonly (readonly number[])[];
}

export interface RoutingBudget {
  readonly seed: number;
  readonly maxSeconds?: number;
  readonly maxIterations?: number;
  /** Stop when this many seconds (or iterations, when only iterations are limited) brought nothing better. */
  readonly noImprovementSeconds?: number;
  /** Worker threads; default one per core, at most 4. */
  readonly threads?: number;
}

export interface RoutingProgress {
  readonly elapsedSeconds: number;
  readonly iterations: number;
  readonly costCents: number;
  readonly vehiclesUsed: number;
  readonly assignedVisits: number;
  readonly unassignedVisits: number;
}

/** Why a visit fits on no vehicle: the rule that refused it most narrowly, by vehicle count. */
export interface UnassignedReason {
  readonly rule:
    | "no-vehicle"
    | "skills"
    | "features"
    | "allowed-vehicles"
    | "capacity"
    | "time-window"
    | "shift"
    | "max-visits"
    | "max-distance"
    | "max-drive-time"
    | "locked"
    | "unreachable"
    | "cost";
  /** Vehicles for which this rule is what refuses the visit. */
  readonly vehicleCount: number;
  /** How far from fitting, in the rule's unit: load units over, seconds late, metres over. */
  readonly shortfall?: number;
  /** The load dimension, skill or feature concerned. */
  readonly subject?: string;
}

export interface RoutingSolution {
  /** Visit indices in order, per vehicle index; an unused vehicle has an empty route. */
  readonly routes: readonly (readonly number[])[];
  readonly unassigned: readonly { readonly visit: number; readonly reasons: readonly UnassignedReason[] }[];
  readonly costCents: number;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly stopReason: "iterations" | "time" | "no-improvement" | "stopped" | "trivial";
}
