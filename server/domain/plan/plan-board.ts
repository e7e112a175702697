import type { LatLng } from "@/server/domain/geo";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { EstimateCalibration } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { Leg } from "./route-leg";
import type { RouteLook } from "./route-look";
import type { RouteSchedule, ScheduleVehicle, ScheduleVisit } from "./route-schedule";
import type { Loads, Priority, TimeWindow, WindowSemantics } from "./routing-problem";
import type { UnderWay } from "./under-way";

export type PlanStatus = "draft" | "dispatched" | "closed";
export type RouteStatus = "planned" | "dispatched" | "started" | "finished";

/** Anything a leg can begin or end at: a depot or a visit. Without a position it takes part in no travel. */
export interface BoardPoint {
  readonly id: string;
  readonly position: LatLng | null;
}

export interface BoardPlan {
  readonly id: string;
  readonly projectId: string;
  readonly date: string;
  readonly timeZone: string;
  readonly status: PlanStatus;
  readonly version: number;
  /** The plan's local midnight: all its seconds count from here. */
  readonly midnightEpochMs: number;
  readonly currency: string;
  readonly loadDimensions: readonly { readonly name: string; readonly unit: string; readonly perUnit: number }[];
}

export interface BoardDepot extends BoardPoint {
  readonly name: string;
}

/** Why the optimizer must leave a visit out: nobody knows where it is, or it was promised for other days only. */
export type VisitObstacle = "unlocated" | "other-day";

/** A stop that a dispatcher has fixed at a time of the plan's day, with the windows that hold again once it is let go. */
export interface TimeLock {
  readonly startSeconds: number;
  readonly windows: readonly TimeWindow[];
  readonly windowSemantics: WindowSemantics;
}

/** That an order was put off for want of room. */
export interface RolledOver {
  /** The day it was last meant for. */
  readonly from: string;
  readonly times: number;
}

/** Two orders that one van makes, the pickup first. */
export interface BoardJoin {
  /** The same for both: the pickup's order. */
  readonly key: string;
  /** What its own order carries. */
  readonly loads: Loads;
}

export interface BoardVisit extends ScheduleVisit, BoardPoint {
  readonly position: LatLng | null;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  readonly externalId: string;
  readonly name: string;
  readonly street: string;
  /** Postcode and town. */
  readonly place: string;
  readonly priority: Priority;
  readonly status: DeliveryStatus;
  readonly obstacle?: VisitObstacle;
  /** The driver who must make it; absent: anybody who can. */
  readonly driverId?: string;
  /** The order's own marks; absent when it has none. */
  readonly tags?: readonly string[];
  /** The name of the part of the day it is in, empty for one without; absent where the day has only one. */
  readonly wave?: string;
  /** Its position is a street's or a town's, or nobody knows it: a person should look. */
  readonly isDoubtful?: true;
  readonly rolledOver?: RolledOver;
  /** So many visits to its address have taught its service time; absent where the order says it, or nobody knows. */
  readonly learnedFrom?: number;
  /** While its stop is locked to a time: then `windows` is that time. */
  readonly timeLock?: TimeLock;
  /** Its order is joined with another one; `joinVisits` says whether they are a pair today. */
  readonly joined?: BoardJoin;
}

/** A leg as far as it is known; `isEstimate`: from the straight line, not from roads. */
export interface BoardLeg extends Leg {
  readonly isEstimate: boolean;
}

/** That the driver goes back to where his route starts, to hand in what he has picked up and to load. */
export interface BoardReload {
  /** The way there from the stop before. */
  readonly leg: BoardLeg;
  readonly loadSeconds: number;
}

export interface BoardStop {
  readonly visitId: string;
  /** The way here from the stop before, or from the depot. */
  readonly leg: BoardLeg;
  /** Before he comes here; never on the first stop. `leg` leads here from the depot then. */
  readonly reload?: BoardReload;
  readonly lockedToDriver: boolean;
  readonly lockedToPosition: boolean;
}

