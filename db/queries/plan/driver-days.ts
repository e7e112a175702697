import "server-only";
import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depot } from "@/db/schema/depot";
import { driver, driverDay, vehicle } from "@/db/schema/fleet";
import { route, stop } from "@/db/schema/plan";

/** A project's drivers by id, with their usual vehicle and depot. */
export async function findDrivers(tx: Tx, organizationId: string, projectId: string, driverIds: readonly string[]) {
  if (driverIds.length === 0) return [];
  return tx
    .select()
    .from(driver)
    .where(
      and(
        eq(driver.organizationId, organizationId),
        eq(driver.projectId, projectId),
        inArray(driver.id, [...driverIds]),
      ),
    );
}

/** Which of these vehicles and depots the project has. */
export async function findFleetIds(tx: Tx, organizationId: string, projectId: string) {
  const vehicles = await tx
    .select({ id: vehicle.id })
    .from(vehicle)
    .where(and(eq(vehicle.organizationId, organizationId), eq(vehicle.projectId, projectId)));
  const depots = await tx
    .select({ id: depot.id })
    .from(depot)
    .where(and(eq(depot.organizationId, organizationId), eq(depot.projectId, projectId)));
  return { vehicleIds: new Set(vehicles.map((row) => row.id)), depotIds: new Set(depots.map((row) => row.id)) };
}

/** The days that a project's drivers have on a date, each with its route, if it has one (index `driver_day_date_driver`). */
export async function listDriverDays(tx: Tx, organizationId: string, projectId: string, date: string) {
  return tx
    .select({ day: driverDay, routeId: route.id, routeNumber: route.number, routeStatus: route.status })
    .from(driverDay)
    .leftJoin(route, and(eq(route.organizationId, driverDay.organizationId), eq(route.driverDayId, driverDay.id)))
    .where(
      and(eq(driverDay.organizationId, organizationId), eq(driverDay.projectId, projectId), eq(driverDay.date, date)),
    );
}

export type DriverDayInsert = typeof driverDay.$inferInsert;
export type RouteInsert = typeof route.$inferInsert;

export async function insertDriverDay(tx: Tx, row: DriverDayInsert): Promise<void> {
  await tx.insert(driverDay).values(row);
}

export async function updateDriverDay(tx: Tx, row: DriverDayInsert): Promise<void> {
  const { organizationId, id, createdAt: _, ...changes } = row;
  await tx
    .update(driverDay)
    .set(changes)
    .where(and(eq(driverDay.organizationId, organizationId), eq(driverDay.id, id)));
}

export async function insertRoute(tx: Tx, row: RouteInsert): Promise<void> {
  await tx.insert(route).values(row);
}

/** Takes a route without stops away, and the day it was made on. */
export async function deleteRouteAndDay(
  tx: Tx,
  organizationId: string,
  routeId: string | null,
  driverDayId: string,
): Promise<void> {
  if (routeId) await tx.delete(route).where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
  await tx.delete(driverDay).where(and(eq(driverDay.organizationId, organizationId), eq(driverDay.id, driverDayId)));
}

/** Takes a route without stops away, and leaves the day. */
export async function deleteRoute(tx: Tx, organizationId: string, routeId: string): Promise<void> {
  await tx.delete(route).where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
}

/** The day a driver has on a date, held until the transaction ends (index `driver_day_date_driver`). */
export async function findDriverDay(tx: Tx, organizationId: string, date: string, driverId: string) {
  const [row] = await tx
    .select({ day: driverDay, routeId: route.id, routeStatus: route.status })
    .from(driverDay)
    .leftJoin(route, and(eq(route.organizationId, driverDay.organizationId), eq(route.driverDayId, driverDay.id)))
    .where(
      and(eq(driverDay.organizationId, organizationId), eq(driverDay.date, date), eq(driverDay.driverId, driverId)),
    )
    .for("update", { of: driverDay });
  return row;
}

/** A driver's days from a date on whose routes nobody has set off on, or which have none (index `driver_day_driver`). */
export async function listComingDays(tx: Tx, organizationId: string, driverId: string, fromDate: string) {
  return tx
    .select({ day: driverDay, routeId: route.id, planId: route.planId })
    .from(driverDay)
    .leftJoin(route, and(eq(route.organizationId, driverDay.organizationId), eq(route.driverDayId, driverDay.id)))
    .where(
      and(
        eq(driverDay.organizationId, organizationId),
        eq(driverDay.driverId, driverId),
        gte(driverDay.date, fromDate),
        or(isNull(route.status), inArray(route.status, ["planned", "dispatched"])),
      ),
    )
    .orderBy(driverDay.date);
}

/** The routes among these that have stops. */
export async function routesWithStops(tx: Tx, organizationId: string, planId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ routeId: stop.routeId })
    .from(stop)
    .where(and(eq(stop.organizationId, organizationId), eq(stop.planId, planId)));
  return new Set(rows.map((row) => row.routeId));
}
