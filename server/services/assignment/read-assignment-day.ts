import "server-only";
import { z } from "zod";
import { type ActiveDriver, listActiveDrivers } from "@/db/queries/assignment/assignables";
import { findPlanOfDay, type PlanRow } from "@/db/queries/plan/find-plan";
import { loadRoutes, type RouteRow } from "@/db/queries/plan/load-routes";
import { findProject } from "@/db/queries/project/find-project";
import { type DriverHours, shiftOn } from "@/server/domain/assignment/assignable-driver";
import { isOpenToChange } from "@/server/domain/plan/plan-board";
import { localDateSchema } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadPartialBoard, type PartialBoard, type RowTerms } from "../plan/load-board";
import type { NewDay } from "./new-day";
import { readNewDays } from "./read-new-days";

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
    /** What is given to one driver by name: his whole shift, whatever the hour, and from its own first door. */
    isOrdered: z.boolean().default(false),
    /** Planned as ahead of the day, whatever the time is: nobody who has not set off is late already. */
    isAhead: z.boolean().default(false),
  }),
  prepare: async ({ ports }) => ports.ids,
  run: async ({ tx, actor, now, prepared: ids }, input) => {
    const { projectId, date, visitIds, driverIds, routeIds, besides, profile, isOrdered, isAhead } = input;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const known = await findPlanOfDay(tx, organizationId, projectId, date);
    const plan = known ?? newPlan(project, date, ids.newId());
    const elapsed = (now.getTime() - startOfDay(date, plan.timeZone).getTime()) / 1000;
    const nowSeconds = isAhead ? Number.NEGATIVE_INFINITY : elapsed;
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
    const free = {
      plan,
      drivers,
      asked,
      visitIds,
      profile,
      nowSeconds: isOrdered ? Number.NEGATIVE_INFINITY : nowSeconds,
      isFromFirstDoor: isOrdered,
      now,
      newId: () => ids.newId(),
    };
    const made = routeIds === null ? await readNewDays(tx, organizationId, free) : [];
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
    units: project.units,
    language: project.language,
    loadDimensions,
    defaultDepotId,
    calibrationPermille: travelCalibrationPermille,
  };
}

/** Whoever says he is there works beyond his hours on the route he has, too. */
function termsOf(routes: readonly RouteRow[], drivers: readonly ActiveDriver[], nowSeconds: number) {
  const terms = new Map<string, RowTerms>();
  for (const { id, driver, vehicle, shiftFromSeconds, shiftToSeconds, breaks } of routes) {
    const his = drivers.find((each) => each.driver.id === driver.id)?.driver;
    const shift = his && shiftOn({ ...(his as DriverHours), shiftFromSeconds, shiftToSeconds }, nowSeconds);
    if (!shift || shift.shiftToSeconds <= shiftToSeconds) continue;
    terms.set(id, { driver, vehicle, shiftFromSeconds, shiftToSeconds: shift.shiftToSeconds, breaks });
  }
  return terms;
}
