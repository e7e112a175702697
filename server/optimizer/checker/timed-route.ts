import type { Loads } from "@/server/domain/plan/routing-problem";
import type { Money } from "./route-money";

/**
 * One vehicle's route as it runs, leaving at the departure that counts. Plain data; times are seconds from the plan's
 * local midnight. An unused vehicle has no stops, and nothing adds up.
 */
export interface TimedRoute {
  readonly vehicle: number;
  readonly departureSeconds: number;
  readonly loadsAtStart: Loads;
  readonly stops: readonly TimedStop[];
  readonly breaks: readonly TimedBreak[];
  readonly reloads: readonly TimedReload[];
  /** Arrival at the end, or end of the last service of an open route. */
  readonly returnSeconds: number;
  /** Leaving at once; what overtime is counted by. Never after `returnSeconds`. */
  readonly earliestReturnSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** From departure to return, breaks aside. */
  readonly workSeconds: number;
  readonly overtimeSeconds: number;
  /** Part of the work: waiting for windows, of visits and of breaks. */
  readonly waitSeconds: number;
  readonly emissionGrams: number;
  readonly money: Money;
}

export interface TimedStop {
  readonly visit: number;
  /** Counted from 0. */
  readonly trip: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  readonly arrivalSeconds: number;
  /** 0 where the visit before, the start or the reload was at the same location. */
  readonly checkInSeconds: number;
  readonly startSeconds: number;
  /** End of service; a break comes after it. */
  readonly departureSeconds: number;
  readonly lateSeconds: number;
  readonly loadsAfter: Loads;
}

export interface TimedBreak {
  /** Of the vehicle's breaks. */
  readonly index: number;
  readonly before: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lateSeconds: number;
}

export interface TimedReload {
  readonly before: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  readonly arrivalSeconds: number;
  readonly departureSeconds: number;
  readonly loadsAfter: Loads;
}
