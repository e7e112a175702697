import "server-only";
import { and, asc, count, eq, ne, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { externalRef } from "@/db/schema/delivery";
import { depot } from "@/db/schema/depot";
import { driver, vehicle } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { CLIENT_NAMES } from "./client-names";

export interface DrivenVehicleQuery {
  readonly projectId?: string | undefined;
  readonly driverIds?: readonly string[] | undefined;
  readonly isActive?: boolean | undefined;
}

function where(organizationId: string, { projectId, driverIds, isActive }: DrivenVehicleQuery): SQL | undefined {
  return and(
    eq(driver.organizationId, organizationId),
    projectId === undefined ? undefined : eq(driver.projectId, projectId),
    driverIds === undefined ? undefined : isAmong(driver.id, driverIds),
    isActive === undefined ? undefined : (isActive ? eq : ne)(driver.status, "active"),
  );
}

/** Drivers with what they usually drive, where they start, and their client's own name (index `driver_project`, or the key). */
export async function listDrivenVehicles(
  tx: Tx,
  organizationId: string,
  query: DrivenVehicleQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  return tx
    .select({
      driver,
      vehicle,
      clientName: externalRef.value,
      start: { lat: location.lat, lng: location.lng, street: location.street, city: location.city },
    })
    .from(driver)
    .leftJoin(vehicle, and(eq(vehicle.organizationId, driver.organizationId), eq(vehicle.id, driver.vehicleId)))
    .leftJoin(depot, and(eq(depot.organizationId, driver.organizationId), eq(depot.id, driver.depotId)))
    .leftJoin(location, and(eq(location.organizationId, depot.organizationId), eq(location.id, depot.locationId)))
    .leftJoin(
      externalRef,
      and(
        eq(externalRef.organizationId, driver.organizationId),
        eq(externalRef.entity, "driver"),
        eq(externalRef.entityId, driver.id),
        eq(externalRef.namespace, CLIENT_NAMES),
      ),
    )
    .where(where(organizationId, query))
    .orderBy(asc(driver.name), asc(driver.id))
    .limit(limit)
    .offset(offset);
}
export type DrivenVehicle = Awaited<ReturnType<typeof listDrivenVehicles>>[number];

export async function countDrivenVehicles(tx: Tx, organizationId: string, query: DrivenVehicleQuery): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(driver).where(where(organizationId, query));
  return row!.total;
}
