import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projectLanguage } from "@/db/queries/project/project-language";
import { delivery, deliveryVisit } from "@/db/schema/delivery";
import { driver } from "@/db/schema/fleet";
import { route, stop } from "@/db/schema/plan";
import { project } from "@/db/schema/project";

/** Who can be called at a route's doors; without a telephone nobody (index `stop_plan_route_position`). */
export async function listRouteCallees(tx: Tx, organizationId: string, routeId: string) {
  return tx
    .select({
      visitId: deliveryVisit.id,
      planId: stop.planId,
      phone: deliveryVisit.contactPhone,
      name: deliveryVisit.contactName,
      orderName: delivery.externalId,
      sender: sql<string>`coalesce(nullif(${project.brandName}, ''), ${project.name})`,
      country: project.defaultCountry,
      language: projectLanguage,
    })
    .from(route)
    .innerJoin(
      stop,
      and(eq(stop.organizationId, route.organizationId), eq(stop.planId, route.planId), eq(stop.routeId, route.id)),
    )
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, stop.organizationId), eq(deliveryVisit.id, stop.visitId)),
    )
    .innerJoin(
      delivery,
      and(eq(delivery.organizationId, deliveryVisit.organizationId), eq(delivery.id, deliveryVisit.deliveryId)),
    )
    .innerJoin(project, and(eq(project.organizationId, delivery.organizationId), eq(project.id, delivery.projectId)))
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
}

/** A driver's own number; empty where none is known. */
export async function findDriverPhone(tx: Tx, organizationId: string, driverId: string): Promise<string> {
  const [row] = await tx
    .select({ phone: driver.phone })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), eq(driver.id, driverId)));
  return row?.phone ?? "";
}