export interface BoardRoute {
  readonly id: string;
  readonly number: number;
  readonly driverDayId: string;
  readonly driver: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string };
  readonly vehicle: {
    readonly id: string;
    readonly label: string;
    readonly registration: string;
    readonly profile: TravelProfile;
  };
  /** Shift, capacity, limits and costs; the shift is less the time to load and hand in at the depots. */
  readonly rules: ScheduleVehicle;
  readonly start: BoardPoint;
  /** Null: the route ends at its last stop. */
  readonly end: BoardPoint | null;
  readonly status: RouteStatus;
  /** As a visit's. */
  readonly wave?: string;
  readonly locked: boolean;
  /** So many stops at the front keep their places. */
  readonly frozenStops: number;
  readonly version: number;
  /** Its colours for the day; absent until it has had stops. */
  readonly look?: RouteLook;
  readonly stops: readonly BoardStop[];
  /** Null when the route is open. */
  readonly returnLeg: BoardLeg | null;
  /** What has happened on it; absent until it is driven. */
  readonly underWay?: UnderWay;
  /** `scheduleRoute` of the stops: `schedule.stops[i]` times `stops[i]`. */
  readonly schedule: RouteSchedule;
}

/** All that a dispatcher's desk and the rules of editing know of one day. Replaced, never changed in place. */
export interface PlanBoard {
  readonly plan: BoardPlan;
  readonly depots: readonly BoardDepot[];
  /** By number. */
  readonly routes: readonly BoardRoute[];
  readonly visits: ReadonlyMap<string, BoardVisit>;
  /** Visits of the day on no route. */
  readonly pool: readonly string[];
  /** How this day's measured legs differ from the estimate, by vehicle profile. */
  readonly calibrations: Readonly<Partial<Record<TravelProfile, EstimateCalibration>>>;
  /** The event log's number when this was read: a live board goes on from here. */
  readonly lastEventSeq: number;
}

export interface StopPlace {
  readonly route: BoardRoute;
  readonly index: number;
}

const placesOfRoutes = new WeakMap<readonly BoardRoute[], ReadonlyMap<string, StopPlace>>();
const partnersOfVisits = new WeakMap<ReadonlyMap<string, BoardVisit>, ReadonlyMap<string, string>>();

/** Where each planned visit is; a visit of the pool is missing. */
export function stopPlaces(board: Pick<PlanBoard, "routes">): ReadonlyMap<string, StopPlace> {
  const known = placesOfRoutes.get(board.routes);
  if (known) return known;
  const places = new Map<string, StopPlace>();
  for (const route of board.routes) {
    route.stops.forEach((stop, index) => {
      places.set(stop.visitId, { route, index });
    });
  }
  placesOfRoutes.set(board.routes, places);
  return places;
}

/** From each visit of a pickup–drop-off pair to the other one. */
export function pairPartners(board: Pick<PlanBoard, "visits">): ReadonlyMap<string, string> {
  const known = partnersOfVisits.get(board.visits);
  if (known) return known;
  const partners = new Map<string, string>();
  const waiting = new Map<string, string>();
  for (const visit of board.visits.values()) {
    if (visit.pairKey === undefined) continue;
    const other = waiting.get(visit.pairKey);
    if (other === undefined) waiting.set(visit.pairKey, visit.id);
    else {
      partners.set(visit.id, other);
      partners.set(other, visit.id);
    }
  }
  partnersOfVisits.set(board.visits, partners);
  return partners;
}

/** The visit, which must be on the board. */
export function boardVisit(board: Pick<PlanBoard, "visits">, visitId: string): BoardVisit {
  const visit = board.visits.get(visitId);
  if (!visit) throw new Error(`visit ${visitId} is not on the board`);
  return visit;
}

/** The visits a route serves, in order. */
export function routeVisitIds(route: Pick<BoardRoute, "stops">): string[] {
  return route.stops.map((stop) => stop.visitId);
}

/** True while stops may still be put on the route or taken off it: until its driver has finished. */
export function isOpenToChange(status: RouteStatus): boolean {
  return status !== "finished";
}

export const NO_LOADS: Loads = [0, 0, 0, 0];
