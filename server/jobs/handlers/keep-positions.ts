import "server-only";
import type { Database } from "@/db/client";
import { keepPositionPartitions } from "@/db/queries/position/partitions";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { Clock } from "@/server/ports/clock";

/** A day ahead of the last one for every day that this job may fail. */
const DAYS_AHEAD = 7;

/** Makes the partitions of the coming days and drops positions older than so many days. */
export async function keepPositions(database: Database, clock: Clock, keptDays: number): Promise<void> {
  const today = clock.now().toISOString().slice(0, 10);
  await keepPositionPartitions(database, {
    first: today,
    last: addLocalDays(today, DAYS_AHEAD),
    firstKept: addLocalDays(today, -keptDays),
  });
}
