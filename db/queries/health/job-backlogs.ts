import "server-only";
import type { Database } from "@/db/client";

export interface JobBacklog {
  readonly name: string;
  /** That could begin and have not. */
  readonly waiting: number;
  readonly running: number;
  /** How long the oldest of those has waited; 0 for none. */
  readonly oldestSeconds: number;
}

/** What waits in queues, of all organizations. A queue in which nothing waits or runs is left out. */
export async function listJobBacklogs(database: Database, names: readonly string[]): Promise<JobBacklog[]> {
  return database.raw<JobBacklog[]>`
    select name, (count(*) filter (where state < 'active'))::int as waiting,
      (count(*) filter (where state = 'active'))::int as running,
      coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active')), 0)::int as "oldestSeconds"
    from pgboss.job
    where name = any (${[...names]}) and state <= 'active' and start_after <= now()
    group by name`;
}
