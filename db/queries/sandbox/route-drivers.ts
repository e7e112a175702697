import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver, driverDay } from "@/db/schema/fleet";
import { route } from "@/db/schema/plan";

/** Who drives a route; undefined for no such route. */
export async function findRouteDriver(tx: Tx, organizationId: string, routeId: string) {
  const [row] = await tx
    .select({ id: driver.id, name: driver.name })
    .from(route)
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .innerJoin(driver, and(eq(driver.organizationId, driverDay.organizationId), eq(driver.id, driverDay.driverId)))
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
  return row;
}
