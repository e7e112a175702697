import "server-only";
import type { RunRow } from "@/db/queries/execution/route-runs";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { RouteRow, StopReloadRow, StopRow } from "@/db/queries/plan/load-routes";
import type { VisitRow } from "@/db/queries/plan/load-visits";
import type { TravelCalibrationRow } from "@/db/queries/travel/travel-calibrations";
import type { DriverBreak } from "@/server/domain/driver/driver-break";
import { type FromNow, lateToLeave, underWayOf } from "@/server/domain/execution/under-way-of";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import { withRoutes } from "@/server/domain/plan/apply-board-patch";
import { routePoints } from "@/server/domain/plan/board-legs";
import { joinVisits } from "@/server/domain/plan/join-visits";
import {
  type BoardDepot,
  type BoardPlan,
  type BoardReload,
  type BoardRoute,
  type BoardVisit,
  boardVisit,
  NO_LOADS,
  type PlanBoard,
} from "@/server/domain/plan/plan-board";
import { routeLegs } from "@/server/domain/plan/reload-trips";
import type { ScheduleVehicle } from "@/server/domain/plan/route-schedule";
import type { Loads } from "@/server/domain/plan/routing-problem";
import { scheduleRoute } from "@/server/domain/plan/schedule-route";
import { withTimeLock } from "@/server/domain/plan/time-lock";
import { madePrefix } from "@/server/domain/plan/under-way";
import { calibrateEstimate, type MeasuredPair } from "@/server/domain/travel/calibrate-estimate";
import { UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { type PlanDayClock, planDayClock } from "./plan-day-clock";

/** Good enough to send a driver to. The middle of a town is not. */
const USABLE_CONFIDENCES: readonly VisitRow["confidence"][] = ["given", "pinned", "exact", "interpolated", "street"];

export interface BoardRows {
  readonly plan: PlanRow;
  readonly routes: readonly RouteRow[];
  readonly stops: readonly StopRow[];
  readonly visits: readonly VisitRow[];
  readonly depots: readonly BoardDepot[];
  /** What the routes' depots have learned of their roads. */
  readonly calibrations: readonly TravelCalibrationRow[];
  readonly lastEventSeq: number;
  /** What has happened on the routes that are driven. */
  readonly runs: readonly RunRow[];
  /** When this is read; absent: routes in progress are as of their drivers' last words. */
  readonly now?: Date;
  /** Where drivers were last seen. */
  readonly seen?: ReadonlyMap<string, { readonly lat: number; readonly lng: number; readonly recordedAtMs: number }>;
}

/** The stored day as the rules see it, every route timed. */
export function boardFromRows(rows: BoardRows): PlanBoard {
  const clock = planDayClock(rows.plan.date, rows.plan.timeZone);
  const visits = new Map(joinVisits(new Map(rows.visits.map((row) => [row.id, toBoardVisit(row, clock)]))));
  for (const { visitId, lockedStartSeconds } of rows.stops) {
    if (lockedStartSeconds === null) continue;
    visits.set(visitId, withTimeLock(boardVisit({ visits }, visitId), lockedStartSeconds));
  }
  const stopsOf = new Map<string, StopRow[]>(rows.routes.map((row) => [row.id, []]));
  for (const stop of rows.stops) stopsOf.get(stop.routeId)?.push(stop);
  const runs = new Map(rows.runs.map((run) => [run.routeId, run]));
  const day = { visits, midnightEpochMs: clock.midnightEpochMs };
  const planned = rows.routes.map((row) => toBoardRoute(row, stopsOf.get(row.id) ?? [], visits, clock));
  const calibrations = calibrationsOf(rows, planned, visits);
  const routes = planned.map((route) =>
    driven(route, runs.get(route.id), day, fromNow(rows, route, day, calibrations)),
  );
  const board: PlanBoard = {
    plan: toBoardPlan(rows.plan, clock),
    depots: rows.depots,
    routes: [],
    visits,
    pool: [],
    calibrations,
    lastEventSeq: rows.lastEventSeq,
  };
  return withRoutes(board, routes);
}

function toBoardPlan(row: PlanRow, clock: PlanDayClock): BoardPlan {
  const { id, projectId, date, timeZone, status, version, currency, loadDimensions } = row;
  const { midnightEpochMs } = clock;
  return { id, projectId, date, timeZone, status, version, currency, loadDimensions, midnightEpochMs };
}

/** Whether a door's place is known well enough to plan with. */
export function isLocated({ lat, lng, confidence }: Pick<VisitRow, "lat" | "lng" | "confidence">): boolean {
  return lat !== null && lng !== null && USABLE_CONFIDENCES.includes(confidence);
}

function toBoardVisit(row: VisitRow, clock: PlanDayClock): BoardVisit {
  const isUsable = isLocated(row);
  const times = clock.times(row);
  const rolledOverFrom = row.rolledOverFrom.at(-1);
  const carries = row.kind === "task" ? NO_LOADS : row.loads;
  return {
    id: row.id,
    deliveryId: row.deliveryId,
    role: row.role,
    externalId: row.externalId ?? "",
    name: row.contactName,
    street: row.street,
    place: `${row.postcode} ${row.city}`.trim(),
    position: isUsable ? { lat: row.lat!, lng: row.lng! } : null,
    serviceSeconds: row.serviceSeconds,
    windows: times?.windows ?? [],
    windowSemantics: times?.windowSemantics ?? row.windowSemantics,
    // A pair's drop-off hands over what its pickup took on: `scheduleRoute` knows it from the pair.
    deliver: row.role === "dropoff" && row.kind !== "pair" ? carries : NO_LOADS,
    pickup: row.role === "pickup" ? carries : NO_LOADS,
    skills: row.skills,
    features: row.features,
    priority: row.priority,
    status: row.status,
    ...(row.checkInSeconds > 0 && { checkInSeconds: row.checkInSeconds }),
    ...(row.driverId !== null && { driverId: row.driverId }),
    ...(row.tags.length > 0 && { tags: row.tags }),
    ...(row.wave !== null && { wave: row.wave }),
    ...(DOUBTFUL_CONFIDENCES.includes(row.confidence) && { isDoubtful: true as const }),
    ...(rolledOverFrom !== undefined && { rolledOver: { from: rolledOverFrom, times: row.rolledOverFrom.length } }),
    ...(row.learnedFrom !== null && { learnedFrom: row.learnedFrom }),
    ...(row.kind === "pair" && { pairKey: row.deliveryId, pairRole: row.role }),
    ...(row.joinKey !== null && { joined: { key: row.joinKey, loads: row.loads } }),
    ...(isUsable ? times === null && { obstacle: "other-day" as const } : { obstacle: "unlocated" as const }),
  };
}

function toBoardRoute(
  row: RouteRow,
  stopRows: readonly StopRow[],
  visits: ReadonlyMap<string, BoardVisit>,
  clock: PlanDayClock,
): BoardRoute {
  const rules = rulesOf(row, clock);
  const stops = stopRows.map((stop) => ({
    visitId: stop.visitId,
    leg: { durationSeconds: stop.legSeconds, distanceMeters: stop.legMeters, isEstimate: stop.isEstimate },
    ...(stop.reload && { reload: toReload(stop.reload) }),
    lockedToDriver: stop.lockedToDriver,
    lockedToPosition: stop.lockedToPosition,
  }));
  const returnLeg = row.end && {
    durationSeconds: row.returnLegSeconds,
    distanceMeters: row.returnLegMeters,
    isEstimate: row.returnShape === "" && row.returnLegMeters > 0,
  };
  const served = stops.map((stop) => boardVisit({ visits }, stop.visitId));
  const { id, number, status, locked, frozenStops, version, driverDayId, driver, vehicle } = row;
  return {
    id,
    number,
    driverDayId,
    driver: { id: driver.id, name: driver.name, email: driver.email, phone: driver.phone },
    vehicle: {
      id: vehicle.id,
      label: vehicle.label,
      registration: vehicle.registration,
      profile: vehicle.profile,
    },
    rules,
    start: { id: row.start.id, position: positionOf(row.start) },
    end: row.end ? { id: row.end.id, position: positionOf(row.end) } : null,
    status,
    ...(row.wave !== null && { wave: row.wave }),
    locked,
    frozenStops,
    version,
    ...lookOf(row),
    stops,
    returnLeg,
    schedule: scheduleRoute(rules, served, routeLegs(stops, returnLeg)),
  };
}

function toReload({ loadSeconds, legSeconds, legMeters, isEstimate }: StopReloadRow): BoardReload {
  return { leg: { durationSeconds: legSeconds, distanceMeters: legMeters, isEstimate }, loadSeconds };
}

/** The route as it has been driven so far, its open stops timed from there; one whose driver is late to leave, from now. */
function driven(route: BoardRoute, run: RunRow | undefined, day: DrivenDay, now: FromNow | undefined): BoardRoute {
  const underWay = run ? underWayOf(route, run, day, now) : now && lateToLeave(route, now.nowSeconds);
  if (!underWay) return route;
  const served = route.stops.map((stop) => boardVisit(day, stop.visitId));
  const legs = routeLegs(route.stops, route.returnLeg);
  const soFar = { ...underWay, made: madePrefix(underWay, served) };
  return { ...route, underWay: soFar, schedule: scheduleRoute(route.rules, served, legs, soFar) };
}

interface DrivenDay {
  readonly visits: ReadonlyMap<string, BoardVisit>;
  readonly midnightEpochMs: number;
}

/** By what a route is timed on at this moment. */
function fromNow(
  { now, seen }: BoardRows,
  { driver, vehicle }: BoardRoute,
  { midnightEpochMs }: DrivenDay,
  calibrations: PlanBoard["calibrations"],
): FromNow | undefined {
  if (!now) return undefined;
  const elapsed = (atMs: number) => (atMs - midnightEpochMs) / 1000;
  const last = seen?.get(driver.id);
  return {
    nowSeconds: elapsed(now.getTime()),
    seenAt: last ? { position: { lat: last.lat, lng: last.lng }, atSeconds: elapsed(last.recordedAtMs) } : null,
    calibration: calibrations[vehicle.profile],
  };
}

function lookOf({ hueIndex, lineStyleIndex }: RouteRow): Pick<BoardRoute, "look"> {
  return hueIndex === null || lineStyleIndex === null ? {} : { look: { hueIndex, styleIndex: lineStyleIndex } };
}

function rulesOf({ driver, vehicle, start, end, ...day }: RouteRow, clock: PlanDayClock): ScheduleVehicle {
  const fromSeconds = clock.elapsed(day.shiftFromSeconds) + start.serviceSeconds;
  const toSeconds = clock.elapsed(day.shiftToSeconds) - (end?.serviceSeconds ?? 0);
  return {
    shift: { fromSeconds, toSeconds: Math.max(fromSeconds, toSeconds) },
    startPosition: positionOf(start),
    ...breaksOf(day.breaks ?? driver.breaks, clock),
    capacity: vehicle.capacity as unknown as Loads,
    skills: driver.skills,
    features: vehicle.features,
    ...(vehicle.maxStops !== null && { maxVisits: vehicle.maxStops }),
    ...(vehicle.maxDistanceMeters !== null && { maxDistanceMeters: vehicle.maxDistanceMeters }),
    ...(vehicle.maxDriveSeconds !== null && { maxDriveSeconds: vehicle.maxDriveSeconds }),
    fixedCostCents: vehicle.fixedCostCents,
    costPerKmCents: vehicle.costPerKmCents,
    costPerHourCents: driver.costPerHourCents,
    ...(vehicle.emissionGramsPerKm !== null && { emissionGramsPerKm: vehicle.emissionGramsPerKm }),
  };
}

function breaksOf(breaks: readonly DriverBreak[], clock: PlanDayClock): Pick<ScheduleVehicle, "breaks"> {
  if (breaks.length === 0) return {};
  const { elapsed } = clock;
  return {
    breaks: breaks.map(({ fromSeconds, toSeconds, durationSeconds }) => ({
      fromSeconds: elapsed(fromSeconds),
      toSeconds: elapsed(toSeconds),
      durationSeconds,
    })),
  };
}

function positionOf({ lat, lng }: { lat: number | null; lng: number | null }): LatLng | null {
  return lat === null || lng === null ? null : { lat, lng };
}

/**
 * From the legs that were measured on roads today; where there are too few, what the depot learned from finished routes;
 * where it learned nothing, what the project was told.
 */
function calibrationsOf(
  { plan, calibrations: learned }: BoardRows,
  routes: readonly BoardRoute[],
  visits: ReadonlyMap<string, BoardVisit>,
): PlanBoard["calibrations"] {
  const told = { duration: plan.calibrationPermille / 1000, distance: 1 };
  const calibrations: Partial<Record<TravelProfile, { duration: number; distance: number }>> = {};
  for (const profile of new Set(routes.map((route) => route.vehicle.profile))) {
    const ofProfile = routes.filter((route) => route.vehicle.profile === profile);
    const measured = ofProfile.flatMap((route) => measuredPairs(route, visits));
    const fromRoads = calibrateEstimate(measured, profile);
    calibrations[profile] =
      fromRoads === UNCALIBRATED ? (learnedAt(learned, commonStart(ofProfile), profile) ?? told) : fromRoads;
  }
  return calibrations;
}

/** The depot most of the routes begin at. */
function commonStart(routes: readonly BoardRoute[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { start } of routes) counts.set(start.id, (counts.get(start.id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function learnedAt(learned: readonly TravelCalibrationRow[], depotId: string | undefined, profile: TravelProfile) {
  const row = learned.find((each) => each.depotId === depotId && each.profile === profile);
  return row && { duration: row.durationPermille / 1000, distance: row.distancePermille / 1000 };
}

function measuredPairs(route: BoardRoute, visits: ReadonlyMap<string, BoardVisit>): MeasuredPair[] {
  const points = routePoints(
    route,
    route.stops.map((stop) => boardVisit({ visits }, stop.visitId)),
  );
  return route.stops.flatMap(({ leg, reload }, index) => {
    const [from, to] = [(reload ? route.start : points[index]!).position, points[index + 1]!.position];
    if (leg.isEstimate || !from || !to) return [];
    return [{ straightMeters: distanceMeters(from, to), ...leg }];
  });
}
