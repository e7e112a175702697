import "server-only";
import { z } from "zod";
import { listDepots } from "@/db/queries/depot/find-depots";
import { selectDriverNames } from "@/db/queries/fleet/driver-names";
import { findPlanOfDay } from "@/db/queries/plan/find-plan";
import { loadRoutes, type RouteRow } from "@/db/queries/plan/load-routes";
import type { LatLng } from "@/server/domain/geo";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { routeGeometry } from "@/server/domain/plan/route-geometry";
import type { Loads } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { pointsOf } from "./leg-book";
import { loadPartialBoard, type PartialBoard } from "./load-board";

/** Where a route starts or ends; a place that is no depot has neither name nor address. */
export interface RoutePoint {
  readonly name: string;
  readonly address: string;
  readonly position: LatLng | null;
}

/** A door of a route. */
export interface DayStop {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  /** Its delivery, one and the same, is fetched at one door and brought to another. */
  readonly isPaired: boolean;
  readonly position: LatLng | null;
  readonly arriveAt: Date;
  /** When service begins. */
  readonly startAt: Date;
  /** From the stop before, or from where the route starts or loads again. */
  readonly travelSeconds: number;
  readonly distanceMeters: number;
  /** Before it the route goes back to its start to load; null: it does not. */
  readonly reload: DayReload | null;
}

export interface DayReload {
  readonly arriveAt: Date;
  readonly departAt: Date;
  readonly travelSeconds: number;
  readonly distanceMeters: number;
}

/** A break of the driver's, taken where he was last. */
export interface DayBreak {
  /** The number of the stop it comes before, from 0; the number of stops: before the way back. */
  readonly before: number;
  /** When he could take it, and when he does. */
  readonly freeAt: Date;
  readonly startAt: Date;
  readonly position: LatLng | null;
}

export interface DayRoute {
  readonly routeId: string;
  readonly driver: Awaited<ReturnType<typeof selectDriverNames>>[number];
  readonly vehicle: { readonly registration: string; readonly label: string };
  readonly durationSeconds: number;
  readonly distanceMeters: number;
  /** What it brings and fetches in all. */
  readonly loads: Loads;
  readonly start: RoutePoint;
  /** Null: it ends at its last stop. */
  readonly end: RoutePoint | null;
  /** Polyline, precision 5. */
  readonly geometry: string;
  readonly stops: readonly DayStop[];
  readonly breaks: readonly DayBreak[];
}

/** A day's routes that have stops, by number, with the zone their times are local in. */
export const readDayRoutes = query({
  permission: "plan.read",
  input: z.object({
    projectId: z.uuid(),
    date: localDateSchema,
    /** Absent: whoever drives. */
    driver: z.object({ externalId: z.string().optional(), serial: z.string().optional() }).default({}),
    registration: z.string().optional(),
  }),
  run: async ({ tx, actor, now }, { projectId, date, driver, registration }) => {
    const { organizationId } = actor;
    const plan = await findPlanOfDay(tx, organizationId, projectId, date);
    if (!plan) return { timeZone: "UTC", routes: [] };
    const rows = await loadRoutes(tx, organizationId, plan.id);
    const drivers = await selectDriverNames(tx, organizationId, [...new Set(rows.map((row) => row.driver.id))]);
    const names = new Map(drivers.map((each) => [each.id, each]));
    const wanted = rows.filter((row) => {
      const his = names.get(row.driver.id)!;
      if (registration !== undefined && row.vehicle.registration !== registration) return false;
      if (driver.serial !== undefined && his.serial !== driver.serial) return false;
      return driver.externalId === undefined || his.externalId === driver.externalId;
    });
    const ids = wanted.map(({ id }) => id);
    const partial = await loadPartialBoard(tx, organizationId, plan, ids, [], { now });
    const depots = new Map((await listDepots(tx, organizationId, projectId)).map((each) => [each.id, each]));
    const routes = wanted.flatMap((row): DayRoute[] => {
      const route = partial.board.routes.find(({ id }) => id === row.id);
      if (!route || route.stops.length === 0) return [];
      const pointOf = (end: RouteRow["start"]): RoutePoint => {
        const { name = "", street = "", postcode = "", city = "", country = "" } = depots.get(end.id) ?? {};
        const line = [street, `${postcode} ${city}`.trim(), country].filter((part) => part !== "").join(", ");
        return {
          name,
          address: line,
          position: end.lat === null || end.lng === null ? null : { lat: end.lat, lng: end.lng },
        };
      };
      const ends = { start: pointOf(row.start), end: row.end && pointOf(row.end) };
      return [{ ...dayRoute(partial, route), ...ends, driver: names.get(row.driver.id)! }];
    });
    return { timeZone: plan.timeZone, routes };
  },
});

function dayRoute({ board, book }: PartialBoard, route: BoardRoute): Omit<DayRoute, "start" | "end" | "driver"> {
  const { schedule, vehicle } = route;
  const at = (seconds: number) => new Date(board.plan.midnightEpochMs + seconds * 1000);
  const points = pointsOf(board, route);
  const ways = points.slice(1).map((to, index) => {
    const from = points[index]!;
    return { from: from.position, to: to.position, shape: book.find(from, to, vehicle.profile)?.shape ?? "" };
  });
  return {
    routeId: route.id,
    vehicle: { registration: vehicle.registration, label: vehicle.label },
    durationSeconds: schedule.endSeconds - schedule.startSeconds,
    distanceMeters: schedule.distanceMeters,
    loads: loadsOf(board, route),
    geometry: routeGeometry(ways),
    breaks: schedule.driverBreaks.map(({ before, startSeconds, waitSeconds }) => ({
      before,
      freeAt: at(startSeconds - waitSeconds),
      startAt: at(startSeconds),
      position: before === 0 ? route.start.position : boardVisit(board, route.stops[before - 1]!.visitId).position,
    })),
    stops: route.stops.map(({ visitId, leg }, index) => {
      const { deliveryId, role, position, pairKey, joined } = boardVisit(board, visitId);
      const { arriveSeconds, startSeconds, reload } = schedule.stops[index]!;
      return {
        visitId,
        deliveryId,
        role,
        isPaired: pairKey !== undefined && joined === undefined,
        position,
        arriveAt: at(arriveSeconds),
        startAt: at(startSeconds),
        travelSeconds: leg.durationSeconds,
        distanceMeters: leg.distanceMeters,
        reload: reload
          ? {
              arriveAt: at(reload.arriveSeconds),
              departAt: at(reload.departSeconds),
              travelSeconds: reload.legSeconds,
              distanceMeters: reload.legMeters,
            }
          : null,
      };
    }),
  };
}

/** What is fetched and brought on the same route counts once. */
function loadsOf(board: PlanBoard, { stops }: BoardRoute): Loads {
  const carried = stops.map(({ visitId }) => {
    const { pickup, deliver, pairKey, role } = boardVisit(board, visitId);
    return pairKey !== undefined && role === "dropoff" ? [0, 0, 0, 0] : deliver.map((load, i) => load + pickup[i]!);
  });
  const sum = (dimension: number) => carried.reduce((total, loads) => total + loads[dimension]!, 0);
  return [sum(0), sum(1), sum(2), sum(3)];
}
