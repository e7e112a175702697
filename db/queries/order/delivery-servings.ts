import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** Who brings a delivery, by what, and when he is expected. Instants are epoch milliseconds. */
export type DeliveryServing = {
  readonly deliveryId: string;
  readonly planId: string;
  readonly routeId: string;
  /** The newest offer of its route to a driver; null while it has not been sent. */
  readonly assignmentId: string | null;
  readonly driverId: string;
  readonly vehicleId: string;
  readonly partnerId: string | null;
  readonly etaMs: number;
  readonly routeStatus: "planned" | "dispatched" | "started" | "finished";
  /** 0-based place on its route. */
  readonly position: number;
  /** Stops its driver makes before it; null while nobody drives. */
  readonly stopsBefore: number | null;
  /** Where the van was last, while it drives this route. */
  readonly lat: number | null;
  readonly lng: number | null;
  readonly positionAtMs: number | null;
};

/**
 * Who serves these deliveries, of a pair its drop-off; those on no route are left out (indexes `delivery_visit_delivery`,
 * `stop_visit`, `assignment_route`). What is expected on the road goes before what was planned.
 */
export async function loadDeliveryServings(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<DeliveryServing[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<DeliveryServing>(sql`
    select distinct on (v.delivery_id) v.delivery_id as "deliveryId", r.plan_id as "planId", r.id as "routeId",
      a.id as "assignmentId", dd.driver_id as "driverId", dd.vehicle_id as "vehicleId", dr.partner_id as "partnerId",
      (extract(epoch from coalesce(e.arrive_at,
        (p.date::timestamp at time zone p.time_zone) + s.arrive_seconds * interval '1 second')) * 1000)::float8 as "etaMs",
      r.status as "routeStatus", s.position, e.stops_before as "stopsBefore", lp.lat, lp.lng, (extract(epoch from lp.recorded_at) * 1000)::float8 as "positionAtMs"
    from delivery_visit v
    join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    join route r on r.organization_id = s.organization_id and r.id = s.route_id
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
    left join lateral (
      select id from assignment
      where organization_id = r.organization_id and route_id = r.id and status in ('offered', 'accepted')
      order by id desc limit 1) a on true
    left join stop_arrival e on e.organization_id = s.organization_id and e.route_id = s.route_id and e.visit_id = v.id
    left join last_position lp
      on lp.organization_id = dd.organization_id and lp.driver_id = dd.driver_id and lp.route_id = r.id
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
    order by v.delivery_id, v.role`);
  return [...rows];
}
