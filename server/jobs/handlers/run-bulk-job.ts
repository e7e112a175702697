import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { takeBulkLinesIn } from "@/server/services/bulk/take-bulk-lines";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Takes in all lines of a bulk job, chunk by chunk, each whole or not at all; a killed job goes on where it was. */
export async function runBulkJob(
  services: ServiceContext,
  { jobId }: JobPayload<"run-bulk-job">,
  signal: AbortSignal,
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    signal.throwIfAborted();
    ({ isDone } = await takeBulkLinesIn(services, { jobId }));
  }
}
