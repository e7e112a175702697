import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";

/** So many finished runs back are looked at: what the day took a year ago, with half the vans, is no news. */
const RECENT_RUNS = 200;

export interface WaitingRun {
  readonly id: string;
  /** Its own plan, and those of the days that are planned with it. */
  readonly planIds: readonly string[];
  readonly status: "queued" | "running";
  readonly heartbeatAt: Date | null;
}

export interface RecentRuns {
  /** What these runs were asked for, in alphabetical order. */
  readonly strategies: readonly OptimizationStrategy[];
  readonly runs: number;
  /** Seconds from being taken up to the routes. */
  readonly medianSeconds: number;
  readonly p95Seconds: number;
  readonly lastSeconds: number;
  readonly lastAt: Date;
}

/** The organization's runs that are not over, in the order they were asked for (index `optimization_active`). */
export async function listWaitingRuns(tx: Tx, organizationId: string): Promise<WaitingRun[]> {
  const rows = await tx.execute<{
    id: string;
    plan_ids: string[];
    status: WaitingRun["status"];
    heartbeat_at: Date | string | null;
  }>(sql`
    select id, status, heartbeat_at, array(select plan_id from optimization day
        where day.organization_id = run.organization_id and (day.id = run.id or day.first_id = run.id)) as plan_ids
    from optimization run
    where organization_id = ${organizationId} and status in ('queued', 'running') and first_id is null
    order by id`);
  return [...rows].map(({ id, plan_ids: planIds, status, heartbeat_at: heartbeatAt }) => ({
    id,
    planIds,
    status,
    heartbeatAt: heartbeatAt === null ? null : new Date(heartbeatAt),
  }));
}

/** How long the organization's latest finished runs took, by what they were asked for; what nobody asked for is not there. */
export async function summarizeRecentRuns(tx: Tx, organizationId: string): Promise<RecentRuns[]> {
  const rows = await tx.execute<{
    strategies: OptimizationStrategy[];
    runs: number;
    median_seconds: number;
    p95_seconds: number;
    last_seconds: number;
    last_at: Date | string;
  }>(sql`
    select strategies, count(*)::int as runs,
      percentile_cont(0.5) within group (order by seconds) as median_seconds,
      percentile_cont(0.95) within group (order by seconds) as p95_seconds,
      (array_agg(seconds order by id desc))[1] as last_seconds,
      max(heartbeat_at) as last_at
    from (
      select id, (progress->>'elapsedSeconds')::float8 as seconds, heartbeat_at,
        array(select jsonb_array_elements_text(request->'strategies') order by 1) as strategies
      from optimization
      where organization_id = ${organizationId} and progress->>'phase' = 'done' and first_id is null
      order by id desc limit ${RECENT_RUNS}
    ) recent
    group by strategies order by strategies`);
  return [...rows].map((row) => ({
    strategies: row.strategies,
    runs: row.runs,
    medianSeconds: row.median_seconds,
    p95Seconds: row.p95_seconds,
    lastSeconds: row.last_seconds,
    lastAt: new Date(row.last_at),
  }));
}
