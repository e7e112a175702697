import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RouteSums } from "@/server/domain/analytics/figures";
import { type KeyedRow, type MeasuredBy, type MeasuredPeriod, nameOf } from "./measured";

/** Seconds between two instants, or null. */
const seconds = (span: SQL) => sql`extract(epoch from ${span})::float8`;

/**
 * A finished route of the period per row (`route_run_plan`), planned and driven side by side. Idle is the time between
 * checking in and setting off, and between leaving a door and setting off for the next, where drivers say when they do;
 * less their breaks. A partner's routes are those with a delivery of his.
 */
export function drivenRoutes(organizationId: string, period: MeasuredPeriod): SQL {
  const { fromDate, toDate, projectId, partnerId, driverId } = period;
  return sql`
    with driven as (
      select run.route_id, run.plan_id, p.project_id, p.date, r.number, day.driver_id, run.checked_in_at, run.started_at,
        run.finished_at, run.breaks, run.driven_meters, r.distance_meters, r.end_seconds - r.start_seconds as planned_seconds,
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
    select driven.*, coalesce(visits.planned, 0) as planned_stops, coalesce(visits.made, 0) as made_stops,
      ${seconds(sql`finished_at - started_at`)} as driven_seconds,
      ${seconds(sql`started_at - planned_start_at`)} as start_delay,
      ${seconds(sql`finished_at - planned_end_at`)} as finish_delay,
      greatest(0, coalesce(greatest(0, ${seconds(sql`started_at - checked_in_at`)}), 0) + coalesce(gaps.seconds, 0)
        - coalesce((select sum(greatest(0, ((b ->> 'toMs')::float8 - (b ->> 'fromMs')::float8) / 1000))
            from jsonb_array_elements(breaks) b where b ->> 'toMs' is not null), 0))::float8 as idle_seconds
    from driven left join gaps using (route_id) left join visits using (route_id)`;
}

/** What the period's finished routes came to, by key and as a whole; a route counts for each partner it went for. */
export async function measureRoutes(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  { by }: { readonly by: Exclude<MeasuredBy["by"], "zone"> } = { by: null },
): Promise<(RouteSums & KeyedRow)[]> {
  const rows = await tx.execute<RouteSums & KeyedRow>(sql`
    with driven as materialized (${drivenRoutes(organizationId, period)}), keyed as (
      select driven.*, ${KEYS[by ?? "none"]} as key
      from driven ${by === "partner" ? partnersOf(organizationId) : sql``}
    ), summed as (
      select false as "isTotal", key, ${SUMS} from keyed group by key
      union all
      select true, null, ${SUMS} from driven
    )
    select *, ${nameOf({ by }, organizationId)} as name from summed order by "isTotal", key`);
  return [...rows];
}

const KEYS = {
  none: sql`null::text`,
  day: sql`date::text`,
  driver: sql`driver_id::text`,
  partner: sql`whose.partner_id::text`,
} as const;

const partnersOf = (organizationId: string) => sql`cross join lateral (
  select distinct d.partner_id from stop_run s
  join delivery d on d.organization_id = s.organization_id and d.id = s.delivery_id
  where s.organization_id = ${organizationId} and s.route_id = driven.route_id
) whose`;

const SUMS = sql`count(*)::int as "routes", coalesce(sum(planned_stops), 0)::int as "plannedStops",
  coalesce(sum(made_stops), 0)::int as "madeStops", coalesce(sum(distance_meters), 0)::float8 as "plannedMeters",
  coalesce(sum(planned_seconds), 0)::float8 as "plannedSeconds",
  coalesce(sum(driven_seconds), 0)::float8 as "drivenSeconds", count(driven_meters)::int as "measuredRoutes",
  coalesce(sum(distance_meters) filter (where driven_meters is not null), 0)::float8 as "measuredPlannedMeters",
  coalesce(sum(driven_meters), 0)::float8 as "drivenMeters", coalesce(sum(idle_seconds), 0)::float8 as "idleSeconds",
  coalesce(sum(start_delay), 0)::float8 as "startDelaySeconds",
  coalesce(sum(finish_delay), 0)::float8 as "finishDelaySeconds"`;
