import "server-only";
import { z } from "zod";
import { lockBulkJob, settleBulkLines, takeBulkLines, updateBulkJob } from "@/db/queries/api/bulk-jobs";
import { findProject } from "@/db/queries/project/find-project";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import { type BulkLineError, bulkJobEnd } from "@/server/domain/bulk/bulk-job";
import { changed, command, unchanged, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { upsertDeliveries } from "../order/upsert-deliveries";

/**
 * Takes a job's next lines in. What they become and what is left of them is saved together or not at all, so a run that
 * was killed goes on where it was and doubles nothing. Says when there is nothing left to do.
 */
export const takeBulkLinesIn = command({
  permission: "order.write",
  input: z.object({ jobId: z.uuid(), limit: z.int().min(1).max(5000).default(1000) }),
  run: async (scope, { jobId, limit }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const job = found(await lockBulkJob(tx, organizationId, jobId), "job");
    if (job.status !== "queued" && job.status !== "running") return unchanged({ isDone: true });
    const project = found(await findProject(tx, organizationId, job.projectId), "project");
    const lines = await takeBulkLines(tx, organizationId, jobId, limit);
    const sent = lines.map(({ item }) => ({ draft: item! }));
    const { verdicts, events } = await upsertDeliveries(scope, project, "create", sent);
    const taken: number[] = [];
    const refused: { lineNumber: number; error: BulkLineError }[] = [];
    verdicts.forEach((verdict, index) => {
      const { lineNumber } = lines[index]!;
      if (verdict.outcome !== "refused") taken.push(lineNumber);
      else refused.push({ lineNumber, error: { code: verdict.reason, message: verdict.message } });
    });
    await settleBulkLines(tx, organizationId, jobId, taken, refused);
    const isDone = lines.length < limit;
    const counts = {
      total: job.total,
      processed: job.processed + lines.length,
      failed: job.failed + refused.length,
    };
    await updateBulkJob(tx, organizationId, jobId, {
      ...counts,
      status: isDone ? bulkJobEnd(counts) : "running",
      ...(isDone && { finishedAt: now }),
      updatedAt: now,
    });
    if (!isDone) return events.length > 0 ? changed({ isDone }, events) : untraced({ isDone });
    await refreshStatistics(tx);
    return changed({ isDone }, [
      ...events,
      { type: "bulk-job.finished", entity: "bulk-job", entityId: jobId, data: counts },
    ]);
  },
});
