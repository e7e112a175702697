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
  /** On a pickup: nothing may come between it and its paired drop-off. */
  readonly direct?: boolean;
  /**
   * Time on arriving from another location, before service can begin (gate, parking, reception): visits that follow
   * each other at one location share it. Part of working time, not of driving time.
   */
  readonly checkInSeconds?: number;
  /**
   * An optional visit: left out where serving it costs more than this, and then not missed in its tier. Of a pair, the
   * pickup's prize stands for both. Absent: must be served if it can be.
   */
  readonly prizeCents?: number;
  /** Indices of the vehicles that may serve it; absent: any with the skills and features. */
  readonly allowedVehicles?: readonly number[];
}

/**
 * A break of the driver, taken right after a service (or before leaving the start) where the vehicle then stands; it
 * must begin inside its window. Unpaid, and no working time. A route that returns by `toSeconds` can do without it.
 */
export interface RoutingBreak {
  readonly fromSeconds: number;
  /** Latest begin. */
  readonly toSeconds: number;
  readonly durationSeconds: number;
}

/** The vehicle may come back to load again: what it delivers afterwards is not on board before. */
export interface ReloadTrips {
  readonly location: number;
  /** How long loading takes, each time. */
  readonly durationSeconds: number;
  /** At most so many returns in between. */
  readonly maxCount: number;
}

/** Work after the shift's end, at its own price on top of `costPerHourCents`. */
export interface Overtime {
  readonly maxSeconds: number;
  readonly costPerHourCents: number;
}

/** What a route under way has behind it: it counts against the vehicle's limits, and its fixed cost is spent. */
export interface RouteDone {
  readonly visits: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly workSeconds: number;
  /** Picked up already and staying on board to the end of the trip. */
  readonly onBoard: Loads;
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
  /** From departure to return, breaks aside. */
  readonly maxWorkSeconds?: number;
  readonly fixedCostCents: number;
  /** To the hundredth of a cent. */
  readonly costPerKmCents: number;
  readonly costPerHourCents: number;
  readonly overtime?: Overtime;
  /** In the order they are taken; windows do not go back. */
  readonly breaks?: readonly RoutingBreak[];
  readonly reload?: ReloadTrips;
  /** To the hundredth of a gram. */
  readonly emissionGramsPerKm?: number;
  readonly done?: RouteDone;
  /** Visits that must stay on this vehicle, at the front and in this order. */
  readonly frozenVisits: readonly number[];
  /** Visits that must stay on this vehicle at a place, 1 being the first of the route; never served elsewhere. */
  readonly placedVisits?: readonly { readonly visit: number; readonly place: number }[];
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

export interface RoutingObjective {
  /** `cost`: fixed + distance + time + overtime + emission cost. `fleet`: fewest vehicles first, then cost. */
  readonly goal: "cost" | "fleet";
  /** Price of a kilogram of CO₂; absent: nothing. */
  readonly carbonCentsPerKg?: number;
  readonly balance?: RoutingBalance;
  /** 0 to 1: how much routes that overlap are shunned. Absent: not at all. */
  readonly clustering?: number;
}

/** Equal shares of work over the vehicles used or, `forced`, over all of them. */
export interface RoutingBalance {
  readonly by: "working-time" | "visits";
  readonly forced: boolean;
  /** 0 to 1: how much an unequal share weighs against cost. */
  readonly factor: number;
}

export interface RoutingProblem {
  readonly visits: readonly RoutingVisit[];
  readonly vehicles: readonly RoutingVehicle[];
  readonly matrices: readonly TravelMatrix[];
  readonly objective: RoutingObjective;
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

export type UnassignedRule =
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
  | "max-work-time"
  | "break"
  | "place"
  | "locked"
  | "unreachable"
  | "prize"
  | "cost";

/** A rule that stands against a visit on a vehicle, and by how much. */
export interface RuleShortfall {
  readonly rule: UnassignedRule;
  /** How far from fitting, in the rule's unit: load units over, seconds late, metres over, cents more than it is worth. */
  readonly shortfall?: number;
  /** The load dimension, skill, feature or break concerned. */
  readonly subject?: string;
  /** Whose window is missed, where it is not the visit's own. */
  readonly visit?: number;
}

/** Why a visit fits on no vehicle: the rule that refused it most narrowly, by vehicle count. */
export interface UnassignedReason extends Omit<RuleShortfall, "visit"> {
  /** Vehicles for which this rule is what refuses the visit; the shortfall is the least of theirs. */
  readonly vehicleCount: number;
}

/** Where on a route a visit would stand: behind so many visits of the route without it. */
export interface InsertionPlace {
  readonly position: number;
  /** Of the breaks taken in front of that position, those it stands behind; absent: none. */
  readonly behindBreaks?: number;
  /** It stands behind the reload in front of that position; absent: in front of it, if there is one. */
  readonly behindReload?: true;
}

/** One way to serve a visit left out (and the other half of its pair), if some rules did not count. */
export interface RelaxedInsertion {
  readonly vehicle: number;
  readonly place: InsertionPlace;
  /** Where the drop-off goes, if the visit is half of a pair left out: on the same route without either. */
  readonly dropoffPlace?: InsertionPlace;
  /** The vehicle goes to reload once more, right in front of the visit (or pair) or right behind it. */
  readonly reload?: "before" | "after";
  /** What it adds to the plan. */
  readonly costCents: number;
  readonly distanceMeters: number;
  readonly workSeconds: number;
  /** Everything it breaks that was not broken as much before; relaxed by so much, it is allowed. None: it fits. */
  readonly shortfalls: readonly RuleShortfall[];
}

export interface UnassignedVisit {
  readonly visit: number;
  /** The rules that refuse it, those of most vehicles first. */
  readonly reasons: readonly UnassignedReason[];
  /** Each vehicle's first binding rule, by vehicle index. */
  readonly perVehicle?: readonly RuleShortfall[];
  /** The vehicle and place where least is missing, measured by the rule's own limit. */
  readonly nearestMiss?: RelaxedInsertion;
  /** Cheapest first: at most three, those that break a single rule before others. */
  readonly insertions?: readonly RelaxedInsertion[];
}

/** One break of the vehicle's list, taken before driving on to position `before` (the route's length: the way back). */
export interface RouteBreak {
  readonly index: number;
  readonly before: number;
}

export interface RoutingSolution {
  /** Visit indices in order, per vehicle index; an unused vehicle has an empty route. */
  readonly routes: readonly (readonly number[])[];
  /** Per vehicle: the positions on its route in front of which it returns to reload, ascending. */
  readonly reloads: readonly (readonly number[])[];
  /** Per vehicle: the breaks taken, in order. */
  readonly breaks: readonly (readonly RouteBreak[])[];
  readonly unassigned: readonly UnassignedVisit[];
  readonly costCents: number;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly stopReason: "iterations" | "time" | "no-improvement" | "stopped" | "trivial";
}
