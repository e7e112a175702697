import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Breakdown } from "@/server/domain/analytics/breakdown";
import type { RouteSums } from "@/server/domain/analytics/figures";
import {
  IS_DELIVERED,
  IS_LAST_DOOR,
  type KeyedRow,
  type MeasuredBy,
  type MeasuredPeriod,
  nameOf,
  ZONE_OF,
  zoneTable,
} from "./measured";

/** Seconds between two instants, or null. */
const seconds = (span: SQL) => sql`extract(epoch from ${span})::float8`;

/** CO₂ of a way by what was kept of the vehicle, in whole grams (`emissionsGrams`); null: nothing was. */
const grams = (meters: SQL) => sql`round(${meters} * rate / 1000)::float8`;

/**
 * A finished route of the period per row (`route_run_plan`), planned as it last stood, as it was sent (by the log, `event_entity`;
 * sent before that was kept, as it last stood) and driven side by side. Idle is the time between
 * checking in and setting off, and between leaving a door and setting off for the next, where drivers say when they do;
 * less their breaks. A partner's routes are those with a delivery of his.
 */
export function drivenRoutes(organizationId: string, period: MeasuredPeriod): SQL {
  const { fromDate, toDate, projectId, partnerId, driverId } = period;
  return sql`
    with driven as (
      select run.route_id, run.plan_id, p.project_id, p.date, r.number, day.driver_id, run.checked_in_at, run.started_at,
        run.finished_at, run.breaks, run.driven_meters, run.emission_grams_per_km as rate, r.distance_meters, r.end_seconds - r.start_seconds as planned_seconds,
        p.date::timestamp at time zone p.time_zone + make_interval(secs => r.start_seconds) as planned_start_at,
        p.date::timestamp at time zone p.time_zone + make_interval(secs => r.end_seconds) as planned_end_at
      from plan p
      join route_run run on run.organization_id = p.organization_id and run.plan_id = p.id
      join route r on r.organization_id = run.organization_id and r.id = run.route_id
      join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
      where p.organization_id = ${organizationId} and p.date between ${fromDate} and ${toDate}
        and run.started_at is not null and run.finished_at > run.started_at
        ${projectId ? sql`and p.project_id = ${projectId}` : sql``}
        ${driverId ? sql`and day.driver_id = ${driverId}` : sql``}
        ${
          partnerId
            ? sql`and exists (select 1 from stop_run s join delivery d on d.organization_id = s.organization_id
                and d.id = s.delivery_id where s.organization_id = run.organization_id and s.route_id = run.route_id
                and d.partner_id = ${partnerId})`
            : sql``
        }
    ), made as materialized (
      select s.route_id, s.visit_id, s.completed_at, s.delivery_id, extract(epoch from s.departed_at
        - lag(s.completed_at) over (partition by s.route_id order by coalesce(s.arrived_at, s.completed_at))) as gap
      from driven join stop_run s on s.organization_id = ${organizationId} and s.route_id = driven.route_id
    ), gaps as (
      select route_id, sum(greatest(0, gap)) as seconds from made group by route_id
    ), visits as (
      select route_id, count(*)::int as planned, (count(*) filter (where is_made))::int as made from (
        select route_id, visit_id, bool_or(is_made) as is_made from (
          select route_id, visit_id, true as is_made from made where completed_at is not null
          union all
          select s.route_id, s.visit_id, false from driven
            join stop s on s.organization_id = ${organizationId} and s.plan_id = driven.plan_id and s.route_id = driven.route_id
        ) each group by route_id, visit_id
      ) visit group by route_id
    )
    select driven.*, ${grams(sql`distance_meters`)} as planned_grams, ${grams(sql`driven_meters`)} as driven_grams,
      coalesce((sent.data ->> 'emissionsGrams')::float8, ${grams(sql`coalesce((sent.data ->> 'distanceMeters')::int, distance_meters)`)})
        as sent_grams, coalesce(visits.planned, 0) as planned_stops, coalesce(visits.made, 0) as made_stops,
      coalesce((sent.data ->> 'stops')::int, visits.planned, 0) as sent_stops,
      coalesce((sent.data ->> 'distanceMeters')::int, distance_meters) as sent_meters,
      coalesce((sent.data ->> 'durationSeconds')::int, planned_seconds) as sent_seconds,
      ${seconds(sql`finished_at - started_at`)} as driven_seconds,
      ${seconds(sql`started_at - planned_start_at`)} as start_delay,
      ${seconds(sql`finished_at - planned_end_at`)} as finish_delay,
      greatest(0, coalesce(greatest(0, ${seconds(sql`started_at - checked_in_at`)}), 0) + coalesce(gaps.seconds, 0)
        - coalesce((select sum(greatest(0, ((b ->> 'toMs')::float8 - (b ->> 'fromMs')::float8) / 1000))
            from jsonb_array_elements(breaks) b where b ->> 'toMs' is not null), 0))::float8 as idle_seconds
    from driven left join gaps using (route_id) left join visits using (route_id)
    left join lateral (
      select e.data from event e where e.organization_id = ${organizationId} and e.entity = 'route'
        and e.entity_id = driven.route_id and e.type = 'route.dispatched' order by e.seq desc limit 1
    ) sent on true`;
}

