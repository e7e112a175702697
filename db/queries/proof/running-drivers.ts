import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projectLanguage } from "@/db/queries/project/project-language";
import { driver, driverDay } from "@/db/schema/fleet";
import { plan, route } from "@/db/schema/plan";
import { project } from "@/db/schema/project";

/** Who drives those of the routes that are on the road, and how he is reached and spoken to. */
export async function listRunningDrivers(tx: Tx, organizationId: string, routeIds: readonly string[]) {
  if (routeIds.length === 0) return [];
  return tx
    .select({
      routeId: route.id,
      routeNumber: route.number,
      name: driver.name,
      email: driver.email,
      phone: driver.phone,
      country: project.defaultCountry,
      language: projectLanguage,
    })
    .from(route)
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .innerJoin(driver, and(eq(driver.organizationId, route.organizationId), eq(driver.id, driverDay.driverId)))
    .innerJoin(plan, and(eq(plan.organizationId, route.organizationId), eq(plan.id, route.planId)))
    .innerJoin(project, and(eq(project.organizationId, plan.organizationId), eq(project.id, plan.projectId)))
    .where(
      and(eq(route.organizationId, organizationId), inArray(route.id, [...routeIds]), eq(route.status, "started")),
    );
}
