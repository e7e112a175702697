import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deliveryVisit } from "@/db/schema/delivery";
import { depot } from "@/db/schema/depot";
import { routeRun, stopRun } from "@/db/schema/execution";
import { driverDay, vehicle } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { route, stop } from "@/db/schema/plan";

const place = { lat: location.lat, lng: location.lng, confidence: location.confidence };

/** A route that somebody has begun, with its depot and in what it is driven; nothing of any other. */
export async function findDrivenRoute(tx: Tx, organizationId: string, routeId: string) {
  const [row] = await tx
    .select({
      depotId: depot.id,
      profile: vehicle.profile,
      startedAt: routeRun.startedAt,
      breaks: routeRun.breaks,
      ...place,
    })
    .from(route)
    .innerJoin(routeRun, and(eq(routeRun.organizationId, route.organizationId), eq(routeRun.routeId, route.id)))
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .innerJoin(vehicle, and(eq(vehicle.organizationId, route.organizationId), eq(vehicle.id, driverDay.vehicleId)))
    .innerJoin(depot, and(eq(depot.organizationId, route.organizationId), eq(depot.id, driverDay.startDepotId)))
    .innerJoin(location, and(eq(location.organizationId, route.organizationId), eq(location.id, depot.locationId)))
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
  return row;
}

/** The visits its drivers have acted on, with their doors (key of `stop_run`). */
export async function listMadeStops(tx: Tx, organizationId: string, routeId: string) {
  return tx
    .select({
      visitId: stopRun.visitId,
      departedAt: stopRun.departedAt,
      arrivedAt: stopRun.arrivedAt,
      completedAt: stopRun.completedAt,
      reloadSeconds: stop.reloadSeconds,
      ...place,
    })
    .from(stopRun)
    .leftJoin(
      stop,
      and(
        eq(stop.organizationId, stopRun.organizationId),
        eq(stop.routeId, stopRun.routeId),
        eq(stop.visitId, stopRun.visitId),
      ),
    )
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, stopRun.organizationId), eq(deliveryVisit.id, stopRun.visitId)),
    )
    .innerJoin(
      location,
      and(eq(location.organizationId, stopRun.organizationId), eq(location.id, deliveryVisit.locationId)),
    )
    .where(
      and(
        eq(stopRun.organizationId, organizationId),
        eq(stopRun.routeId, routeId),
        sql`${stopRun.status} <> 'planned'`,
      ),
    );
}
