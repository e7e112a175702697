import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { delivery, deliveryItem, deliveryVisit } from "@/db/schema/delivery";
import { depot } from "@/db/schema/depot";
import { driverDay } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { route, stop } from "@/db/schema/plan";
import { customerWish } from "@/db/schema/tracking";

const endDepot = alias(depot, "end_depot");
const endLocation = alias(location, "end_location");

/** A route's plan and its depots' names and addresses, while it is this driver's route. */
export async function findRouteEnds(tx: Tx, organizationId: string, routeId: string, driverId: string) {
  const [row] = await tx
    .select({
      planId: route.planId,
      // Empty where it starts at no depot.
      start: {
        name: sql<string>`coalesce(${depot.name}, '')`,
        street: sql<string>`coalesce(${location.street}, '')`,
        postcode: sql<string>`coalesce(${location.postcode}, '')`,
        city: sql<string>`coalesce(${location.city}, '')`,
      },
      end: {
        name: endDepot.name,
        street: endLocation.street,
        postcode: endLocation.postcode,
        city: endLocation.city,
      },
    })
    .from(route)
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .leftJoin(depot, and(eq(depot.organizationId, driverDay.organizationId), eq(depot.id, driverDay.startDepotId)))
    .leftJoin(location, and(eq(location.organizationId, depot.organizationId), eq(location.id, depot.locationId)))
    .leftJoin(
      endDepot,
      and(eq(endDepot.organizationId, driverDay.organizationId), eq(endDepot.id, driverDay.endDepotId)),
    )
    .leftJoin(
      endLocation,
      and(eq(endLocation.organizationId, endDepot.organizationId), eq(endLocation.id, endDepot.locationId)),
    )
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId), eq(driverDay.driverId, driverId)));
  return row;
}

/** What a route's doors ask of whoever stands before them, by visit (index `stop_plan_route_position`). */
export async function listDoorDetails(tx: Tx, organizationId: string, planId: string, routeId: string) {
  return tx
    .select({
      visitId: deliveryVisit.id,
      deliveryId: delivery.id,
      kind: delivery.kind,
      loads: delivery.loads,
      notes: delivery.notes,
      phone: deliveryVisit.contactPhone,
      tasks: deliveryVisit.tasks,
      serviceSeconds: deliveryVisit.serviceSeconds,
      instructions: deliveryVisit.instructions,
      wish: {
        instructions: customerWish.instructions,
        safePlace: customerWish.safePlace,
        safePlaceDetail: customerWish.safePlaceDetail,
      },
    })
    .from(stop)
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, stop.organizationId), eq(deliveryVisit.id, stop.visitId)),
    )
    .innerJoin(
      delivery,
      and(eq(delivery.organizationId, deliveryVisit.organizationId), eq(delivery.id, deliveryVisit.deliveryId)),
    )
    .leftJoin(
      customerWish,
      and(eq(customerWish.organizationId, deliveryVisit.organizationId), eq(customerWish.visitId, deliveryVisit.id)),
    )
    .where(and(eq(stop.organizationId, organizationId), eq(stop.planId, planId), eq(stop.routeId, routeId)));
}

/** The parcels of a route's deliveries in order; a delivery with both its doors on the route has them once. */
export async function listRouteItems(tx: Tx, organizationId: string, planId: string, routeId: string) {
  return tx
    .selectDistinct({
      id: deliveryItem.id,
      deliveryId: deliveryItem.deliveryId,
      position: deliveryItem.position,
      description: deliveryItem.description,
      barcode: deliveryItem.barcode,
      quantity: deliveryItem.quantity,
    })
    .from(stop)
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, stop.organizationId), eq(deliveryVisit.id, stop.visitId)),
    )
    .innerJoin(
      deliveryItem,
      and(
        eq(deliveryItem.organizationId, deliveryVisit.organizationId),
        eq(deliveryItem.deliveryId, deliveryVisit.deliveryId),
      ),
    )
    .where(and(eq(stop.organizationId, organizationId), eq(stop.planId, planId), eq(stop.routeId, routeId)))
    .orderBy(asc(deliveryItem.deliveryId), asc(deliveryItem.position));
}
