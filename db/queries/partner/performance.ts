import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import { composeId } from "@/server/domain/ids";
import { addLocalDays } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";

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
  /** Offers that have come to an end: a yes, a no, or none in time. What we took back before is none of it. */
  readonly decided: number;
  readonly accepted: number;
  /** Offers with a yes or a no. */
  readonly answered: number;
  /** From an offer to its answer, of those that were answered. */
  readonly meanAnswerSeconds: number | null;
};

/** One partner's part of a stretch of days, by its first. */
export type PartnerTrendRow = Omit<PartnerPerformanceRow, "offered"> & {
  readonly partnerId: string;
  readonly bucket: string;
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
  const isOfPeriod = (id: SQL) => sql`${id} >= ${first}::uuid and ${id} < ${beyond}::uuid`;
  const [row] = await tx.execute<PartnerPerformanceRow>(sql`
    with own as materialized (
      ${ownDeliveries(organizationId, [partnerId], isOfPeriod(sql`d.id`), isOfPeriod(sql`v.delivery_id`))}
    ), met as (${metDeliveries(organizationId, now)}), offers as (
      ${offersOf(organizationId, [partnerId], isOfPeriod(sql`h.id`))}
    )
    select ${DELIVERY_COUNTS}, (select count(*) from offers)::int as offered, offer_counts.*,
      (count(*) filter (where is_missed))::int + offer_counts.given_back as "missedPickups"
    from met right join (select ${OFFER_COUNTS} from offers) offer_counts on true
    group by offer_counts.decided, offer_counts.accepted, offer_counts.answered, offer_counts."meanAnswerSeconds",
      offer_counts.given_back`);
  return row!;
}

/**
 * The same for several partners, by stretches of days (both ends included): a delivery counts on the day it is for, else on
 * that on which it was made, an offer on the day it was made. What was cancelled is left out.
 */
