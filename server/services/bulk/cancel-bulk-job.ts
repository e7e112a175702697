import "server-only";
import { z } from "zod";
import { dropWaitingBulkLines, lockBulkJob, updateBulkJob } from "@/db/queries/api/bulk-jobs";
import { isBulkJobOpen } from "@/server/domain/bulk/bulk-job";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Stops a job; what it has taken in stays. Refuses one that has ended by itself. */
export const cancelBulkJob = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const job = found(await lockBulkJob(tx, organizationId, id), "job");
    if (job.status === "cancelled") return unchanged({ id });
    if (!isBulkJobOpen(job.status)) {
      throw new ServiceError("refused", "This job has ended.", { reason: "closed" });
    }
    await dropWaitingBulkLines(tx, organizationId, id);
    await updateBulkJob(tx, organizationId, id, { status: "cancelled", finishedAt: now, updatedAt: now });
    const data = { processed: job.processed, total: job.total };
    return changed({ id }, [{ type: "bulk-job.cancelled", entity: "bulk-job", entityId: id, data }]);
  },
});
