import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { DriverInput } from "@/server/domain/driver/driver-schema";
import type { Completion, StopRunStatus } from "@/server/domain/execution/run-state";
import type { Address } from "@/server/domain/order/delivery-schema";
import type { RouteStatus } from "@/server/domain/plan/plan-board";

/** A route as it is kept, with whoever drives it and where it begins and ends. Instants are epoch milliseconds. */
export type RouteRow = {
  readonly id: string;
  readonly planId: string;
  readonly projectId: string;
  readonly number: number;
  readonly status: RouteStatus;
  readonly isOptimized: boolean;
  readonly date: string;
  readonly timeZone: string;
  /** When its day was closed; null while it is open. */
  readonly closedMs: number | null;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Elapsed seconds from the local midnight of its date. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly distanceMeters: number;
  readonly returnLegMeters: number;
  readonly startedMs: number | null;
  readonly finishedMs: number | null;
  readonly driver: {
    readonly id: string;
    readonly name: string;
    readonly phone: string;
    readonly status: DriverInput["status"];
  };
  /** Null: it begins wherever its driver is. */
  readonly startAddress: Address | null;
  /** Null: it ends at its last stop. */
  readonly endAddress: Address | null;
};

/** These routes; those that are not there are left out (keys only). */
export async function loadRouteRows(tx: Tx, organizationId: string, ids: readonly string[]): Promise<RouteRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<RouteRow>(sql`
    select r.id, r.plan_id as "planId", p.project_id as "projectId", r.number, r.status, r.is_optimized as "isOptimized",
      p.date::text as date, p.time_zone as "timeZone", ${ms(sql`case when p.status = 'closed' then p.updated_at end`)} as "closedMs",
      ${ms(sql`r.created_at`)} as "createdMs", ${ms(sql`r.updated_at`)} as "updatedMs",
      r.start_seconds as "startSeconds", r.end_seconds as "endSeconds", r.distance_meters as "distanceMeters",
      r.return_leg_meters as "returnLegMeters", ${ms(sql`run.started_at`)} as "startedMs", ${ms(sql`run.finished_at`)} as "finishedMs",
      jsonb_build_object('id', d.id, 'name', d.name, 'phone', d.phone, 'status', d.status) as driver,
      ${address(sql`sl`)} as "startAddress", ${address(sql`el`)} as "endAddress"
    from route r
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    join driver d on d.organization_id = dd.organization_id and d.id = dd.driver_id
    left join route_run run on run.organization_id = r.organization_id and run.route_id = r.id
    left join depot sd on sd.organization_id = dd.organization_id and sd.id = dd.start_depot_id
    left join location sl on sl.organization_id = sd.organization_id and sl.id = sd.location_id
    left join depot ed on ed.organization_id = dd.organization_id and ed.id = dd.end_depot_id
    left join location el on el.organization_id = ed.organization_id and el.id = ed.location_id
    where r.organization_id = ${organizationId} and r.id = any(${idArray(ids)})`);
  return [...rows];
}

/** One door of a route: when it is planned and expected, and how it went. Instants are epoch milliseconds. */
export type RouteStopRow = {
  readonly routeId: string;
  readonly visitId: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  /** Elapsed seconds from the local midnight of its route's date. */
  readonly arriveSeconds: number;
  /** From the stop before, by way of the depot where the route loads again. */
  readonly legMeters: number;
  readonly expectedMs: number | null;
  readonly runStatus: StopRunStatus | null;
  readonly departedMs: number | null;
  readonly arrivedMs: number | null;
  readonly completion: Completion | null;
  readonly stars: number | null;
  readonly comment: string | null;
  readonly ratedMs: number | null;
};

/** The stops of routes in driving order (index `stop_plan_route_position`, keys). */
export async function loadRouteStopRows(
  tx: Tx,
  organizationId: string,
  routes: readonly Pick<RouteRow, "id" | "planId">[],
): Promise<RouteStopRow[]> {
  if (routes.length === 0) return [];
  const planIds = [...new Set(routes.map(({ planId }) => planId))];
  const rows = await tx.execute<RouteStopRow>(sql`
    select s.route_id as "routeId", s.visit_id as "visitId", v.delivery_id as "deliveryId", v.role,
      s.arrive_seconds as "arriveSeconds", s.leg_meters + s.reload_leg_meters as "legMeters", ${ms(sql`e.arrive_at`)} as "expectedMs",
      sr.status as "runStatus", ${ms(sql`sr.departed_at`)} as "departedMs", ${ms(sql`sr.arrived_at`)} as "arrivedMs",
      sr.completion, g.stars, g.comment, ${ms(sql`g.created_at`)} as "ratedMs"
    from stop s
    join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
    left join stop_run sr
      on sr.organization_id = s.organization_id and sr.route_id = s.route_id and sr.visit_id = s.visit_id
    left join stop_arrival e
      on e.organization_id = s.organization_id and e.route_id = s.route_id and e.visit_id = s.visit_id
    left join delivery_rating g on g.organization_id = v.organization_id and g.delivery_id = v.delivery_id
    where s.organization_id = ${organizationId} and s.plan_id = any(${idArray(planIds)})
      and s.route_id = any(${idArray(routes.map(({ id }) => id))})
    order by s.route_id, s.position`);
  return [...rows];
}

/** The routes that serve deliveries, by their doors (indexes `delivery_visit_delivery`, `stop_visit`). */
export async function listServingRoutes(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<{ deliveryId: string; visitId: string; routeId: string }>(sql`
    select v.delivery_id as "deliveryId", v.id as "visitId", s.route_id as "routeId"
    from delivery_visit v
    join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
    order by v.delivery_id, v.role desc`);
  return [...rows];
}

type Sql = ReturnType<typeof sql>;
const ms = (at: Sql): Sql => sql`(extract(epoch from ${at}) * 1000)::float8`;
const address = (of: Sql): Sql => sql`
  case when ${of}.id is not null then jsonb_build_object('street', ${of}.street, 'postcode', ${of}.postcode,
    'city', ${of}.city, 'country', ${of}.country) end`;
