import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { composeId } from "@/server/domain/ids";

/** What a partner has made of the deliveries of a period; counts. */
export type PartnerPerformanceRow = {
  readonly deliveries: number;
  readonly delivered: number;
  readonly failed: number;
  /** Delivered, and promised for a time. */
  readonly promised: number;
  readonly onTime: number;
  /** Fetched late or not at all though it is past its time, and what was given back. */
  readonly missedPickups: number;
  readonly meanSeconds: number | null;
  readonly offered: number;
  readonly accepted: number;
};

/**
 * What became of the deliveries made from `from` until before `to` that were a partner's: handed over to it, or driven by
 * its drivers (indexes `delivery_partner`, `driver_partner`, `driver_day_driver`, `partner_handover_partner`,
 * `event_entity`). A delivery is on time when it came by the end of its latest window, else on its day; when it came
 * is what its driver said, else when the log learned of it.
 */
export async function selectPartnerPerformance(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  { from, to, now }: { readonly from: Date; readonly to: Date; readonly now: Date },
): Promise<PartnerPerformanceRow> {
  const [first, beyond] = [composeId(from.getTime(), 0), composeId(to.getTime(), 0)];
  const end = (visit: ReturnType<typeof sql>) => sql`coalesce(
    (select max((coalesce(w ->> 'date', d.service_date::text)::date::timestamp
        + (w ->> 'toSeconds')::int * interval '1 second') at time zone p.time_zone)
      from jsonb_array_elements(${visit}.windows) w where coalesce(w ->> 'date', d.service_date::text) is not null),
    (d.service_date + 1)::timestamp at time zone p.time_zone)`;
  const [row] = await tx.execute<PartnerPerformanceRow>(sql`
    with own as materialized (
      select id from delivery
      where organization_id = ${organizationId} and partner_id = ${partnerId} and id >= ${first}::uuid and id < ${beyond}::uuid
      union
      select v.delivery_id from driver dr
      join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
      join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
      join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
      join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
      where dr.organization_id = ${organizationId} and dr.partner_id = ${partnerId}
        and v.delivery_id >= ${first}::uuid and v.delivery_id < ${beyond}::uuid
    ), met as (
      select d.id, d.status, d.created_at,
        ${end(sql`v`)} as due_at,
        coalesce((select max(run.completed_at) from stop_run run
          where run.organization_id = d.organization_id and run.visit_id = v.id and run.status in ('delivered', 'partial')),
          ${happened("delivered")}) as delivered_at,
        f.id is not null as is_fetched_at_a_door, ${end(sql`f`)} as fetch_by,
        coalesce((select min(run.completed_at) from stop_run run
          where run.organization_id = d.organization_id and run.visit_id = f.id and run.status in ('delivered', 'partial')),
          case when d.partner_id is not null then ${happened("enroute")} end) as fetched_at
      from own
      join delivery d on d.organization_id = ${organizationId} and d.id = own.id
      join project p on p.organization_id = d.organization_id and p.id = d.project_id
      left join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
        and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
      left join delivery_visit f on f.organization_id = d.organization_id and f.delivery_id = d.id and f.role = 'pickup'
    ), offers as (
      select status from partner_handover
      where organization_id = ${organizationId} and partner_id = ${partnerId} and id >= ${first}::uuid and id < ${beyond}::uuid
    )
    select count(*)::int as deliveries,
      (count(*) filter (where status = 'delivered'))::int as delivered,
      (count(*) filter (where status in ('failed', 'returned')))::int as failed,
      (count(*) filter (where status = 'delivered' and due_at is not null and delivered_at is not null))::int as promised,
      (count(*) filter (where status = 'delivered' and delivered_at <= due_at))::int as "onTime",
      ((count(*) filter (where is_fetched_at_a_door and status <> 'cancelled'
          and coalesce(fetched_at, delivered_at, ${now.toISOString()}::timestamptz) > fetch_by))
        + (select count(*) from offers where status = 'given-back'))::int as "missedPickups",
      (avg(extract(epoch from delivered_at - created_at)) filter (where status = 'delivered'))::float8 as "meanSeconds",
      (select count(*) from offers)::int as offered,
      (select count(*) from offers where status in ('accepted', 'done', 'given-back', 'withdrawn'))::int as accepted
    from met`);
  return row!;
}

/** When the log first heard that a delivery is so. */
const happened = (status: string) => sql`(select min(e.occurred_at) from event e
  where e.organization_id = d.organization_id and e.entity = 'delivery' and e.entity_id = d.id
    and e.after ->> 'status' = ${status})`;
