import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type ActiveDriver, listActiveDrivers, listDepotStarts } from "@/db/queries/assignment/assignables";
import { listVehicles, type VehicleRow } from "@/db/queries/fleet/find-fleet";
import { listDriverDays } from "@/db/queries/plan/driver-days";
import { findPlanOfDay, type PlanRow } from "@/db/queries/plan/find-plan";
import { loadRoutes, type RouteRow } from "@/db/queries/plan/load-routes";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { findLastPositions } from "@/db/queries/position/record-positions";
import { findProject } from "@/db/queries/project/find-project";
import { type DriverHours, shiftOn } from "@/server/domain/assignment/assignable-driver";
import type { LatLng } from "@/server/domain/geo";
import { isOpenToChange } from "@/server/domain/plan/plan-board";
import { localDateSchema } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadPartialBoard, type PartialBoard, type RowTerms } from "../plan/load-board";
import { type NewDay, newDayOf } from "./new-day";

/** A driver seen longer ago than this may be anywhere. */
const SEEN_MILLISECONDS = 24 * 3_600_000;
/** More routes than this are no help to one request. */
const MOST_NEW_ROUTES = 200;

/** A day as an assignment finds it, with the routes it might make. Nothing of it is stored. */
export interface AssignmentDay {
  readonly plan: PlanRow;
  /** The day has no plan yet. */
  readonly isNewPlan: boolean;
  /** Elapsed since the plan's midnight; negative before it. */
  readonly nowSeconds: number;
  /** Routes that take part, and the visits named. */
  readonly partial: PartialBoard;
  /** By route: days that would have to be made. */
  readonly newDays: ReadonlyMap<string, NewDay>;
}

/**
 * A day and who may take visits on it: its unlocked routes that are not over, and drivers without one who could have one.
 * With `driverIds` only these drivers, with `routeIds` only these routes, whatever keeps them from taking more; `besides`:
 * routes that give something away.
 */
export const readAssignmentDay = query({
  permission: "plan.read",
  input: z.object({
    projectId: z.uuid(),
    date: localDateSchema,
    visitIds: z.array(z.uuid()),
    driverIds: z.array(z.uuid()).nullable().default(null),
    routeIds: z.array(z.uuid()).nullable().default(null),
    besides: z.array(z.uuid()).default([]),
    profile: z.enum(TRAVEL_PROFILES).nullable().default(null),
  }),
  prepare: async ({ ports }) => ports.ids,
  run: async ({ tx, actor, now, prepared: ids }, input) => {
    const { projectId, date, visitIds, driverIds, routeIds, besides, profile } = input;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const known = await findPlanOfDay(tx, organizationId, projectId, date);
    const plan = known ?? newPlan(project, date, ids.newId());
    const nowSeconds = (now.getTime() - startOfDay(date, plan.timeZone).getTime()) / 1000;
    const drivers = await listActiveDrivers(tx, organizationId, projectId);
    const asked = drivers.filter(({ driver }) => driverIds === null || driverIds.includes(driver.id));
    const routes = known ? await loadRoutes(tx, organizationId, plan.id) : [];
    const isNamed = driverIds !== null || routeIds !== null;
    const taking = routes.filter(
      (route) =>
        besides.includes(route.id) ||
        ((routeIds?.includes(route.id) ?? asked.some(({ driver }) => driver.id === route.driver.id)) &&
          (profile === null || route.vehicle.profile === profile) &&
          (isNamed || (!route.locked && isOpenToChange(route.status)))),
    );
    const made: { readonly day: NewDay; readonly route: RouteRow }[] = [];
    if (routeIds === null) {
      const days = await listDriverDays(tx, organizationId, projectId, date);
      const material = {
        nowSeconds,
        profile,
        defaultDepotId: project.defaultDepotId,
        depots: await listDepotStarts(tx, organizationId, projectId),
        spare: spareOf(await listVehicles(tx, organizationId, projectId), drivers, days),
        seen: await seenAt(tx, organizationId, asked, now),
        firstDoor: firstDoorOf(await loadVisits(tx, organizationId, plan, visitIds, { withOtherDays: true })),
        newId: () => ids.newId(),
      };
      const busy = new Set(days.map(({ day }) => day.driverId));
      const free = asked.filter(({ driver }) => !busy.has(driver.id)).sort(thereFirst);
      for (const each of free) {
        if (made.length === MOST_NEW_ROUTES) break;
        const day = newDayOf(each, material);
        if (day) made.push(day);
      }
    }
    const partial = await loadPartialBoard(
      tx,
      organizationId,
      plan,
      taking.map(({ id }) => id),
      visitIds,
      {
        now,
        withOtherDays: true,
        terms: termsOf(taking, drivers, nowSeconds),
        newRoutes: made.map(({ route }) => route),
      },
    );
    const newDays = new Map(made.map(({ day }) => [day.routeId, day]));
    return { plan, isNewPlan: known === undefined, nowSeconds, partial, newDays } satisfies AssignmentDay;
  },
});

