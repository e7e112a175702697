import type { LatLng } from "@/server/domain/geo";
import type { ScheduledReload } from "./route-leg";
import type { Loads, RoutingVehicle, RoutingVisit } from "./routing-problem";
import type { RouteRuleBreak, StopRuleBreak } from "./rule-break";
import type { MadeTime } from "./under-way";

/** A visit as a route carries it; pairs are told by delivery, so that a route can be timed without its plan. */
export interface ScheduleVisit
  extends Pick<
    RoutingVisit,
    | "id"
    | "serviceSeconds"
    | "checkInSeconds"
    | "windows"
    | "windowSemantics"
    | "deliver"
    | "pickup"
    | "skills"
    | "features"
  > {
  /** Visits in a row at one place share its check-in. */
  readonly position?: LatLng | null;
  /** Both visits of a pickup–drop-off pair carry the same key. */
  readonly pairKey?: string;
  readonly pairRole?: "pickup" | "dropoff";
}

export interface ScheduleVehicle extends VehicleRules {
  /** Where it starts: nobody checks in there. */
  readonly startPosition?: LatLng | null;
}

type VehicleRules = Pick<
  RoutingVehicle,
  | "shift"
  | "capacity"
  | "skills"
  | "features"
  | "maxVisits"
  | "maxDistanceMeters"
  | "maxDriveSeconds"
  | "breaks"
  | "fixedCostCents"
  | "costPerKmCents"
  | "costPerHourCents"
  | "emissionGramsPerKm"
>;

export interface ScheduledStop {
  readonly visitId: string;
  readonly arriveSeconds: number;
  /** From then on: 0 where the driver stands at this place already, or was there before anybody looked. */
  readonly checkInSeconds: number;
  /** When service begins, after check-in and any wait for the window. */
  readonly startSeconds: number;
  readonly departSeconds: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  /** At the depot before it, to load; `legSeconds` and `legMeters` lead from there then. */
  readonly reload?: ScheduledReload;
  readonly loadAfter: Loads;
  readonly breaks: readonly StopRuleBreak[];
}

/** A break of the driver's that is still to come, or that was planned. Unpaid, and no working time. */
export interface ScheduledBreak {
  /** He takes it before driving on to this stop of the route, or back, where that is their number. */
  readonly before: number;
  /** Before it, until its window opens. */
  readonly waitSeconds: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface RouteSchedule {
  readonly stops: readonly ScheduledStop[];
  /** Departure from and return to the depot; both the shift's start for an empty route. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** From departure to return, breaks aside. */
  readonly workSeconds: number;
  /** At the doors, and loading in between. */
  readonly serviceSeconds: number;
  readonly checkInSeconds: number;
  readonly waitSeconds: number;
  readonly lateStops: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  readonly costCents: number;
  /** CO₂; null: nobody has said what the vehicle emits. */
  readonly emissionsGrams: number | null;
  readonly maxLoad: Loads;
  /** Where the driver is to have his breaks; of a route under way, those still to come. */
  readonly driverBreaks: readonly ScheduledBreak[];
  /** The most that one of them begins too late. */
  readonly breakLateSeconds: number;
  readonly breaks: readonly RouteRuleBreak[];
  /** Of a route under way: its stops' times as if nobody had set out yet. */
  readonly planned?: readonly DoorTime[];
}

/** When a driver is at a door. */
export type DoorTime = Omit<MadeTime, "visitId">;

/** When each stop is planned for, whatever has become of it by now. */
export function plannedStops({ planned, stops }: RouteSchedule): readonly DoorTime[] {
  return planned ?? stops;
}