export async function selectPartnerTrend(
  tx: Tx,
  organizationId: string,
  partnerIds: readonly string[],
  period: { readonly fromDate: string; readonly toDate: string; readonly unit: "day" | "week" | "month" },
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Promise<PartnerTrendRow[]> {
  const { fromDate, toDate, unit } = period;
  const first = composeId(startOfDay(fromDate, timeZone).getTime(), 0);
  const beyond = composeId(startOfDay(addLocalDays(toDate, 1), timeZone).getTime(), 0);
  const dayOf = (delivery: SQL) =>
    sql`coalesce(${delivery}.service_date, (${delivery}.created_at at time zone ${timeZone})::date)`;
  const isOfPeriod = (day: SQL) => sql`${day} between ${fromDate}::date and ${toDate}::date`;
  const bucketOf = (day: SQL) => sql`date_trunc(${unit}, ${day}::timestamp)::date::text`;
  const rows = await tx.execute<PartnerTrendRow>(sql`
    with own as materialized (
      ${ownDeliveries(organizationId, partnerIds, isOfPeriod(dayOf(sql`d`)), isOfPeriod(sql`p.date`))}
    ), met as (${metDeliveries(organizationId, now, dayOf(sql`d`))}), made as (
      select partner_id, ${bucketOf(sql`day`)} as bucket, ${DELIVERY_COUNTS},
        (count(*) filter (where is_missed))::int as missed
      from met where status <> 'cancelled' and ${isOfPeriod(sql`day`)} group by 1, 2
    ), offers as (
      ${offersOf(organizationId, partnerIds, sql`h.id >= ${first}::uuid and h.id < ${beyond}::uuid`)}
    ), answered as (
      select partner_id, ${bucketOf(sql`(created_at at time zone ${timeZone})`)} as bucket, ${OFFER_COUNTS}
      from offers group by 1, 2
    )
    select partner_id as "partnerId", bucket, coalesce(deliveries, 0) as deliveries, coalesce(delivered, 0) as delivered,
      coalesce(failed, 0) as failed, coalesce(promised, 0) as promised, coalesce("onTime", 0) as "onTime",
      coalesce(missed, 0) + coalesce(given_back, 0) as "missedPickups", "meanSeconds", coalesce(decided, 0) as decided,
      coalesce(accepted, 0) as accepted, coalesce(answered, 0) as answered, "meanAnswerSeconds"
    from made full join answered using (partner_id, bucket)
    order by bucket, partner_id`);
  return [...rows];
}

/** The deliveries of these partners, with whose each is: handed over, or on routes of their drivers. */
const ownDeliveries = (organizationId: string, partnerIds: readonly string[], isHandedOver: SQL, isDriven: SQL) => sql`
  select d.id, d.partner_id from delivery d
  where d.organization_id = ${organizationId} and d.partner_id = any(${idArray(partnerIds)}) and ${isHandedOver}
  union
  select v.delivery_id, dr.partner_id from driver dr
  join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
  join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
  join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
  join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
  join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
  where dr.organization_id = ${organizationId} and dr.partner_id = any(${idArray(partnerIds)}) and ${isDriven}`;

/** When the last of a visit's windows ends, else its day. */
const endOf = (visit: SQL) => sql`coalesce(
  (select max((coalesce(w ->> 'date', d.service_date::text)::date::timestamp
      + (w ->> 'toSeconds')::int * interval '1 second') at time zone p.time_zone)
    from jsonb_array_elements(${visit}.windows) w where coalesce(w ->> 'date', d.service_date::text) is not null),
  (d.service_date + 1)::timestamp at time zone p.time_zone)`;

/** When the log first heard that a delivery is so. */
const happened = (status: string) => sql`(select min(e.occurred_at) from event e
  where e.organization_id = d.organization_id and e.entity = 'delivery' and e.entity_id = d.id
    and e.after ->> 'status' = ${status})`;

/** `own`'s deliveries with when they were due, came, and were fetched. */
const metDeliveries = (organizationId: string, now: Date, day: SQL = sql`null::date`) => sql`
  select met.*, is_fetched_at_a_door and status <> 'cancelled'
    and coalesce(fetched_at, delivered_at, ${now.toISOString()}::timestamptz) > fetch_by as is_missed
  from (
    select own.partner_id, d.id, d.status, d.created_at, ${day} as day,
      ${endOf(sql`v`)} as due_at,
      coalesce((select max(run.completed_at) from stop_run run
        where run.organization_id = d.organization_id and run.visit_id = v.id and run.status in ('delivered', 'partial')),
        ${happened("delivered")}) as delivered_at,
      f.id is not null as is_fetched_at_a_door, ${endOf(sql`f`)} as fetch_by,
      coalesce((select min(run.completed_at) from stop_run run
        where run.organization_id = d.organization_id and run.visit_id = f.id and run.status in ('delivered', 'partial')),
        case when d.partner_id is not null then ${happened("enroute")} end) as fetched_at
    from own
    join delivery d on d.organization_id = ${organizationId} and d.id = own.id
    join project p on p.organization_id = d.organization_id and p.id = d.project_id
    left join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
      and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
    left join delivery_visit f on f.organization_id = d.organization_id and f.delivery_id = d.id and f.role = 'pickup'
  ) met`;

const offersOf = (organizationId: string, partnerIds: readonly string[], isOfPeriod: SQL) => sql`
  select h.partner_id, h.status, h.created_at, h.answered_at from partner_handover h
  where h.organization_id = ${organizationId} and h.partner_id = any(${idArray(partnerIds)}) and ${isOfPeriod}`;

const DELIVERY_COUNTS = sql`
  count(id)::int as deliveries,
  (count(*) filter (where status = 'delivered'))::int as delivered,
  (count(*) filter (where status in ('failed', 'returned')))::int as failed,
  (count(*) filter (where status = 'delivered' and due_at is not null and delivered_at is not null))::int as promised,
  (count(*) filter (where status = 'delivered' and delivered_at <= due_at))::int as "onTime",
  (avg(extract(epoch from delivered_at - created_at)) filter (where status = 'delivered'))::float8 as "meanSeconds"`;

const OFFER_COUNTS = sql`
  (count(*) filter (where status not in ('offered', 'awaited')
    and not (status = 'withdrawn' and answered_at is null)))::int as decided,
  (count(*) filter (where status in ('accepted', 'done', 'given-back')
    or (status = 'withdrawn' and answered_at is not null)))::int as accepted,
  (count(*) filter (where status = 'given-back'))::int as given_back,
  count(answered_at)::int as answered,
  (avg(extract(epoch from answered_at - created_at)))::float8 as "meanAnswerSeconds"`;
