import "server-only";
import type { Database } from "@/db/client";
import { deleteOutlivedApiRequests } from "@/db/queries/api/api-requests";
import { deleteOutlivedBulkJobs } from "@/db/queries/api/bulk-jobs";
import { deleteOutlivedAssignmentJobs } from "@/db/queries/assignment/assignment-jobs";
import { deleteOutlivedExchanges, forgetReplacedSecrets } from "@/db/queries/partner/connections";
import { SECRET_OVERLAP_MS } from "@/server/domain/partner/connection";
import type { Clock } from "@/server/ports/clock";

/** How long programs may ask what became of a job. */
const JOB_DAYS = 30;
const DAY_MS = 24 * 3600_000;

/**
 * Deletes names of requests whose day is over, jobs a month old, and what was said to partners and by them as many
 * days ago; forgets partners' secrets that others have replaced.
 */
export async function keepApi(
  database: Database,
  clock: Clock,
  { exchangeDays }: { readonly exchangeDays: number },
): Promise<{ requests: number; jobs: number; exchanges: number }> {
  const now = clock.now();
  await forgetReplacedSecrets(database, new Date(now.getTime() - SECRET_OVERLAP_MS));
  const outlived = new Date(now.getTime() - JOB_DAYS * DAY_MS);
  return {
    exchanges: await deleteOutlivedExchanges(database, new Date(now.getTime() - exchangeDays * DAY_MS)),
    requests: await deleteOutlivedApiRequests(database, now),
    jobs: (await deleteOutlivedBulkJobs(database, outlived)) + (await deleteOutlivedAssignmentJobs(database, outlived)),
  };
}
