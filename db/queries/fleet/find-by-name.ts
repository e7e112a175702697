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

/** A project's vehicles that go by this name or plate, retired ones left out (indexes `vehicle_external_id`, `vehicle_project`). */
export async function findVehiclesByName(
  tx: Tx,
  organizationId: string,
  projectId: string,
  name: { readonly externalId?: string | undefined; readonly registration?: string | undefined },
) {
  if (!name.externalId && !name.registration) return [];
  return tx
    .select({ id: vehicle.id, capacity: vehicle.capacity })
    .from(vehicle)
    .where(
      and(
        eq(vehicle.organizationId, organizationId),
        eq(vehicle.projectId, projectId),
        ne(vehicle.status, "retired"),
        name.externalId ? eq(vehicle.externalId, name.externalId) : undefined,
        name.registration ? eq(vehicle.registration, name.registration) : undefined,
      ),
    );
}
