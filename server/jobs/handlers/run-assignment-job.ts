import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { runAssignmentJob } from "@/server/services/assignment/run-assignment-job";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Puts a job's deliveries on routes. */
export function runAssignmentJobHandler(
  services: ServiceContext,
  { jobId }: JobPayload<"run-assignment-job">,
  signal: AbortSignal,
): Promise<void> {
  return runAssignmentJob(services, jobId, signal);
}
