import "server-only";
import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver, vehicle } from "@/db/schema/fleet";

/** Drivers who go by one of these names in other systems, archived ones left out (indexes `driver_external_id`, `driver_serial`). */
export async function findDriversByName(
  tx: Tx,
  organizationId: string,
  names: { readonly externalIds: readonly string[]; readonly serials: readonly string[] },
) {
  const { externalIds, serials } = names;
  if (externalIds.length === 0 && serials.length === 0) return [];
  return tx
    .select({
      id: driver.id,
      projectId: driver.projectId,
      name: driver.name,
      externalId: driver.externalId,
      serial: driver.serial,
    })
    .from(driver)
    .where(
      and(
        eq(driver.organizationId, organizationId),
        ne(driver.status, "archived"),
        or(
          externalIds.length > 0
            ? and(ne(driver.externalId, ""), inArray(driver.externalId, [...externalIds]))
            : undefined,
          serials.length > 0 ? and(ne(driver.serial, ""), inArray(driver.serial, [...serials])) : undefined,
        ),
      ),
    );
}

/** A project's vehicles that go by these names or plates, retired ones left out (index `vehicle_project`). */
export async function findVehiclesByName(
  tx: Tx,
  organizationId: string,
  projectId: string,
  {
    externalIds,
    registrations,
  }: { readonly externalIds: readonly string[]; readonly registrations: readonly string[] },
) {
  if (externalIds.length === 0 && registrations.length === 0) return [];
  return tx
    .select({ id: vehicle.id, externalId: vehicle.externalId, registration: vehicle.registration })
    .from(vehicle)
    .where(
      and(
        eq(vehicle.organizationId, organizationId),
        eq(vehicle.projectId, projectId),
        ne(vehicle.status, "retired"),
        or(
          externalIds.length > 0 ? inArray(vehicle.externalId, [...externalIds]) : undefined,
          registrations.length > 0 ? inArray(vehicle.registration, [...registrations]) : undefined,
        ),
      ),
    );
}
