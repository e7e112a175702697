import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocalWindow } from "@/server/domain/time/local-window";

/** What rows say of one door, its route and its driver; null where there is none. Instants are epoch milliseconds. */
export type TrackedVisitRow = {
  readonly status: DeliveryStatus;
  readonly serviceDate: string | null;
  readonly windows: readonly LocalWindow[];
  readonly timeZone: string;
  readonly country: string;
  readonly sender: string;
  readonly cutoffSeconds: number | null;
  readonly cutoffDaysBefore: number;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly routeStatus: "planned" | "dispatched" | "started" | "finished" | null;
  readonly stop: StopRunStatus | null;
  readonly completedAtMs: number | null;
  readonly arriveAtMs: number | null;
  readonly stopsBefore: number | null;
  readonly driverName: string | null;
  readonly vehicleLabel: string | null;
  readonly vanLat: number | null;
  readonly vanLng: number | null;
  readonly vanAtMs: number | null;
  readonly isRated: boolean;
  /** Pictures that were found good. */
  readonly proofs: number;
};

/**
 * One door as it stands (indices of the primary keys, `stop_visit`, `stop_run_delivery`). An earlier try on another route
 * says nothing of the one it is on now.
 */
export async function findTrackedVisit(tx: Tx, organizationId: string, visitId: string) {
  const [row] = await tx.execute<TrackedVisitRow>(sql`
    select d.status, d.service_date::text as "serviceDate", v.windows, pr.time_zone as "timeZone",
      pr.default_country as country, pr.name as sender, pr.cutoff_seconds as "cutoffSeconds",
      pr.cutoff_days_before as "cutoffDaysBefore", l.street, l.postcode, l.city, l.lat, l.lng,
      r.status as "routeStatus", run.status as stop, ${ms(sql`run.completed_at`)} as "completedAtMs",
      ${ms(sql`a.arrive_at`)} as "arriveAtMs", a.stops_before as "stopsBefore", dr.name as "driverName",
      ve.label as "vehicleLabel", p.lat as "vanLat", p.lng as "vanLng", ${ms(sql`p.recorded_at`)} as "vanAtMs",
      exists (select 1 from delivery_rating g where g.organization_id = d.organization_id and g.delivery_id = d.id)
        as "isRated",
      (select count(*)::int from proof f where f.organization_id = v.organization_id and f.route_id = run.route_id
        and v.id = any(f.visit_ids) and f.status = 'verified') as proofs
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join project pr on pr.organization_id = d.organization_id and pr.id = d.project_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join route r on r.organization_id = s.organization_id and r.id = s.route_id
    left join lateral (
      select * from stop_run x
      where x.organization_id = v.organization_id and x.delivery_id = d.id and x.visit_id = v.id
        and (s.route_id is null or x.route_id = s.route_id)
      order by x.updated_at desc limit 1
    ) run on true
    left join stop_arrival a
      on a.organization_id = s.organization_id and a.route_id = s.route_id and a.visit_id = v.id
    left join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    left join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
    left join vehicle ve on ve.organization_id = dd.organization_id and ve.id = dd.vehicle_id
    left join last_position p
      on p.organization_id = dd.organization_id and p.driver_id = dd.driver_id and p.route_id = r.id
    where v.organization_id = ${organizationId} and v.id = ${visitId}`);
  return row;
}

const ms = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`;
