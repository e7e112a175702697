import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Breakdown } from "@/server/domain/analytics/breakdown";
import type { ReadinessSums } from "@/server/domain/analytics/figures";
import { type KeyedRow, keyOf, type MeasuredBy, type MeasuredPeriod, nameOf, zoneTable } from "./measured";

/** The last door of each delivery `d`, where the key needs it. */
const doorOfDelivery = ({ by }: MeasuredBy) =>
  by === "zone"
    ? sql`join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
        and (v.role = 'dropoff' or d.kind = 'pickup')
      join location l on l.organization_id = v.organization_id and l.id = v.location_id`
    : sql``;

/** The same key where the day is one of an expression's. */
const keyOfDay = (measured: MeasuredBy, day: SQL) => (measured.by === "day" ? sql`${day}::text` : keyOf(measured));

/** Orders by their service day (`delivery_service_date`). */
const orders = (organizationId: string, { fromDate, toDate, projectId }: MeasuredPeriod, measured: MeasuredBy) => sql`
  select 'order' as kind, ${keyOfDay(measured, sql`d.service_date`)} as key, null::float8 as seconds
  from delivery d ${doorOfDelivery(measured)}
  where d.organization_id = ${organizationId} and d.service_date between ${fromDate} and ${toDate}
    ${projectId ? sql`and d.project_id = ${projectId}` : sql``}`;

/**
 * Orders, by their service day, whose door no geocoder was sure of at some time since the first of them came in
 * (`event_counted`).
 */
export const unlocatedOrders = (organizationId: string, { fromDate, toDate, projectId }: MeasuredPeriod) => {
  const isOfPeriod = sql`d.organization_id = ${organizationId} and d.service_date between ${fromDate} and ${toDate}
    ${projectId ? sql`and d.project_id = ${projectId}` : sql``}`;
  return sql`
  select d.*, d.service_date as date from delivery d
  where ${isOfPeriod} and d.id in (
    select id.text::uuid from event e
    cross join jsonb_array_elements_text(coalesce(e.data -> 'doubtfulDeliveryIds', '[]')) as id(text)
    where e.organization_id = ${organizationId} and e.type = 'location.geocoded'
      and e.occurred_at >= (select min(d.created_at) from delivery d where ${isOfPeriod}))`;
};

/** Orders by the days they were rolled over from (`delivery_rolled_over`). */
export const rolledOverOrders = (organizationId: string, { fromDate, toDate, projectId }: MeasuredPeriod) => sql`
  select d.*, left_day.date from delivery d cross join unnest(d.rolled_over_from) as left_day(date)
  where d.organization_id = ${organizationId} and d.rolled_over_from <> '{}'
    and left_day.date between ${fromDate} and ${toDate} ${projectId ? sql`and d.project_id = ${projectId}` : sql``}`;

/**
 * Routes by whom they were sent to: how long until he first opened his, by a link, signed in or in his app; null: he has not.
 * Those that went to an app alone, of a driver who has never been seen there and cannot sign in, are nobody's to open.
 */
export const sentRoutes = (organizationId: string, { fromDate, toDate, projectId }: MeasuredPeriod) => sql`
  select r.id as route_id, r.plan_id, r.number, p.project_id, p.date, a.driver_id, min(a.created_at) as sent_at,
    extract(epoch from min(a.opened_at) - min(a.created_at))::float8 as seconds
  from plan p
  join route r on r.organization_id = p.organization_id and r.plan_id = p.id
  join assignment a on a.organization_id = r.organization_id and a.route_id = r.id
  where p.organization_id = ${organizationId} and p.date between ${fromDate} and ${toDate}
    ${projectId ? sql`and p.project_id = ${projectId}` : sql``}
  group by r.organization_id, r.id, p.project_id, p.date, a.driver_id
  having bool_or(a.channel <> 'app') or a.driver_id in (
    select seen.driver_id from assignment seen
    where seen.organization_id = ${organizationId} and seen.channel = 'app' and seen.opened_at is not null
    union all select m.driver_id from member_scope m
    where m.organization_id = ${organizationId} and m.driver_id is not null)`;

/** What is known by whom: drivers of routes sent only, partners and zones of orders only. */
const HAS_ORDERS: Readonly<Record<Breakdown, boolean>> = { day: true, driver: false, partner: true, zone: true };
const HAS_SENT: Readonly<Record<Breakdown, boolean>> = { day: true, driver: true, partner: false, zone: false };

/** What went before the period's days, by key and as a whole; of what a breakdown cannot say there are no rows. */
export async function measureReadiness(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy,
): Promise<(ReadinessSums & KeyedRow)[]> {
  const { by } = measured;
  const asked = <T>(has: Readonly<Record<Breakdown, boolean>>, parts: readonly T[]) => (by && !has[by] ? [] : parts);
  const ofOrders = (kind: string, rows: SQL) => sql`
    select ${kind}::text, ${keyOfDay(measured, sql`d.date`)}, null::float8 from (${rows}) d ${doorOfDelivery(measured)}`;
  const sentKey = by === "day" ? sql`date::text` : by === "driver" ? sql`driver_id::text` : sql`null::text`;
  const parts = [
    ...asked(HAS_ORDERS, [
      orders(organizationId, period, measured),
      ofOrders("unlocated", unlocatedOrders(organizationId, period)),
      ofOrders("rolled-over", rolledOverOrders(organizationId, period)),
    ]),
    ...asked(HAS_SENT, [
      sql`select 'sent' as kind, ${sentKey} as key, seconds from (${sentRoutes(organizationId, period)}) sent`,
    ]),
  ];
  const rows = await tx.execute<ReadinessSums & KeyedRow>(sql`
    with ${zoneTable(measured)}, summed as (
      select grouping(key) = 1 as "isTotal", key, (count(*) filter (where kind = 'order'))::int as "orders",
        (count(*) filter (where kind = 'unlocated'))::int as "geocodingFailures",
        (count(*) filter (where kind = 'rolled-over'))::int as "rollOvers",
        (count(*) filter (where kind = 'sent'))::int as "routesSent",
        (count(seconds) filter (where kind = 'sent'))::int as "routesOpened",
        percentile_disc(0.5) within group (order by seconds) as "medianOpenSeconds",
        percentile_disc(0.9) within group (order by seconds) as "p90OpenSeconds"
      from (${sql.join(parts, sql` union all `)}) counted
      group by grouping sets ((key), ())
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key`);
  return [...rows];
}
