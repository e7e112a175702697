import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { externalRef } from "@/db/schema/delivery";
import { depot } from "@/db/schema/depot";
import { driver, vehicle } from "@/db/schema/fleet";

export type DriverRow = typeof driver.$inferSelect;
export type VehicleRow = typeof vehicle.$inferSelect;

/** A project's drivers by name with their usual vehicle and depot, archived ones left out (index `driver_project`). */
export async function listDrivers(tx: Tx, organizationId: string, projectId: string) {
  return tx
    .select({
      id: driver.id,
      name: driver.name,
      externalId: driver.externalId,
      serial: driver.serial,
      email: driver.email,
      phone: driver.phone,
      skills: driver.skills,
      status: driver.status,
      shiftFromSeconds: driver.shiftFromSeconds,
      shiftToSeconds: driver.shiftToSeconds,
      breaks: driver.breaks,
      costPerHourCents: driver.costPerHourCents,
      customFields: driver.customFields,
      endDepotId: driver.endDepotId,
      version: driver.version,
      vehicleId: driver.vehicleId,
      vehicleLabel: vehicle.label,
      vehicleProfile: vehicle.profile,
      depotId: driver.depotId,
      depotName: depot.name,
    })
    .from(driver)
    .leftJoin(vehicle, and(eq(vehicle.organizationId, driver.organizationId), eq(vehicle.id, driver.vehicleId)))
    .leftJoin(depot, and(eq(depot.organizationId, driver.organizationId), eq(depot.id, driver.depotId)))
    .where(
      and(eq(driver.organizationId, organizationId), eq(driver.projectId, projectId), ne(driver.status, "archived")),
    )
    .orderBy(asc(driver.name), asc(driver.id));
}

/** A project's vehicles by label, retired ones left out (index `vehicle_project`). */
export async function listVehicles(tx: Tx, organizationId: string, projectId: string): Promise<VehicleRow[]> {
  return tx
    .select()
    .from(vehicle)
    .where(
      and(eq(vehicle.organizationId, organizationId), eq(vehicle.projectId, projectId), ne(vehicle.status, "retired")),
    )
    .orderBy(asc(vehicle.label), asc(vehicle.id));
}

export async function findDrivers(tx: Tx, organizationId: string, ids: readonly string[]): Promise<DriverRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), inArray(driver.id, [...ids])))
    .for("update");
}

export async function findVehicles(tx: Tx, organizationId: string, ids: readonly string[]): Promise<VehicleRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(vehicle)
    .where(and(eq(vehicle.organizationId, organizationId), inArray(vehicle.id, [...ids])))
    .for("update");
}

/** From a client's names to our ids (index `external_ref_value`). */
export async function findRefs(
  tx: Tx,
  organizationId: string,
  entity: "driver" | "vehicle",
  namespace: string,
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (values.length === 0) return new Map();
  const rows = await tx
    .select({ value: externalRef.value, entityId: externalRef.entityId })
    .from(externalRef)
    .where(
      and(
        eq(externalRef.organizationId, organizationId),
        eq(externalRef.entity, entity),
        eq(externalRef.namespace, namespace),
        inArray(externalRef.value, [...values]),
      ),
    );
  return new Map(rows.map(({ value, entityId }) => [value, entityId]));
}
