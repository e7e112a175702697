import "server-only";
import type { Database } from "@/db/client";

/** Something counted, of an organization by its short name. */
export interface Counted {
  readonly organization: string;
  readonly value: number;
}

export interface CountedMetrics {
  /** Orders of each plan of yesterday to the day after tomorrow. */
  readonly ordersByPlan: readonly (Counted & { readonly planId: string })[];
  /** Since ever, from the log: they never go down. */
  readonly geocodingFailures: readonly Counted[];
  readonly rollOvers: readonly Counted[];
  /** Of the last seven days' attempts and cancellations; absent without any. */
  readonly successRate: readonly Counted[];
  /** From sending a route to its driver setting off, of the last seven days' routes, by quantile. */
  readonly openLag: readonly (Counted & { readonly quantile: string })[];
}

/** Figures of all organizations but sandboxes, for whoever watches the installation: five small questions. */
export async function countMetrics({ raw }: Database): Promise<CountedMetrics> {
  const real = raw`organization o where not exists (select 1 from sandbox where sandbox.organization_id = o.id)`;
  const [ordersByPlan, geocodingFailures, rollOvers, successRate, openLag] = await Promise.all([
    raw<CountedMetrics["ordersByPlan"][number][]>`
      select o.slug as organization, p.id as "planId", count(d.id)::int as value
      from (select * from ${real}) o
      join plan p on p.organization_id = o.id and p.date between current_date - 1 and current_date + 2
      left join delivery d on d.organization_id = p.organization_id and d.project_id = p.project_id
        and d.service_date = p.date
      group by o.slug, p.id`,
    raw<Counted[]>`
      select o.slug as organization, coalesce(sum((e.data ->> 'doubtful')::int), 0)::int as value
      from (select * from ${real}) o
      left join event e on e.organization_id = o.id and e.type = 'location.geocoded' group by o.slug`,
    // One roll-over is in the log of both its days.
    raw<Counted[]>`
      select o.slug as organization, coalesce(sum(e.orders), 0)::int as value
      from (select * from ${real}) o
      left join lateral (
        select distinct on (mutation_id) (data ->> 'orders')::int as orders from event
        where event.organization_id = o.id and type = 'plan.rolled-over' order by mutation_id
      ) e on true
      group by o.slug`,
    raw<Counted[]>`
      select o.slug as organization,
        count(*) filter (where ended.is_completed)::float8 / count(*) as value
      from (select * from ${real}) o
      join lateral (
        select s.status in ('delivered', 'partial') as is_completed from plan p
        join stop_run s on s.organization_id = p.organization_id and s.plan_id = p.id and s.completed_at is not null
        where p.organization_id = o.id and p.date between current_date - 6 and current_date + 1
        union all
        select false from delivery d
        where d.organization_id = o.id and d.service_date between current_date - 6 and current_date + 1
          and d.status = 'cancelled'
      ) ended on true
      group by o.slug`,
    raw<CountedMetrics["openLag"][number][]>`
      select o.slug as organization, q.quantile::text as quantile,
        percentile_disc(q.quantile) within group (order by lag.seconds) as value
      from (select * from ${real}) o
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
      group by o.slug, q.quantile`,
  ]);
  return { ordersByPlan, geocodingFailures, rollOvers, successRate, openLag };
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
