import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver } from "@/db/schema/fleet";

/** Leaves the drivers of a vehicle without one. */
export async function leaveVehicle(tx: Tx, organizationId: string, vehicleId: string, now: Date): Promise<void> {
  await tx
    .update(driver)
    .set({ vehicleId: null, version: sql`${driver.version} + 1`, updatedAt: now })
    .where(and(eq(driver.organizationId, organizationId), eq(driver.vehicleId, vehicleId)));
}
