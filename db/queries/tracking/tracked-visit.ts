import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { Logo } from "@/server/domain/brand/logo";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { Language } from "@/server/domain/preference/preferences";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { CustomerWish } from "@/server/domain/tracking/customer-wish";

/** What rows say of one door, its route and its driver; null where there is none. Instants are epoch milliseconds. */
export type TrackedVisitRow = {
  readonly visitId: string;
  readonly status: DeliveryStatus;
  readonly serviceDate: string | null;
  readonly windows: readonly LocalWindow[];
  readonly timeZone: string;
  readonly country: string;
  /** In which its customers are written; null: as most people of the country read. */
  readonly projectLanguage: Language | null;
  /** Who delivers, as its customers know it, and how that looks; null: plainly. */
  readonly sender: string;
  readonly brandColor: string | null;
  readonly logoToken: string | null;
  readonly logo: Logo | null;
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
  /** Where the van was at the newest fix that is as old as asked for. */
  readonly pastLat: number | null;
  readonly pastLng: number | null;
  readonly pastAtMs: number | null;
  /** What its customer has asked for; null: nothing. */
  readonly wish: CustomerWish | null;
  /** What he has given; null: nothing yet. */
  readonly stars: number | null;
  /** Pictures that were found good and are still kept. */
  readonly proofs: number;
  readonly hasSlots: boolean;
  /** There is somewhere to write to its customer. */
  readonly isWritten: boolean;
};

/** How old the van's place may be, and how old it has to be to be shown from afar. */
export interface PastSpan {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Doors as they stand (indices of the primary keys, `stop_visit`, `stop_run_delivery`, a day of `position`). An earlier try
 * on another route says nothing of the one a door is on now.
 */
export async function findTrackedVisits(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
  past: PastSpan,
): Promise<TrackedVisitRow[]> {
  const rows = await tx.execute<TrackedVisitRow>(sql`
    select v.id as "visitId", d.status, d.service_date::text as "serviceDate", v.windows, pr.time_zone as "timeZone",
      pr.default_country as country, coalesce(pr.language, op.language) as "projectLanguage",
      coalesce(nullif(pr.brand_name, ''), o.name) as sender, coalesce(pr.brand_color, op.brand_color) as "brandColor",
      coalesce(pr.logo_token, op.logo_token) as "logoToken", coalesce(pr.logo, op.logo) as logo, pr.cutoff_seconds as "cutoffSeconds",
      pr.cutoff_days_before as "cutoffDaysBefore", l.street, l.postcode, l.city, l.lat, l.lng,
      r.status as "routeStatus", run.status as stop, ${ms(sql`run.completed_at`)} as "completedAtMs",
      ${ms(sql`a.arrive_at`)} as "arriveAtMs", a.stops_before as "stopsBefore", dr.name as "driverName",
      ve.label as "vehicleLabel", p.lat as "vanLat", p.lng as "vanLng", ${ms(sql`p.recorded_at`)} as "vanAtMs",
      past.lat as "pastLat", past.lng as "pastLng", ${ms(sql`past.recorded_at`)} as "pastAtMs",
      case when w.visit_id is not null then jsonb_build_object('instructions', w.instructions, 'safePlace', w.safe_place,
        'safePlaceDetail', w.safe_place_detail) end as wish, g.stars,
      (select count(*)::int from proof f where f.organization_id = v.organization_id and f.route_id = run.route_id
        and v.id = any(f.visit_ids) and f.status = 'verified' and f.cleared_at is null) as proofs,
      exists (select 1 from slot_zone z join slot_offer o on o.organization_id = z.organization_id and o.zone_id = z.id
        where z.organization_id = d.organization_id and z.project_id = d.project_id and o.capacity > 0) as "hasSlots",
      (v.contact_email <> '' or v.contact_phone <> '') as "isWritten"
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join project pr on pr.organization_id = d.organization_id and pr.id = d.project_id
    join organization o on o.id = v.organization_id
    left join organization_profile op on op.organization_id = v.organization_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join customer_wish w on w.organization_id = v.organization_id and w.visit_id = v.id
    left join delivery_rating g on g.organization_id = d.organization_id and g.delivery_id = d.id
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
    left join lateral (
      select x.lat, x.lng, x.recorded_at from "position" x
      where x.organization_id = dd.organization_id and x.driver_id = dd.driver_id and x.route_id = r.id
        and r.status = 'started' and not x.is_jump and x.recorded_at >= ${past.from.toISOString()}::timestamptz
        and x.recorded_at <= ${past.until.toISOString()}::timestamptz
      order by x.recorded_at desc limit 1
    ) past on true
    where v.organization_id = ${organizationId} and v.id = any(${idArray(visitIds)})`);
  return [...rows];
}

const ms = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`;
