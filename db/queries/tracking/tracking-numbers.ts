import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { NumberMatch } from "@/server/domain/tracking/tracking-access";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";

/** Several organizations may number alike; no customer's number is that of so many. */
const MOST_CANDIDATES = 20;

/** A door that a number might mean, with what opens it. */
export interface NumberCandidate extends NumberMatch {
  readonly organizationId: string;
  readonly visitId: string;
  readonly policy: TrackingPolicy;
}

type CandidateRow = {
  readonly organizationId: string;
  readonly visitId: string;
  readonly postcode: string;
  readonly phone: string;
  readonly createdAtMs: number;
  readonly endedAtMs: number | null;
  readonly policy: unknown;
};

/**
 * The doors of deliveries with a number, whoever delivers (index `delivery_tracking_number`): where something is brought,
 * else where it is fetched. Outside any tenant: the number is what decides the tenant.
 */
export async function findNumberCandidates(database: Database, number: string): Promise<NumberCandidate[]> {
  const rows = await database.orm.execute<CandidateRow>(sql`
    select d.organization_id as "organizationId", v.id as "visitId", l.postcode, v.contact_phone as phone,
      (extract(epoch from d.created_at) * 1000)::float8 as "createdAtMs",
      (extract(epoch from coalesce(told.ended_at,
        case when d.status in ('delivered', 'failed', 'cancelled', 'returned') then d.updated_at end)) * 1000)::float8
        as "endedAtMs", chosen.policy
    from delivery d
    join lateral (
      select * from delivery_visit x where x.organization_id = d.organization_id and x.delivery_id = d.id
      order by x.role limit 1
    ) v on true
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join customer_told told on told.organization_id = v.organization_id and told.visit_id = v.id
    left join tracking_policy chosen on chosen.organization_id = d.organization_id
    where lower(d.external_id) = lower(${number})
    limit ${MOST_CANDIDATES}`);
  return rows.map(({ createdAtMs, endedAtMs, policy, ...row }) => ({
    ...row,
    link: { createdAtMs, revokedAtMs: null, endedAtMs },
    policy: readTrackingPolicy(policy),
  }));
}

/**
 * Counts a try at a number, by its hash, and answers with how many there were in its span, this one included. Whatever has
 * run out leaves on the way, a few rows at a time.
 */
export async function countNumberTry(
  database: Database,
  numberHash: string,
  now: Date,
  spanSeconds: number,
): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const until = sql`${new Date(now.getTime() + spanSeconds * 1000).toISOString()}::timestamptz`;
  const [row] = await database.orm.execute<{ tries: number }>(sql`
    with gone as (
      delete from tracking_try where number_hash in (
        select number_hash from tracking_try where expires_at <= ${at} and number_hash <> ${numberHash}
        limit 20 for update skip locked))
    insert into tracking_try as known (number_hash, tries, expires_at) values (${numberHash}, 1, ${until})
    on conflict (number_hash) do update set
      tries = case when known.expires_at <= ${at} then 1 else known.tries + 1 end,
      expires_at = case when known.expires_at <= ${at} then excluded.expires_at else known.expires_at end
    returning tries`);
  return row!.tries;
}
