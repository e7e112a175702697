import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, textArray } from "@/db/queries/json-param";

/** How many entries of these types the log has after a number (its key). */
export async function countEventsAfter(tx: Tx, organizationId: string, types: readonly string[], afterSeq: number) {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from event
    where organization_id = ${organizationId} and seq > ${afterSeq} and type = any(${textArray(types)})`);
  return row?.count ?? 0;
}

/** The number before the last plan was first sent to its drivers; 0 while none was (indexes `plan_project_date`, `event_plan`). */
export async function seqBeforeLastSent(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx.execute<{ seq: string | number | null }>(sql`
    select min(e.seq) - 1 as seq from event e
    where e.organization_id = ${organizationId} and e.type = 'route.dispatched' and e.plan_id = (
      select id from plan where organization_id = ${organizationId} and status <> 'draft' order by date desc limit 1)`);
  return Number(row?.seq ?? 0);
}

/** Whose routes these are, in the zone of their plan. */
export interface RouteDriver extends Record<string, unknown> {
  readonly routeId: string;
  readonly driverId: string;
  readonly timeZone: string;
}

export async function loadRouteDrivers(tx: Tx, organizationId: string, routeIds: readonly string[]) {
  if (routeIds.length === 0) return [];
  const rows = await tx.execute<RouteDriver>(sql`
    select r.id as "routeId", dd.driver_id as "driverId", p.time_zone as "timeZone" from route r
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    where r.organization_id = ${organizationId} and r.id = any(${idArray(routeIds)})`);
  return [...rows];
}
