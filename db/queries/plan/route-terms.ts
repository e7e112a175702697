import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { driver, driverDay, vehicle } from "@/db/schema/fleet";
import { route } from "@/db/schema/plan";
import type { DriverBreak } from "@/server/domain/driver/driver-break";
import { ROUTE_DRIVER, ROUTE_VEHICLE } from "./load-routes";

/** Drivers as routes name them. */
export async function findRouteDrivers(tx: Tx, organizationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select(ROUTE_DRIVER)
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), isAmong(driver.id, ids)));
}

/** Vehicles as routes name them. */
export async function findRouteVehicles(tx: Tx, organizationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select(ROUTE_VEHICLE)
    .from(vehicle)
    .where(and(eq(vehicle.organizationId, organizationId), isAmong(vehicle.id, ids)));
}

export interface DriverDayTerms {
  readonly driverDayId: string;
  readonly driverId: string;
  readonly vehicleId: string;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  /** Absent or null: as the driver usually takes them. */
  readonly breaks?: readonly DriverBreak[] | null;
}

type DayTerms = Omit<DriverDayTerms, "driverDayId"> & { readonly date?: string };

/** No plan is of this date. */
const NO_DATE = "0001-01-01";

/** Gives days to other drivers of the same date; those without a route are in nobody's way. */
export async function setDriverDayTerms(
  tx: Tx,
  organizationId: string,
  date: string,
  rows: readonly DriverDayTerms[],
  now: Date,
): Promise<void> {
  const ids = rows.map(({ driverDayId }) => driverDayId);
  const ofTerms = and(eq(driverDay.organizationId, organizationId), isAmong(driverDay.id, ids));
  const driverIds = rows.map(({ driverId }) => driverId);
  const isRouteless = notExists(
    tx
      .select({ one: sql`1` })
      .from(route)
      .where(and(eq(route.organizationId, organizationId), eq(route.driverDayId, driverDay.id))),
  );
  await tx
    .delete(driverDay)
    .where(
      and(
        eq(driverDay.organizationId, organizationId),
        eq(driverDay.date, date),
        isAmong(driverDay.driverId, driverIds),
        isRouteless,
      ),
    );
  // A driver has one day a date, at every moment: two who exchange theirs meet outside of time.
  const [first, ...others] = rows.map(({ driverDayId, ...terms }) => ({ driverDayId, terms }));
  const set = (driverDayId: string, { vehicleId, breaks, ...values }: DayTerms) =>
    tx
      .update(driverDay)
      .set({
        ...values,
        vehicleId,
        breaks: breaks ? [...breaks] : null,
        capacity: capacityWith(vehicleId),
        updatedAt: now,
      })
      .where(and(eq(driverDay.organizationId, organizationId), eq(driverDay.id, driverDayId)));
  await set(first!.driverDayId, { ...first!.terms, date: NO_DATE });
  for (const { driverDayId, terms } of others) await set(driverDayId, terms);
  await tx.update(driverDay).set({ date }).where(ofTerms);
}

/** What was said of the capacity of a day is said of its vehicle. */
function capacityWith(vehicleId: string) {
  return sql`case when ${driverDay.vehicleId} = ${vehicleId}::uuid then ${driverDay.capacity} end`;
}

/** Drivers of a project who may take a route, as they usually drive. */
export async function findUsualTerms(tx: Tx, organizationId: string, projectId: string, driverId: string) {
  const [row] = await tx
    .select({
      driverId: driver.id,
      driverName: driver.name,
      status: driver.status,
      vehicleId: driver.vehicleId,
      shiftFromSeconds: driver.shiftFromSeconds,
      shiftToSeconds: driver.shiftToSeconds,
    })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), eq(driver.projectId, projectId), eq(driver.id, driverId)));
  return row;
}
