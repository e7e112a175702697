import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, isAmong } from "@/db/queries/json-param";
import { depot } from "@/db/schema/depot";
import { driver, vehicle } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { plan, route } from "@/db/schema/plan";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { RouteStatus } from "@/server/domain/plan/plan-board";

/** A delivery with its doors, and the route that serves it. */
export interface AssignableDelivery {
  readonly id: string;
  readonly projectId: string;
  readonly serviceDate: string | null;
  readonly status: DeliveryStatus;
  readonly visitIds: readonly string[];
  readonly routeId: string | null;
  readonly planId: string | null;
  readonly driverId: string | null;
  /** Who else brings it. */
  readonly partnerId: string | null;
}

/** These deliveries; those that are not there are left out (indexes `delivery_visit_delivery`, `stop_visit`). */
export async function findAssignables(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<AssignableDelivery[]> {
  const rows = await tx.execute<AssignableDelivery & Record<string, unknown>>(sql`
    select d.id, d.project_id as "projectId", d.service_date::text as "serviceDate", d.status,
      d.partner_id as "partnerId",
      (select json_agg(v.id order by v.role desc) from delivery_visit v
        where v.organization_id = d.organization_id and v.delivery_id = d.id) as "visitIds",
      served.route_id as "routeId", served.plan_id as "planId", served.driver_id as "driverId"
    from delivery d
    left join lateral (
      select s.route_id, s.plan_id, dd.driver_id
      from delivery_visit v
      join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      join route r on r.organization_id = s.organization_id and r.id = s.route_id
      join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
      where v.organization_id = d.organization_id and v.delivery_id = d.id
      limit 1) served on true
    where d.organization_id = ${organizationId} and d.id = any(${idArray(ids)})`);
  return [...rows];
}

/** A project's drivers who drive, with what they usually drive (index `driver_project`). */
export async function listActiveDrivers(tx: Tx, organizationId: string, projectId: string) {
  return tx
    .select({ driver, vehicle })
    .from(driver)
    .leftJoin(
      vehicle,
      and(
        eq(vehicle.organizationId, driver.organizationId),
        eq(vehicle.id, driver.vehicleId),
        eq(vehicle.status, "active"),
      ),
    )
    .where(and(eq(driver.organizationId, organizationId), eq(driver.projectId, projectId), eq(driver.status, "active")))
    .orderBy(driver.id);
}
export type ActiveDriver = Awaited<ReturnType<typeof listActiveDrivers>>[number];

/** Where a project's depots are, and how long loading takes there. */
export async function listDepotStarts(tx: Tx, organizationId: string, projectId: string) {
  return tx
    .select({ id: depot.id, serviceSeconds: depot.serviceSeconds, lat: location.lat, lng: location.lng })
    .from(depot)
    .innerJoin(location, and(eq(location.organizationId, depot.organizationId), eq(location.id, depot.locationId)))
    .where(and(eq(depot.organizationId, organizationId), eq(depot.projectId, projectId)));
}

export interface RoutePlace {
  readonly id: string;
  readonly planId: string;
  readonly projectId: string;
  readonly date: string;
  readonly number: number;
  readonly version: number;
  readonly status: RouteStatus;
  readonly locked: boolean;
}

/** These routes with the plans they are of; those that are not there are left out. */
export async function findRoutePlaces(tx: Tx, organizationId: string, ids: readonly string[]): Promise<RoutePlace[]> {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: route.id,
      planId: route.planId,
      projectId: plan.projectId,
      date: plan.date,
      number: route.number,
      version: route.version,
      status: route.status,
      locked: route.locked,
    })
    .from(route)
    .innerJoin(plan, and(eq(plan.organizationId, route.organizationId), eq(plan.id, route.planId)))
    .where(and(eq(route.organizationId, organizationId), isAmong(route.id, ids)));
}

/** What these routes bring, by route. */
export async function listRouteDeliveries(tx: Tx, organizationId: string, routeIds: readonly string[]) {
  const rows = await tx.execute<{ routeId: string; deliveryId: string }>(sql`
    select distinct s.route_id as "routeId", v.delivery_id as "deliveryId"
    from stop s
    join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
    where s.organization_id = ${organizationId} and s.route_id = any(${idArray(routeIds)})`);
  return [...rows];
}

/** Gives a driver, who must be held, the vehicle he drives from now on. */
export async function giveUsualVehicle(
  tx: Tx,
  organizationId: string,
  driverId: string,
  vehicleId: string,
  now: Date,
): Promise<void> {
  await tx
    .update(driver)
    .set({ vehicleId, version: sql`${driver.version} + 1`, updatedAt: now })
    .where(and(eq(driver.organizationId, organizationId), eq(driver.id, driverId)));
}
