import "server-only";
import type { LatLng } from "@/server/domain/geo";
import { placeKey } from "@/server/domain/plan/check-in";
import type { DraftUnassigned, OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { type AssignmentScope, scopeOf } from "@/server/domain/plan/optimization-scope";
import {
  type BoardPoint,
  type BoardRoute,
  type BoardStop,
  type BoardVisit,
  boardVisit,
  type PlanBoard,
  pairPartners,
} from "@/server/domain/plan/plan-board";
import { asMade, rulesFromNow } from "@/server/domain/plan/problem-from-now";
import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { frontStops } from "@/server/domain/plan/under-way";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";

import { frontVisits, inFront, type RouteReloads, routeReloads } from "./problem-reloads";

/** The optimizer's question but for the travel times, with the way back from its indices to our rows. */
export interface BuiltProblem {
  /** `matrices` is empty: one is wanted per profile, over the positions. */
  readonly problem: RoutingProblem;
  readonly positions: readonly LatLng[];
  readonly profiles: readonly TravelProfile[];
  /** By vehicle index. */
  readonly routes: readonly BoardRoute[];
  /** By vehicle index: where and how it loads again. */
  readonly reloads: readonly RouteReloads[];
  /** By visit index. */
  readonly visitIds: readonly string[];
  /** What the optimizer is not asked about. */
  readonly excluded: readonly DraftUnassigned[];
}

export interface ProblemOptions
  extends Pick<OptimizationRequest, "startFrom" | "keepDrivers" | "balance" | "clustering" | "reload"> {
  readonly scope?: OptimizationRequest["scope"] | AssignmentScope;
}

/**
 * The day, or the part of it in scope, as a question for the optimizer. Locked and finished routes take no part, sent and
 * driven ones only if they are named, nor do their stops: nothing of them may change. What a driver has made stands at the
 * front of his route as it was. Stops locked to a position keep it, whatever stands around them. Routes may come back to load
 * again where it is asked for, or where they do already.
 */
export function buildRoutingProblem(board: PlanBoard, options: ProblemOptions): BuiltProblem {
  const { startFrom, keepDrivers, balance, clustering } = options;
  const { routes, candidates, isFree } = scopeOf(board, options.scope ?? null);
  const vehicleOf = new Map(routes.map((route, vehicle) => [route.id, vehicle]));
  const bound = boundVisits(routes, (visitId) => !keepDrivers && isFree(visitId));
  const obstacles = obstaclesOf(board, candidates, bound);
  const visitIds = candidates.filter((visitId) => !obstacles.has(visitId));
  const indexOf = new Map(visitIds.map((visitId, index) => [visitId, index]));
  const locations = new Locations();
  const profiles = [...new Set(routes.map((route) => route.vehicle.profile))];
  const fronts = routes.map((route) => frontOf(route, indexOf));
  const reloads = routes.map((route, vehicle) => routeReloads(route, fronts[vehicle]!, options));
  const inFronts = new Map(routes.flatMap((route, vehicle) => [...frontVisits(board, route, fronts[vehicle]!)]));
  const vehicles = routes.map((route, vehicle) => ({
    ...toVehicle(route, profiles, locations, indexOf),
    ...(reloads[vehicle]!.trips && {
      reload: { location: locations.rowOf(route.start), ...reloads[vehicle]!.trips },
    }),
  }));
  const partners = pairPartners(board);
  const visits = visitIds.map((visitId) => {
    const visit = boardVisit(board, visitId);
    const vehicle = bound.has(visitId) ? vehicleOf.get(bound.get(visitId)!.id) : undefined;
    const partner = visit.pairRole === "pickup" ? indexOf.get(partners.get(visitId) ?? "") : undefined;
    const fallback = vehicle === undefined ? undefined : routes[vehicle]!.start;
    const allowed = vehicle === undefined ? vehiclesOf(routes, visit.driverId) : [vehicle];
    const met = inFront(asMade(visit, bound.get(visitId)), inFronts.get(visitId));
    return toVisit(met, locations.rowOf(visit, fallback), partner, allowed);
  });
  const planned = (route: BoardRoute) => route.stops.flatMap((stop) => indexOf.get(stop.visitId) ?? []);
  const initialRoutes = startFrom === "current" ? routes.map(planned) : [];
  const objective = { goal: "cost" as const, clustering, ...(balance && { balance }) };
  return {
    problem: { visits, vehicles, matrices: [], objective, initialRoutes },
    positions: locations.positions,
    profiles,
    routes,
    reloads,
    visitIds,
    excluded: [...obstacles].map(([visitId, rule]) => ({ visitId, reasons: [{ rule, vehicleCount: 0 }] })),
  };
}

/** Visits that must stay on their route, with it. */
function boundVisits(routes: readonly BoardRoute[], isFree: (visitId: string) => boolean): Map<string, BoardRoute> {
  const bound = new Map<string, BoardRoute>();
  for (const route of routes) {
    for (const [index, stop] of route.stops.entries()) {
      const isFrozen = index < frontStops(route) || stop.lockedToPosition;
      if (isFrozen || stop.lockedToDriver || !isFree(stop.visitId)) bound.set(stop.visitId, route);
    }
  }
  return bound;
}

/** Stops that keep their place at the front of the route, without one before them that may go elsewhere. */
function frozenCount(stops: readonly BoardStop[], frozenStops: number): number {
  const free = stops.findIndex((stop, index) => index >= frozenStops && !stop.lockedToPosition);
  return free < 0 ? stops.length : free;
}

/** Those of a route's stops asked about that keep their places. */
function frontOf(route: BoardRoute, indexOf: ReadonlyMap<string, number>): readonly BoardStop[] {
  const asked = route.stops.filter((stop) => indexOf.has(stop.visitId));
  return asked.slice(0, frozenCount(asked, frontStops(route)));
}

/** Stops that keep their place further on; the places are counted over what the optimizer is asked about. */
function placedVisits(asked: readonly BoardStop[], frozen: number, indexOf: ReadonlyMap<string, number>) {
  return asked.flatMap((stop, index) =>
    stop.lockedToPosition && index >= frozen ? [{ visit: indexOf.get(stop.visitId)!, place: index + 1 }] : [],
  );
}

/** A pair with one half that cannot be planned cannot be planned. What is locked to a route stays, whatever it lacks. */
function obstaclesOf(board: PlanBoard, candidates: readonly string[], bound: ReadonlyMap<string, BoardRoute>) {
  const partners = pairPartners(board);
  const obstacles = new Map<string, "unlocated" | "other-day">();
  for (const visitId of candidates) {
    if (bound.has(visitId)) continue;
    const partner = partners.get(visitId);
    if (partner !== undefined && bound.has(partner)) continue;
    const obstacle = boardVisit(board, visitId).obstacle ?? (partner && boardVisit(board, partner).obstacle);
    if (obstacle) obstacles.set(visitId, obstacle);
  }
  return obstacles;
}

/** The vehicles of the driver an order is assigned to, none where he does not work; undefined: anybody's. */
function vehiclesOf(routes: readonly BoardRoute[], driverId: string | undefined): number[] | undefined {
  if (driverId === undefined) return undefined;
  return routes.flatMap(({ driver }, vehicle) => (driver.id === driverId ? [vehicle] : []));
}

function toVisit(
  visit: BoardVisit,
  location: number,
  dropoff: number | undefined,
  allowedVehicles: readonly number[] | undefined,
): RoutingVisit {
  const { id, serviceSeconds, checkInSeconds, windows, windowSemantics, deliver, pickup, skills, features, priority } =
    visit;
  return {
    id,
    location,
    serviceSeconds,
    windows,
    windowSemantics,
    deliver,
    pickup,
    skills,
    features,
    priority,
    ...(checkInSeconds && { checkInSeconds }),
    ...(dropoff !== undefined && { pairedDropoff: dropoff }),
    ...(allowedVehicles && { allowedVehicles }),
  };
}

function toVehicle(
  route: BoardRoute,
  profiles: readonly TravelProfile[],
  locations: Locations,
  indexOf: ReadonlyMap<string, number>,
): RoutingVehicle {
  const asked = route.stops.filter((stop) => indexOf.has(stop.visitId));
  const front = frozenCount(asked, frontStops(route));
  const frozen = asked.slice(0, front).map((stop) => indexOf.get(stop.visitId)!);
  const placed = placedVisits(asked, front, indexOf);
  const { startPosition: _, ...rules } = rulesFromNow(route);
  return {
    id: route.driverDayId,
    ...rules,
    profile: profiles.indexOf(route.vehicle.profile),
    startLocation: locations.rowOf(route.start),
    ...(route.end && { endLocation: locations.rowOf(route.end) }),
    frozenVisits: frozen,
    ...(placed.length > 0 && { placedVisits: placed }),
    locked: false,
  };
}

/** Doors at the same spot share a row of the matrices. */
class Locations {
  readonly positions: LatLng[] = [];
  private readonly rows = new Map<string, number>();

  rowOf(point: BoardPoint, fallback?: BoardPoint): number {
    const position = point.position ?? fallback?.position;
    if (!position) throw new Error(`${point.id} has no position and must not be asked about`);
    const key = placeKey(position);
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    this.rows.set(key, this.positions.length);
    return this.positions.push(position) - 1;
  }
}
