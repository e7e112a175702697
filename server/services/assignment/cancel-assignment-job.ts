import "server-only";
import { z } from "zod";
import { lockAssignmentJob, updateAssignmentJob } from "@/db/queries/assignment/assignment-jobs";
import { isAssignmentJobOpen } from "@/server/domain/assignment/assignment-job";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Stops an assignment job; the days it has assigned stay so. Refuses one that has ended by itself. */
export const cancelAssignmentJob = command({
  permission: "plan.edit",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const job = found(await lockAssignmentJob(tx, organizationId, id), "job");
    if (job.status === "cancelled") return unchanged({ id });
    if (!isAssignmentJobOpen(job.status)) {
      throw new ServiceError("refused", "This job has ended.", { reason: "closed" });
    }
    await updateAssignmentJob(tx, organizationId, id, { status: "cancelled", finishedAt: now, updatedAt: now });
    return changed({ id }, [{ type: "assignment-job.cancelled", entity: "assignment-job", entityId: id }]);
  },
});