function newPlan(project: NonNullable<Awaited<ReturnType<typeof findProject>>>, date: string, id: string): PlanRow {
  const { timeZone, currency, defaultCountry, loadDimensions, defaultDepotId, travelCalibrationPermille } = project;
  return {
    id,
    projectId: project.id,
    date,
    timeZone,
    status: "draft",
    version: 1,
    currency,
    defaultCountry,
    loadDimensions,
    defaultDepotId,
    calibrationPermille: travelCalibrationPermille,
  };
}

/** Whoever says he is there works beyond his hours on the route he has, too. */
function termsOf(routes: readonly RouteRow[], drivers: readonly ActiveDriver[], nowSeconds: number) {
  const terms = new Map<string, RowTerms>();
  for (const { id, driver, vehicle, shiftFromSeconds, shiftToSeconds } of routes) {
    const his = drivers.find((each) => each.driver.id === driver.id)?.driver;
    const shift = his && shiftOn({ ...(his as DriverHours), shiftFromSeconds, shiftToSeconds }, nowSeconds);
    if (!shift || shift.shiftToSeconds <= shiftToSeconds) continue;
    terms.set(id, { driver, vehicle, shiftFromSeconds, shiftToSeconds: shift.shiftToSeconds });
  }
  return terms;
}

/** Vehicles that are nobody's usual one and out with nobody on the day. */
function spareOf(
  vehicles: readonly VehicleRow[],
  drivers: readonly ActiveDriver[],
  days: Awaited<ReturnType<typeof listDriverDays>>,
): VehicleRow[] {
  const taken = new Set([...drivers.map(({ driver }) => driver.vehicleId), ...days.map(({ day }) => day.vehicleId)]);
  return vehicles.filter(({ id }) => !taken.has(id));
}

async function seenAt(tx: Tx, organizationId: string, drivers: readonly ActiveDriver[], now: Date) {
  const unplaced = drivers.flatMap(({ driver }) => (driver.depotId === null ? [driver.id] : []));
  const known = unplaced.length === 0 ? new Map() : await findLastPositions(tx, organizationId, unplaced);
  const seen = new Map<string, LatLng>();
  for (const [driverId, { last }] of known) {
    if (now.getTime() - last.recordedAtMs < SEEN_MILLISECONDS) seen.set(driverId, { lat: last.lat, lng: last.lng });
  }
  return seen;
}

function firstDoorOf(visits: Awaited<ReturnType<typeof loadVisits>>): LatLng | null {
  const located = visits.filter(({ lat, lng }) => lat !== null && lng !== null);
  const first = located.find(({ role }) => role === "pickup") ?? located[0];
  return first ? { lat: first.lat!, lng: first.lng! } : null;
}

function thereFirst(a: ActiveDriver, b: ActiveDriver): number {
  const rank = ({ driver: { availability } }: ActiveDriver) =>
    availability === "available" || availability === "on_shift" ? 0 : 1;
  return rank(a) - rank(b);
}
