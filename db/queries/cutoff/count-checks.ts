import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type CutoffDay, dayDoors, missingContacts, openImportRows, twinGroups } from "./day-doors";

export type DataChecks = {
  readonly imports: number;
  readonly addresses: number;
  /** Addresses still being looked up. */
  readonly pending: number;
  readonly contacts: number;
  readonly duplicates: number;
};

/** The checks that the day's orders alone decide, in one statement. */
export async function countDataChecks(tx: Tx, day: CutoffDay): Promise<DataChecks> {
  const [row] = await tx.execute<DataChecks & Record<string, unknown>>(sql`
    with ${dayDoors(day)}, ${twinGroups(day.organizationId)}
    select (select count(*)::int from ${openImportRows(day)}) as imports,
      (select count(distinct address_key)::int from door
        where is_open and confidence in ('none', 'city', 'street')) as addresses,
      (select count(distinct address_key)::int from door where is_open and confidence = 'pending') as pending,
      (select count(*)::int from door where ${missingContacts(day.organizationId)}) as contacts,
      (select count(*)::int from twins) as duplicates`);
  return row!;
}

export type RouteStrain = {
  readonly lateStops: number;
  readonly endSeconds: number;
  /** Wall-clock seconds of the shift's end. */
  readonly shiftToSeconds: number;
  /** Time to hand in at the depot, which the shift includes. */
  readonly endServiceSeconds: number;
  readonly isOverloaded: boolean;
};

/** What is wrong with each of a plan's routes that have stops (indexes `route_plan_number`, `stop_plan_route_position`). */
export async function listRouteStrains(tx: Tx, organizationId: string, planId: string): Promise<RouteStrain[]> {
  const rows = await tx.execute<RouteStrain & Record<string, unknown>>(sql`
    with s as materialized (
      select route_id, bool_or(rule_breaks @> '[{"rule": "capacity"}]') as is_overloaded from stop
      where organization_id = ${organizationId} and plan_id = ${planId} group by route_id)
    select r.late_stops as "lateStops", r.end_seconds as "endSeconds", dd.shift_to_seconds as "shiftToSeconds",
      coalesce(e.service_seconds, 0) as "endServiceSeconds", s.is_overloaded as "isOverloaded"
    from route r
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    left join depot e on e.organization_id = dd.organization_id and e.id = dd.end_depot_id
    join s on s.route_id = r.id
    where r.organization_id = ${organizationId} and r.plan_id = ${planId}`);
  return [...rows];
}

/** Stops of the day on no route (indexes `delivery_day`, `stop_visit`). */
export async function countUnassigned(tx: Tx, { organizationId, projectId, date }: CutoffDay): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    where d.organization_id = ${organizationId} and d.project_id = ${projectId} and d.service_date = ${date}
      and d.status in ('requested', 'scheduled', 'assigned')
      and not exists (select 1 from stop s where s.organization_id = v.organization_id and s.visit_id = v.id)`);
  return row!.count;
}
