import "server-only";
import { z } from "zod";
import { findAssignmentJob, lockAssignmentJob, updateAssignmentJob } from "@/db/queries/assignment/assignment-jobs";
import type { AssignmentJobRequest, AssignmentJobResult } from "@/server/domain/assignment/assignment-job";
import { changed, command, unchanged, untraced } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { assignAutomatically } from "./assign-automatically";

/** For thousands of deliveries; small ones are done long before. */
const MOST_SECONDS = 60;
const LISTEN_MILLISECONDS = 500;

/** Works a job off. One that was cancelled is left alone; a killed one begins anew and finds what it has done. */
export async function runAssignmentJob(services: ServiceContext, jobId: string, signal: AbortSignal): Promise<void> {
  const request = await beginAssignmentJob(services, { jobId });
  if (!request) return;
  const cancelled = new AbortController();
  const listening = setInterval(() => {
    void isAssignmentJobRunning(services, { jobId })
      .then((isRunning) => isRunning || cancelled.abort())
      .catch(() => {});
  }, LISTEN_MILLISECONDS);
  const budget = { maxSeconds: MOST_SECONDS, signal: AbortSignal.any([signal, cancelled.signal]) };
  try {
    const result = await assignAutomatically(services, request.deliveryIds, request.terms, budget);
    await endAssignmentJob(services, { jobId, result });
  } catch (error) {
    if (signal.aborted) throw error;
    if (cancelled.signal.aborted) return;
    if (!(error instanceof ServiceError)) throw error;
    await endAssignmentJob(services, { jobId, failure: error.message });
  } finally {
    clearInterval(listening);
  }
}

const beginAssignmentJob = command({
  permission: "plan.edit",
  input: z.object({ jobId: z.uuid() }),
  run: async ({ tx, actor, now }, { jobId }) => {
    const job = await lockAssignmentJob(tx, actor.organizationId, jobId);
    if (job?.status !== "queued" && job?.status !== "running") return unchanged<AssignmentJobRequest | null>(null);
    await updateAssignmentJob(tx, actor.organizationId, jobId, { status: "running", updatedAt: now });
    return untraced<AssignmentJobRequest | null>(job.request);
  },
});

const isAssignmentJobRunning = query({
  permission: "plan.read",
  input: z.object({ jobId: z.uuid() }),
  run: async ({ tx, actor }, { jobId }) =>
    (await findAssignmentJob(tx, actor.organizationId, jobId))?.status === "running",
});

const endAssignmentJob = command({
  permission: "plan.edit",
  input: z.object({
    jobId: z.uuid(),
    result: z.custom<AssignmentJobResult>().optional(),
    failure: z.string().optional(),
  }),
  run: async ({ tx, actor, now }, { jobId, result, failure }) => {
    const job = await lockAssignmentJob(tx, actor.organizationId, jobId);
    if (job?.status !== "running") return unchanged(null);
    const status = !result
      ? ("failed" as const)
      : result.leftOut.length > 0
        ? ("partial" as const)
        : ("succeeded" as const);
    await updateAssignmentJob(tx, actor.organizationId, jobId, {
      status,
      finishedAt: now,
      updatedAt: now,
      ...(result && { result }),
      ...(failure !== undefined && { failure: failure.slice(0, 500) }),
    });
    const data = { status, routes: result?.routeIds.length ?? 0, leftOut: result?.leftOut.length ?? 0 };
    return changed(null, [{ type: "assignment-job.finished", entity: "assignment-job", entityId: jobId, data }]);
  },
});