/**
 * What the period's finished routes came to, by key and as a whole. A route counts for each partner it went for; of zones each
 * has its share of a route by how many of its stops lie there, so that all zones together are the whole.
 */
export async function measureRoutes(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy = { by: null },
): Promise<(RouteSums & KeyedRow)[]> {
  const { by } = measured;
  const rows = await tx.execute<RouteSums & KeyedRow>(sql`
    with ${zoneTable(measured)}, driven as materialized (${drivenRoutes(organizationId, period)}), keyed as (
      select ${ROUTE_KEYS[by ?? "none"]} as key, ${routeShare(by)}::float8 as share, ${COUNTED},
        ${by === "zone" ? sql`coalesce(zone.made, 0)` : sql`made_stops`}::float8 as made_here
      from driven ${ROUTE_JOINS[by ?? "none"](organizationId)}
    ), summed as (
      select false as "isTotal", key, ${SUMS} from keyed group by key
      union all
      select true, null, ${SUMS} from (select 1::float8 as share, ${COUNTED}, made_stops as made_here from driven) whole
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key`);
  return [...rows];
}

/**
 * The zones a route `driven` went to, with their stops, planned and made, and what was delivered there; none where it has no stops. Stops whose door is
 * gone, or is not the asker's to see, are of no zone.
 */
export const zonesOf = (organizationId: string) => sql`lateral (
  select ${ZONE_OF} as key, count(*)::int as planned, (count(*) filter (where visit.is_made))::int as made,
    (count(*) filter (where visit.is_delivered and ${IS_LAST_DOOR}))::int as delivered from (
    select visit_id, bool_or(is_made) as is_made, bool_or(is_delivered) as is_delivered from (
      select s.visit_id, true as is_made, ${IS_DELIVERED} as is_delivered from stop_run s
        where s.organization_id = ${organizationId} and s.route_id = driven.route_id and s.completed_at is not null
      union all
      select s.visit_id, false, false from stop s where s.organization_id = ${organizationId}
        and s.plan_id = driven.plan_id and s.route_id = driven.route_id
    ) each group by visit_id
  ) visit
  left join delivery_visit v on v.organization_id = ${organizationId} and v.id = visit.visit_id
  left join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
  left join location l on l.organization_id = v.organization_id and l.id = v.location_id
  group by 1
) zone`;

/** What part of a route `driven` is a key's, beside `ROUTE_JOINS`. */
export const routeShare = (by: Breakdown | null) => (by === "zone" ? ZONE_SHARE : sql`1`);
const ZONE_SHARE = sql`coalesce(zone.planned::float8 / driven.planned_stops, 1)`;

/** The key of a route `driven`. */
export const ROUTE_KEYS = {
  none: sql`null::text`,
  day: sql`date::text`,
  driver: sql`driver_id::text`,
  partner: sql`whose.partner_id::text`,
  zone: sql`zone.key`,
} as const;

const alone = () => sql``;
/** What brings the key to a route `driven`: a row per key that it is of. */
export const ROUTE_JOINS: Readonly<Record<keyof typeof ROUTE_KEYS, (organizationId: string) => SQL>> = {
  none: alone,
  day: alone,
  driver: alone,
  partner: (organizationId) => sql`cross join lateral (
    select distinct d.partner_id from stop_run s
    join delivery d on d.organization_id = s.organization_id and d.id = s.delivery_id
    where s.organization_id = ${organizationId} and s.route_id = driven.route_id
  ) whose`,
  zone: (organizationId) => sql`left join ${zonesOf(organizationId)} on true`,
};

const COUNTED = sql`planned_stops, made_stops, sent_stops, distance_meters, sent_meters, driven_meters, planned_seconds,
  sent_seconds, driven_seconds, idle_seconds, start_delay, finish_delay`;

/** A sum of what is each row's own, by its share of the row. */
const sum = (column: SQL, where: SQL = sql``) => sql`coalesce(sum(${column} * share) ${where}, 0)::float8`;
const MEASURED = sql`filter (where driven_meters is not null)`;
const SUMS = sql`coalesce(sum(share), 0)::float8 as "routes", ${sum(sql`planned_stops`)} as "plannedStops",
  coalesce(sum(made_here), 0)::float8 as "madeStops", ${sum(sql`distance_meters`)} as "plannedMeters",
  ${sum(sql`planned_seconds`)} as "plannedSeconds", ${sum(sql`sent_stops`)} as "sentStops",
  ${sum(sql`sent_meters`)} as "sentMeters", ${sum(sql`sent_seconds`)} as "sentSeconds",
  ${sum(sql`driven_seconds`)} as "drivenSeconds", coalesce(sum(share) ${MEASURED}, 0)::float8 as "measuredRoutes",
  ${sum(sql`distance_meters`, MEASURED)} as "measuredPlannedMeters",
  ${sum(sql`driven_meters`)} as "drivenMeters", ${sum(sql`idle_seconds`)} as "idleSeconds",
  ${sum(sql`start_delay`)} as "startDelaySeconds", ${sum(sql`finish_delay`)} as "finishDelaySeconds"`;
