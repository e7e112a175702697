import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Every skill a driver has, and every feature of a vehicle, of those who still drive. */
export async function selectKnownCodes(tx: Tx, organizationId: string) {
  const [row] = await tx.execute<{ skills: string[]; features: string[] }>(sql`
    select array(select distinct unnest(skills) from driver
        where organization_id = ${organizationId} and status <> 'archived') as skills,
      array(select distinct unnest(features) from vehicle
        where organization_id = ${organizationId} and status <> 'retired') as features`);
  return { skills: new Set(row?.skills), features: new Set(row?.features) };
}
