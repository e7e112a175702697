import "server-only";
import type { Database } from "@/db/client";
import { deleteOutlivedApiRequests } from "@/db/queries/api/api-requests";
import { deleteOutlivedBulkJobs } from "@/db/queries/api/bulk-jobs";
import type { Clock } from "@/server/ports/clock";

/** How long programs may ask what became of a bulk job. */
const JOB_DAYS = 30;
const DAY_MS = 24 * 3600_000;

/** Deletes names of requests whose day is over, and bulk jobs a month old. */
export async function keepApi(database: Database, clock: Clock): Promise<{ requests: number; jobs: number }> {
  const now = clock.now();
  return {
    requests: await deleteOutlivedApiRequests(database, now),
    jobs: await deleteOutlivedBulkJobs(database, new Date(now.getTime() - JOB_DAYS * DAY_MS)),
  };
}
