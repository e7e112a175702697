import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { MeasuredPeriod } from "./measure-deliveries";

export interface RouteMeasures {
  /** That have been driven to their end. */
  readonly routes: number;
  readonly distanceMeters: number;
  /** From setting off to coming back. */
  readonly seconds: number;
  /** Neither on the way, nor at a door, nor at a break. */
  readonly idleSeconds: number;
}

/**
 * What the period's finished routes came to (`route_run_plan`). Idle is the time between checking in and setting off, and
 * between leaving a door and setting off for the next, where drivers say when they do; less their breaks. A partner's
 * routes are those with a delivery of his.
 */
export async function measureRoutes(
  tx: Tx,
  organizationId: string,
  { fromDate, toDate, partnerId, driverId }: MeasuredPeriod,
): Promise<RouteMeasures> {
  const [row] = await tx.execute<RouteMeasures & Record<string, unknown>>(sql`
    with driven as (
      select run.route_id, run.checked_in_at, run.started_at, run.finished_at, run.breaks, r.distance_meters
      from plan p
      join route_run run on run.organization_id = p.organization_id and run.plan_id = p.id
      join route r on r.organization_id = run.organization_id and r.id = run.route_id
      join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
      where p.organization_id = ${organizationId} and p.date between ${fromDate} and ${toDate}
        and run.started_at is not null and run.finished_at > run.started_at
        ${driverId ? sql`and day.driver_id = ${driverId}` : sql``}
        ${
          partnerId
            ? sql`and exists (select 1 from stop_run s join delivery d on d.organization_id = s.organization_id
                and d.id = s.delivery_id where s.organization_id = run.organization_id and s.route_id = run.route_id
                and d.partner_id = ${partnerId})`
            : sql``
        }
    ), gaps as (
      select s.route_id, extract(epoch from s.departed_at
        - lag(s.completed_at) over (partition by s.route_id order by coalesce(s.arrived_at, s.completed_at))) as seconds
      from driven join stop_run s on s.organization_id = ${organizationId} and s.route_id = driven.route_id
    ), idle as (
      select driven.route_id, coalesce(greatest(0, extract(epoch from started_at - checked_in_at)), 0)
        + coalesce((select sum(greatest(0, seconds)) from gaps where gaps.route_id = driven.route_id), 0)
        - coalesce((select sum(greatest(0, ((b ->> 'toMs')::float8 - (b ->> 'fromMs')::float8) / 1000))
            from jsonb_array_elements(breaks) b where b ->> 'toMs' is not null), 0) as seconds
      from driven
    )
    select count(*)::int as "routes", coalesce(sum(distance_meters), 0)::float8 as "distanceMeters",
      coalesce(sum(extract(epoch from finished_at - started_at)), 0)::float8 as "seconds",
      coalesce(sum(greatest(0, idle.seconds)), 0)::float8 as "idleSeconds"
    from driven join idle using (route_id)`);
  return row!;
}
