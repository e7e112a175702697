import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export interface OwnRun extends Record<string, unknown> {
  readonly routeId: string;
  readonly planId: string;
  readonly number: number;
  readonly date: string;
  readonly status: "dispatched" | "started" | "finished";
  readonly stops: number;
  /** Of its first leg, as planned; epoch milliseconds. */
  readonly startMs: number;
  readonly timeZone: string;
}

/**
 * A driver's routes that were sent to him: what is not over of yesterday, all of today and of the days to come, earliest
 * first (indexes `driver_day_driver`, `route_driver_day`). Days are those of each route's plan.
 */
export async function listOwnRuns(tx: Tx, organizationId: string, driverId: string, now: Date): Promise<OwnRun[]> {
  const rows = await tx.execute<OwnRun>(sql`
    select r.id as "routeId", p.id as "planId", r.number, p.date::text as date, r.status, p.time_zone as "timeZone",
      (select count(*)::int from stop s
        where s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id) as stops,
      (extract(epoch from (p.date::timestamp at time zone p.time_zone) + r.start_seconds * interval '1 second') * 1000)::float8
        as "startMs"
    from driver_day dd
    join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    cross join lateral (select (${now.toISOString()}::timestamptz at time zone p.time_zone)::date as today) clock
    where dd.organization_id = ${organizationId} and dd.driver_id = ${driverId} and r.status <> 'planned'
      and (p.date >= today or (p.date = today - 1 and r.status <> 'finished'))
    order by p.date, r.number`);
  return [...rows];
}
