import { sumEmissions } from "./emissions";
import { type BoardRoute, NO_LOADS, routeVisitIds } from "./plan-board";
import { isSameReloads, reloadsOf } from "./reload-trips";
import type { RouteSchedule } from "./route-schedule";
import type { Loads } from "./routing-problem";

export interface RouteFigures {
  readonly stops: number;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly driveSeconds: number;
  readonly lateStops: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  readonly maxLoad: Loads;
  readonly costCents: number;
  /** CO₂; null where it is unknown of any vehicle. */
  readonly emissionsGrams: number | null;
}

export interface RouteDiff {
  readonly routeId: string;
  readonly number: number;
  readonly driverName: string;
  /** A driver holds this route's link: changing it will surprise somebody. */
  readonly isDispatched: boolean;
  readonly before: RouteFigures;
  readonly after: RouteFigures;
  readonly addedVisitIds: readonly string[];
  readonly removedVisitIds: readonly string[];
  /** The visits are the same, their order is not. */
  readonly isReordered: boolean;
  /** It goes back to load at other places, or for another time. */
  readonly isLoadedAnew: boolean;
  readonly isChanged: boolean;
  /** Who drives it from then on; absent: the same driver. */
  readonly nextDriverName?: string;
}

export interface PlanDiff {
  readonly routes: readonly RouteDiff[];
  readonly totals: { readonly before: PlanFigures; readonly after: PlanFigures };
}

export interface PlanFigures extends Omit<RouteFigures, "maxLoad"> {
  /** Routes with at least one stop. */
  readonly routesUsed: number;
}

export type RouteState = Pick<BoardRoute, "id" | "number" | "driver" | "status" | "stops" | "schedule"> & {
  readonly vehicle?: Pick<BoardRoute["vehicle"], "id">;
};

/** What a change does, route by route and in sum. Both lists hold the same routes, in any order. */
export function diffPlan(before: readonly RouteState[], after: readonly RouteState[]): PlanDiff {
  const afterById = new Map(after.map((route) => [route.id, route]));
  const routes = before.map((route) => diffRoute(route, afterById.get(route.id) ?? route));
  return {
    routes,
    totals: { before: sumFigures(before), after: sumFigures(before.map((r) => afterById.get(r.id) ?? r)) },
  };
}

function diffRoute(before: RouteState, after: RouteState): RouteDiff {
  const old = routeVisitIds(before);
  const next = routeVisitIds(after);
  const oldSet = new Set(old);
  const nextSet = new Set(next);
  const addedVisitIds = next.filter((visitId) => !oldSet.has(visitId));
  const removedVisitIds = old.filter((visitId) => !nextSet.has(visitId));
  const isSame = old.length === next.length && old.every((visitId, index) => next[index] === visitId);
  const isLoadedAnew = !isSameReloads(reloadsOf(before), reloadsOf(after));
  return {
    routeId: before.id,
    number: before.number,
    driverName: before.driver.name,
    isDispatched: before.status !== "planned",
    before: routeFigures(before.schedule),
    after: routeFigures(after.schedule),
    addedVisitIds,
    removedVisitIds,
    isReordered: !isSame && addedVisitIds.length === 0 && removedVisitIds.length === 0,
    isLoadedAnew,
    isChanged: !isSame || isLoadedAnew || isHandedOver(before, after),
    ...(before.driver.id !== after.driver.id && { nextDriverName: after.driver.name }),
  };
}

const isHandedOver = (before: RouteState, after: RouteState) =>
  before.driver.id !== after.driver.id || before.vehicle?.id !== after.vehicle?.id;

/** The figures of a route as people compare them. */
export function routeFigures(schedule: RouteSchedule): RouteFigures {
  return {
    stops: schedule.stops.length,
    distanceMeters: schedule.distanceMeters,
    durationSeconds: schedule.workSeconds,
    driveSeconds: schedule.driveSeconds,
    lateStops: schedule.lateStops,
    lateSeconds: schedule.lateSeconds,
    overtimeSeconds: schedule.overtimeSeconds,
    maxLoad: schedule.stops.length === 0 ? NO_LOADS : schedule.maxLoad,
    costCents: schedule.costCents,
    emissionsGrams: schedule.emissionsGrams,
  };
}

/** The sum over routes. */
export function sumFigures(routes: readonly Pick<RouteState, "schedule">[]): PlanFigures {
  const figures = routes.map((route) => routeFigures(route.schedule));
  const sum = (pick: (each: RouteFigures) => number) => figures.reduce((total, each) => total + pick(each), 0);
  return {
    routesUsed: figures.filter((each) => each.stops > 0).length,
    stops: sum((each) => each.stops),
    distanceMeters: sum((each) => each.distanceMeters),
    durationSeconds: sum((each) => each.durationSeconds),
    driveSeconds: sum((each) => each.driveSeconds),
    lateStops: sum((each) => each.lateStops),
    lateSeconds: sum((each) => each.lateSeconds),
    overtimeSeconds: sum((each) => each.overtimeSeconds),
    costCents: sum((each) => each.costCents),
    emissionsGrams: sumEmissions(figures.map((each) => each.emissionsGrams)),
  };
}
