import "server-only";
import type { Database } from "@/db/client";

/** Something counted, of an organization by its short name. */
interface Counted {
  readonly organization: string;
  readonly value: number;
}

/** All organizations but sandboxes, for whoever watches the installation. */
const realOf = (raw: Database["raw"]) =>
  raw`(select * from organization o where not exists (select 1 from sandbox where sandbox.organization_id = o.id)) o`;

/** Orders of each plan of yesterday to the day after tomorrow. */
export async function countOrdersByPlan({ raw }: Database) {
  return raw<(Counted & { planId: string })[]>`
    select o.slug as organization, p.id as "planId", count(d.id)::int as value
    from ${realOf(raw)}
    join plan p on p.organization_id = o.id and p.date between current_date - 1 and current_date + 2
    left join delivery d on d.organization_id = p.organization_id and d.project_id = p.project_id
      and d.service_date = p.date
    group by o.slug, p.id`;
}

/** What an organization's log has counted, up to one of its entries. */
export interface LogCount {
  readonly organizationId: string;
  readonly organization: string;
  readonly seq: number;
  readonly geocodingFailures: number;
  readonly rollOvers: number;
}

/** What each log has counted behind the entry that was seen last; of an organization that is not named, since ever. */
export async function countLogged({ raw }: Database, seen: readonly Pick<LogCount, "organizationId" | "seq">[]) {
  const known = raw.json(seen.map(({ organizationId, seq }) => ({ organizationId, seq })));
  // One roll-over is in the log of both its days, by one transaction.
  return raw<LogCount[]>`
    select o.id as "organizationId", o.slug as organization, coalesce(log.last_seq, 0)::float8 as seq,
      (select coalesce(sum((e.data ->> 'doubtful')::int), 0)::int from event e
        where e.organization_id = o.id and e.type = 'location.geocoded'
          and e.seq between coalesce(known.seq, 0) + 1 and log.last_seq) as "geocodingFailures",
      (select coalesce(sum(each.orders), 0)::int from (
        select distinct on (e.mutation_id) (e.data ->> 'orders')::int as orders from event e
        where e.organization_id = o.id and e.type = 'plan.rolled-over'
          and e.seq between coalesce(known.seq, 0) + 1 and log.last_seq
        order by e.mutation_id) each) as "rollOvers"
    from ${realOf(raw)}
    left join event_sequence log on log.organization_id = o.id
    left join jsonb_to_recordset(${known}) as known("organizationId" uuid, seq bigint) on known."organizationId" = o.id`;
}

/** How many of the last seven days' attempts and cancellations were completed; absent without any. */
export async function countSuccess({ raw }: Database) {
  return raw<Counted[]>`
    select o.slug as organization,
      count(*) filter (where ended.is_completed)::float8 / count(*) as value
    from ${realOf(raw)}
    join lateral (
      select s.status in ('delivered', 'partial') as is_completed from plan p
      join stop_run s on s.organization_id = p.organization_id and s.plan_id = p.id and s.completed_at is not null
      where p.organization_id = o.id and p.date between current_date - 6 and current_date + 1
      union all
      select false from delivery d
      where d.organization_id = o.id and d.service_date between current_date - 6 and current_date + 1
        and d.status = 'cancelled'
    ) ended on true
    group by o.slug`;
}

/** From sending a route to its driver setting off, of the last seven days' routes, by quantile. */
export async function measureOpenLag({ raw }: Database) {
  return raw<(Counted & { quantile: string })[]>`
    select o.slug as organization, q.quantile::text as quantile,
      percentile_disc(q.quantile) within group (order by lag.seconds) as value
    from ${realOf(raw)}
    join lateral (
      select extract(epoch from run.started_at - min(a.created_at))::float8 as seconds
      from plan p
      join route_run run on run.organization_id = p.organization_id and run.plan_id = p.id
      join assignment a on a.organization_id = run.organization_id and a.route_id = run.route_id
      where p.organization_id = o.id and p.date between current_date - 6 and current_date + 1
        and run.started_at is not null
      group by run.route_id, run.started_at
    ) lag on lag.seconds >= 0
    cross join (values (0.5::float8), (0.9)) as q(quantile)
    group by o.slug, q.quantile`;
}

export interface WebhookBacklog {
  readonly waiting: number;
  readonly failed: number;
  /** Endpoints that are not sent anything any more, or only now and then. */
  readonly stopped: number;
  readonly failing: number;
  /** How long the oldest message that may be sent has been due. */
  readonly overdueSeconds: number;
}

/** What waits for subscribers of all organizations (`webhook_call_due`), and what was given up within a day. */
export async function findWebhookBacklog({ raw }: Database): Promise<WebhookBacklog> {
  const [row] = await raw<WebhookBacklog[]>`
    with due as (
      select count(*)::int as waiting, min(c.next_try_at) filter (
        where w.status = 'active' and w.failing_since is null and coalesce(w.resume_at, now()) <= now()) as oldest
      from webhook_call c join webhook w on w.organization_id = c.organization_id and w.id = c.webhook_id
      where c.status = 'waiting'
    )
    select due.waiting, greatest(0, coalesce(extract(epoch from now() - due.oldest), 0))::int as "overdueSeconds",
      (select count(*)::int from webhook_call where status not in ('waiting', 'delivered')
        and updated_at > now() - interval '1 day') as failed,
      (select count(*)::int from webhook where status <> 'active') as stopped,
      (select count(*)::int from webhook where status = 'active' and failing_since is not null) as failing
    from due`;
  return row!;
}

/** Connections to this database by what they do, and how many there may be. */
export async function listConnections({ raw }: Database) {
  return raw<{ state: string; connections: number; most: number }[]>`
    select coalesce(state, 'other') as state, count(*)::int as connections,
      current_setting('max_connections')::int as most
    from pg_stat_activity where datname = current_database() group by state`;
}

/** Runs of the optimizer by where they stand: those under way, and what became of the last day's. */
export async function countOptimizations({ raw }: Database) {
  return raw<{ status: string; runs: number }[]>`
    select status, count(*)::int as runs from optimization
    where status in ('queued', 'running') or updated_at > now() - interval '1 day' group by status`;
}
