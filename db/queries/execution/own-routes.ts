import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

/** A route as the driver knows it who was given it. */
export type OwnRoute = {
  readonly routeId: string;
  readonly planId: string;
  readonly number: number;
  readonly routeStatus: "planned" | "dispatched" | "started" | "finished";
  readonly date: string;
  readonly timeZone: string;
  /** The newest link to it, and what he has answered. */
  readonly assignmentId: string;
  readonly answer: "offered" | "accepted" | "declined";
};

/** Days before today on which somebody may still be out on a route. */
const DAYS_BACK = 3;

/** Routes that are this driver's, with the newest of his links to each that was not withdrawn (index `assignment_route`). */
const OWN = (organizationId: string, driverId: string) => sql`
  select r.id as "routeId", r.plan_id as "planId", r.number, r.status as "routeStatus", dd.date::text as date, p.time_zone as "timeZone",
    a.id as "assignmentId", a.status as answer
  from driver_day dd
  join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
  join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
  join lateral (
    select id, status from assignment
    where organization_id = r.organization_id and route_id = r.id and driver_id = dd.driver_id and status <> 'revoked'
    order by id desc limit 1) a on true
  where dd.organization_id = ${organizationId} and dd.driver_id = ${driverId}`;

/** A route, where it is this driver's; undefined otherwise, and where there is none. */
export async function findOwnRoute(
  tx: Tx,
  organizationId: string,
  driverId: string,
  routeId: string,
): Promise<OwnRoute | undefined> {
  const [row] = await tx.execute<OwnRoute>(sql`${OWN(organizationId, driverId)} and r.id = ${routeId}`);
  return row;
}

/**
 * The driver's own route that a visit is on now, or was on when he ended it (indexes `stop_visit`, `stop_run_delivery`);
 * undefined for anybody else's.
 */
export async function findOwnRouteOfVisit(
  tx: Tx,
  organizationId: string,
  driverId: string,
  visitId: string,
): Promise<OwnRoute | undefined> {
  const [row] = await tx.execute<OwnRoute>(sql`
    with here as (
      select s.route_id, 0 as rank from stop s
      where s.organization_id = ${organizationId} and s.visit_id = ${visitId}
      union all
      select sr.route_id, 1 from delivery_visit v
      join stop_run sr on sr.organization_id = v.organization_id and sr.delivery_id = v.delivery_id and sr.visit_id = v.id
      where v.organization_id = ${organizationId} and v.id = ${visitId}
    )
    select own.* from here join (${OWN(organizationId, driverId)}) own on own."routeId" = here.route_id
    order by here.rank limit 1`);
  return row;
}

/** The routes a driver has before him or is out on, first day first (index `driver_day_driver`). */
export async function listOpenRoutes(tx: Tx, organizationId: string, driverId: string, now: Date): Promise<OwnRoute[]> {
  const rows = await tx.execute<OwnRoute>(sql`
    ${OWN(organizationId, driverId)} and r.status <> 'finished' and a.status <> 'declined'
      and dd.date >= (${now.toISOString()}::timestamptz - ${DAYS_BACK} * interval '1 day')::date
    order by dd.date, r.id`);
  return [...rows];
}

/** A door by itself, wherever it is planned. */
export async function findDoor(tx: Tx, organizationId: string, visitId: string) {
  const [row] = await tx.execute<{
    readonly id: string;
    readonly deliveryId: string;
    readonly role: "pickup" | "dropoff";
    readonly status: DeliveryStatus;
    readonly name: string;
    readonly street: string;
    readonly place: string;
    readonly lat: number | null;
    readonly lng: number | null;
  }>(sql`
    select v.id, v.delivery_id as "deliveryId", v.role, d.status, v.contact_name as name, l.street,
      trim(l.postcode || ' ' || l.city) as place, l.lat, l.lng
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    where v.organization_id = ${organizationId} and v.id = ${visitId}`);
  return row;
}
