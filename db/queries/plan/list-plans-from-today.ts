import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Plans of this day, where they are, and of later ones that have routes. */
export async function listPlansFromToday(tx: Tx, organizationId: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from plan p where p.organization_id = ${organizationId}
      and p.date >= (${now.toISOString()}::timestamptz at time zone p.time_zone)::date
      and exists (select from route r where r.organization_id = p.organization_id and r.plan_id = p.id)
    order by p.date, p.id`);
  return rows.map(({ id }) => id);
}
