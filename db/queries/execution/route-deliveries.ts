import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryVisit } from "@/db/schema/delivery";
import { route, stop } from "@/db/schema/plan";

/** The deliveries that have a stop on a route (index `stop_plan_route_position`). */
export async function listRouteDeliveryIds(tx: Tx, organizationId: string, routeId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ deliveryId: deliveryVisit.deliveryId })
    .from(stop)
    .innerJoin(route, and(eq(route.organizationId, stop.organizationId), eq(route.planId, stop.planId)))
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, stop.organizationId), eq(deliveryVisit.id, stop.visitId)),
    )
    .where(and(eq(stop.organizationId, organizationId), eq(route.id, routeId), eq(stop.routeId, routeId)));
  return rows.map(({ deliveryId }) => deliveryId);
}
