/**
 * What the core is asked: one flat row per visit and per vehicle, integers only. Times are seconds on any common
 * clock, distances metres, costs cents, loads integers in four dimensions. A window's `to` is the latest *start* of
 * service; an absent limit is `UNLIMITED`, an absent index `NONE`.
 */
export interface ProblemInput {
  readonly visitCount: number;
  readonly vehicleCount: number;
  readonly profiles: readonly TravelProfile[];
  /** Fewest vehicles before lowest cost. */
  readonly fewestVehicles: boolean;
  readonly balance: BalanceGoal | undefined;
  /** 0 to 1; 0 is none. */
  readonly clustering: number;

  readonly visitLocation: Int32Array;
  readonly serviceSeconds: Int32Array;
  /** Windows of visit v are rows `windowOffset[v]` to `windowOffset[v + 1]`, at least one each. */
  readonly windowOffset: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  /** Four entries per visit. */
  readonly deliver: Int32Array;
  readonly pickup: Int32Array;
  /** 0 is the least important of `TIERS`. */
  readonly tier: Uint8Array;
  /** The visit that must follow this one on the same route, or `NONE`. */
  readonly dropoffOf: Int32Array;
  /** 1 on a pickup that its drop-off must follow at once. */
  readonly direct: Uint8Array;
  /** Charged on arriving from another location, before service. */
  readonly checkInSeconds: Int32Array;
  /** What leaving an optional visit out costs (a pickup's stands for its pair); `NONE` where it must be served. */
  readonly prizeCents: Int32Array;

  readonly vehicleProfile: Int32Array;
  readonly startLocation: Int32Array;
  /** `NONE`: the route ends at its last visit. */
  readonly endLocation: Int32Array;
  readonly shiftFrom: Int32Array;
  /** End of the shift, overtime aside. */
  readonly shiftTo: Int32Array;
  /** At most so long after the shift. */
  readonly overtimeSeconds: Int32Array;
  readonly overtimeCentsPerHour: Int32Array;
  /** Breaks of vehicle k are rows `breakOffset[k]` to `breakOffset[k + 1]`; `to` is the latest begin. */
  readonly breakOffset: Int32Array;
  readonly breakFrom: Int32Array;
  readonly breakTo: Int32Array;
  readonly breakSeconds: Int32Array;
  /** Returns to load again: at most so many, where, and how long each. */
  readonly maxReloads: Int32Array;
  readonly reloadLocation: Int32Array;
  readonly reloadSeconds: Int32Array;
  /** Four entries per vehicle. */
  readonly capacity: Int32Array;
  readonly maxVisits: Int32Array;
  readonly maxDistanceMeters: Int32Array;
  readonly maxDriveSeconds: Int32Array;
  readonly maxWorkSeconds: Int32Array;
  /** What a route under way has behind it, counted against the limits; four loads per vehicle stay on board. */
  readonly doneVisits: Int32Array;
  readonly doneMeters: Int32Array;
  readonly doneDriveSeconds: Int32Array;
  readonly doneWorkSeconds: Int32Array;
  readonly onBoard: Int32Array;
  readonly fixedCostCents: Int32Array;
  /** To the hundredth of a cent. */
  readonly costPerKmCents: Int32Array | Float64Array;
  readonly costPerHourCents: Int32Array;
  /** Price of emissions, in thousandths of a cent per kilometre. */
  readonly carbonMillicentsPerKm: Int32Array | Float64Array;

  /** 1 where visit v may ride on vehicle k, at `v * vehicleCount + k`. */
  readonly allowed: Uint8Array;
  /** Per vehicle, the visits that stay at its front in this order; a locked vehicle has its whole route here. */
  readonly boundVisits: readonly Int32Array[];
  readonly locked: Uint8Array;
  /** Per vehicle, visits that stay on it at a place of the route (1 is the first), by place. */
  readonly placedVisits: readonly Int32Array[];
  readonly places: readonly Int32Array[];
  /** Routes to start from, bound visits included. */
  readonly initialRoutes: readonly Int32Array[];
}

export interface BalanceGoal {
  readonly by: "working-time" | "visits";
  /** Over all vehicles, not only those used. */
  readonly forced: boolean;
  /** 0 to 1. */
  readonly factor: number;
}

/** Row-major travel between locations, read in place. */
export interface TravelProfile {
  readonly size: number;
  readonly durationSeconds: Int32Array;
  readonly distanceMeters: Int32Array;
}

export const NONE = -1;
export const TIERS = 4;
export const LOAD_DIMENSIONS = 4;

/** Beyond any time, distance or count, and safe to add to another of its kind in 32 bits. */
export const UNLIMITED = 0x3fffffff;

/**
 * Costs inside the core are whole 1/18,000,000 cents, the coarsest unit in which a thousandth of a cent per kilometre
 * times a metre and a cent per hour times a second are both integers: sums are exact in doubles, so deltas equal
 * recomputation to the bit.
 */
export const COST_UNITS_PER_CENT = 18_000_000;
export const COST_UNITS_PER_METER = 18_000;
/** Of a thousandth of a cent per kilometre, by the metre. */
export const COST_UNITS_PER_MILLICENT_KM = COST_UNITS_PER_METER / 1000;
export const COST_UNITS_PER_SECOND = 5000;
