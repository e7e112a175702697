import type { BulkJobStatus } from "@/server/domain/bulk/bulk-job";
import type { readBulkJob } from "@/server/services/bulk/read-bulk-job";
import { dress } from "../ids";
import type { JobAnswer } from "../wire/job";
import { said } from "./door";
import { inWireWords } from "./own-values";

const STATUSES: Readonly<Record<BulkJobStatus, JobAnswer["status"]>> = {
  receiving: "queued",
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  partial: "completed_with_errors",
  failed: "failed",
  cancelled: "cancelled",
};

/** A bulk job as this API says it. */
export function fromJob(job: Awaited<ReturnType<typeof readBulkJob>>): JobAnswer {
  const id = dress("job", job.id);
  const { total, processed, failed, failure, finishedAt } = job;
  return {
    id,
    job_id: id,
    type: job.kind,
    status: STATUSES[job.status],
    total,
    processed,
    failed,
    progress_pct: total === 0 ? (finishedAt ? 100 : 0) : Math.floor((100 * processed) / total),
    errors: job.errors.map(({ lineNumber, error }) => ({
      line: lineNumber,
      code: error?.code ?? "",
      message: inWireWords(error?.message ?? ""),
    })),
    failure,
    result: finishedAt ? { created: processed - failed, failed } : null,
    created_at: said(job.createdAt),
    updated_at: said(job.updatedAt),
    finished_at: finishedAt && said(finishedAt),
  };
}
