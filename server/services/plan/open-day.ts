import "server-only";
import { z } from "zod";
import { listActiveDrivers } from "@/db/queries/assignment/assignables";
import { routesWithStops } from "@/db/queries/plan/driver-days";
import { touchPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import { findProject } from "@/db/queries/project/find-project";
import { isOpenToChange } from "@/server/domain/plan/plan-board";
import { localDateSchema } from "@/server/domain/time/local-date";
import { makeDays } from "../assignment/make-days";
import { readNewDays } from "../assignment/read-new-days";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { holdPlan } from "./hold-plan";

/** A day that may be planned, with the routes there are to plan on. */
export interface OpenedDay {
  readonly planId: string;
  /** Not locked and not over. */
  readonly routes: readonly { readonly routeId: string; readonly driverId: string; readonly hasStops: boolean }[];
}

/**
 * Makes a day ready to be planned: its plan, and a route for each of these drivers, or of all who drive, who has none and
 * is not off that day. Who could not drive (no place to start from) is left out.
 */
export const openDay = command({
  permission: "plan.edit",
  input: z.object({
    projectId: z.uuid(),
    date: localDateSchema,
    driverIds: z.array(z.uuid()).nullable().default(null),
  }),
  run: async (scope, { projectId, date, driverIds }) => {
    const { tx, actor, now, newId } = scope;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const { timeZone } = project;
    const { plan, events } = await holdPlan(scope, { planId: newId(), projectId, date, timeZone });
    const planId = plan.id;
    const drivers = await listActiveDrivers(tx, organizationId, projectId);
    const isAsked = (driverId: string) => driverIds === null || driverIds.includes(driverId);
    const made = await readNewDays(tx, organizationId, {
      plan,
      drivers,
      asked: drivers.filter(({ driver }) => isAsked(driver.id)),
      visitIds: null,
      profile: null,
      nowSeconds: Number.NEGATIVE_INFINITY,
      now,
      newId,
    });
    const days = made.map(({ day, route: { start } }) => ({ ...day, startAt: { lat: start.lat!, lng: start.lng! } }));
    events.push(...(await makeDays(scope, plan, days)));
    const withStops = await routesWithStops(tx, organizationId, planId);
    const all = await loadRoutes(tx, organizationId, planId);
    const open = all.filter((route) => !route.locked && isOpenToChange(route.status) && isAsked(route.driver.id));
    const routes = open.map(({ id, driver }) => ({ routeId: id, driverId: driver.id, hasStops: withStops.has(id) }));
    if (events.length === 0) return unchanged<OpenedDay>({ planId, routes });
    await touchPlan(tx, organizationId, planId, now);
    return changed<OpenedDay>({ planId, routes }, events);
  },
});
