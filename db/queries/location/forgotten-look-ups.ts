import "server-only";
import type { Database } from "@/db/client";

export interface ForgottenLookUps {
  readonly organizationId: string;
  /** Since when the newest of them waits. */
  readonly since: Date;
}

/**
 * Organizations with addresses that wait for a geocoder, and no job that would ask one (index `location_in_doubt`). Outside any
 * tenant: it names them.
 */
export async function listForgottenLookUps({ raw }: Database): Promise<ForgottenLookUps[]> {
  return raw<ForgottenLookUps[]>`
    select w.organization_id as "organizationId", w.since from (
      select organization_id, max(updated_at) as since from location where confidence = 'pending' group by organization_id) w
    where not exists (select from pgboss.job j where j.name = 'geocode-locations' and j.state <= 'active'
      and j.data ->> 'organizationId' = w.organization_id::text)
    order by 1`;
}
