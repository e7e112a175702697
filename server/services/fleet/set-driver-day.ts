import "server-only";
import { listActiveDrivers } from "@/db/queries/assignment/assignables";
import { findDrivers, findVehicles } from "@/db/queries/fleet/find-fleet";
import { deleteRoute, findDriverDay, listDriverDays, updateDriverDay } from "@/db/queries/plan/driver-days";
import { type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { touchRoutes } from "@/db/queries/plan/load-routes";
import { findProject } from "@/db/queries/project/find-project";
import {
  capacitySaidAnew,
  type DayPlace,
  type DriverDayTerms,
  driverDayTermsSchema,
  shiftSaidAnew,
} from "@/server/domain/driver/driver-day-terms";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { makeDays } from "../assignment/make-days";
import { readNewDays } from "../assignment/read-new-days";
import { depotAt } from "../depot/depot-at";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { addRoute } from "../plan/add-route";
import { holdPlan } from "../plan/hold-plan";
import { unplanRoute } from "../plan/unplan-route";

type Scope = CommandScope<undefined>;
type Driver = Awaited<ReturnType<typeof findDrivers>>[number];
type Day = NonNullable<Awaited<ReturnType<typeof findDriverDay>>>["day"];

/**
 * Says of one driver's day what is different from his usual ones; what is planned on it goes back into the pool, but for
 * what he has made. Refuses a day that would start nowhere (`no-depot`), and vehicles of other projects.
 */
export const setDriverDay = command({
  permission: "plan.edit",
  input: driverDayTermsSchema,
  run: async (scope, terms) => {
    const { tx, actor, now, newId } = scope;
    const { organizationId } = actor;
    const driver = found((await findDrivers(tx, organizationId, [terms.driverId]))[0], "driver");
    const project = found(await findProject(tx, organizationId, driver.projectId), "project");
    const of = { planId: newId(), projectId: project.id, date: terms.date, timeZone: project.timeZone };
    const { plan, events } = await holdPlan(scope, of);
    const start = await placeOf(scope, project.id, terms.start);
    events.push(...start.events);
    const usual = { ...driver, depotId: start.depotId ?? driver.depotId };
    const known = await findDriverDay(tx, organizationId, terms.date, driver.id);
    if (!known) events.push(...(await makeDay(scope, plan, usual)));
    const { day, routeId, routeStatus } = known ?? (await findDriverDay(tx, organizationId, terms.date, driver.id))!;
    if (routeId) events.push(...(await unplanRoute(scope, plan, routeId)));
    const next = await termsOf(scope, { terms, driver, day, startDepotId: start.depotId, plan });
    events.push(...next.events);
    const isOff = terms.works === undefined ? day.isOff : !terms.works;
    const row = { ...day, ...next.row, isOff, version: day.version + 1, updatedAt: now };
    await updateDriverDay(tx, row);
    const kept = await settleRoute(scope, plan, { day: row, routeId, isPlanned: routeStatus === "planned" });
    await touchPlan(tx, organizationId, plan.id, now);
    const data = { change: changeOf(routeId, kept), driverId: driver.id, routeId: kept ?? routeId };
    events.push({ type: "driver-day.changed", entity: "driver-day", entityId: day.id, planId: plan.id, data });
    return changed({ driverDayId: day.id }, events);
  },
});

/** What the day's route has gone through: it is there, or gone, by what the log says of the day. */
function changeOf(before: string | null, after: string | null): "added" | "changed" | "removed" {
  if (before === after) return "changed";
  return after === null ? "removed" : "added";
}

async function makeDay(scope: Scope, plan: PlanRow, driver: Driver): Promise<readonly DomainEvent[]> {
  const { tx, actor, now, newId } = scope;
  const drivers = await listActiveDrivers(tx, actor.organizationId, plan.projectId);
  const asked = drivers.flatMap((each) => (each.driver.id === driver.id ? [{ ...each, driver }] : []));
  const nowSeconds = Number.NEGATIVE_INFINITY;
  const question = { plan, drivers, asked, visitIds: null, profile: null, nowSeconds, now, newId };
  const [made] = await readNewDays(tx, actor.organizationId, question);
  if (!made) throw nowhere(driver);
  const { start } = made.route;
  return makeDays(scope, plan, [{ ...made.day, startAt: { lat: start.lat!, lng: start.lng! } }]);
}

function nowhere({ name }: Driver): ServiceError {
  return new ServiceError("refused", `${name} has no place to start from.`, { reason: "no-such", what: "depot" });
}

interface Asked {
  readonly terms: DriverDayTerms;
  readonly driver: Driver;
  readonly day: Day;
  /** Where it starts from now on; undefined: as before. */
  readonly startDepotId: string | undefined;
  readonly plan: PlanRow;
}

/** The day's row as it becomes. */
async function termsOf(scope: Scope, { terms, driver, day, startDepotId: own, plan }: Asked) {
  const usualStart = driver.depotId ?? plan.defaultDepotId;
  const startDepotId = own ?? (terms.start ? usualStart : day.startDepotId);
  if (terms.start && startDepotId === null) throw nowhere(driver);
  const end = await placeOf(scope, plan.projectId, terms.end);
  const asBefore = day.endDepotId === day.startDepotId ? startDepotId : day.endDepotId;
  const said = terms.end?.kind === "usual" ? (driver.endDepotId ?? usualStart ?? startDepotId) : startDepotId;
  const endDepotId = end.depotId ?? (terms.end ? said : asBefore);
  const vehicleId = terms.vehicleId ?? day.vehicleId;
  const [vehicle] = await findVehicles(scope.tx, scope.actor.organizationId, [vehicleId]);
  const its = found(vehicle?.projectId === plan.projectId ? vehicle : undefined, "vehicle in this project");
  // Naming a vehicle says its capacity too, unless something else is said of that.
  const before = terms.vehicleId === undefined ? day.capacity : null;
  const row = {
    ...shiftSaidAnew(day, terms),
    vehicleId,
    startDepotId,
    ...(startDepotId !== null && { startLat: null, startLng: null }),
    endDepotId,
    capacity: capacitySaidAnew(terms.capacity, its.capacity, before),
  };
  return { row, events: end.events };
}

async function placeOf(scope: Scope, projectId: string, place: DayPlace | undefined) {
  if (place?.kind !== "own") return { depotId: undefined, events: [] };
  return depotAt(scope, projectId, place.place);
}

/** Who is off has no route; a route that a driver holds stays, empty, for taking it away would shut his link unsaid. */
async function settleRoute(
  scope: Scope,
  plan: PlanRow,
  { day, routeId, isPlanned }: { readonly day: Day; readonly routeId: string | null; readonly isPlanned: boolean },
): Promise<string | null> {
  const { tx, actor, now, newId } = scope;
  const { organizationId } = actor;
  if (routeId && day.isOff && isPlanned) {
    await deleteRoute(tx, organizationId, routeId);
    return null;
  }
  if (routeId) {
    await touchRoutes(tx, organizationId, [routeId], now);
    return routeId;
  }
  if (day.isOff) return null;
  const days = await listDriverDays(tx, organizationId, plan.projectId, plan.date);
  const numbers = new Set(days.flatMap(({ routeNumber }) => routeNumber ?? []));
  const made = newId();
  await addRoute(scope, plan, numbers, { routeId: made, driverDayId: day.id, shiftFromSeconds: day.shiftFromSeconds });
  return made;
}
