import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";

/** The organizations that have a plan of this day, or of last night, on the road. Outside any tenant: it names them. */
export async function listLiveOrganizations(database: Database, now: Date): Promise<string[]> {
  const rows = await database.raw<{ id: string }[]>`
    select distinct p.organization_id as id from plan p
    where p.status = 'dispatched' and p.date between (${now.toISOString()}::timestamptz at time zone p.time_zone)::date - 1
      and (${now.toISOString()}::timestamptz at time zone p.time_zone)::date
    order by 1`;
  return rows.map(({ id }) => id);
}

/** This day's, and last night's, plans on the road, with the routes whose arrivals are still expected. */
export async function listLivePlans(tx: Tx, organizationId: string, now: Date) {
  const rows = await tx.execute<{ planId: string; routeIds: string[] }>(sql`
    select p.id as "planId",
      coalesce(array_agg(r.id) filter (where r.status in ('dispatched', 'started')), '{}') as "routeIds"
    from plan p left join route r on r.organization_id = p.organization_id and r.plan_id = p.id
    where p.organization_id = ${organizationId} and p.status = 'dispatched'
      and p.date between (${now.toISOString()}::timestamptz at time zone p.time_zone)::date - 1
        and (${now.toISOString()}::timestamptz at time zone p.time_zone)::date
    group by p.id order by p.id`);
  return [...rows];
}
