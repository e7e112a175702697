import "server-only";
import { z } from "zod";
import { insertAssignmentJob } from "@/db/queries/assignment/assignment-jobs";
import { assignmentTermsSchema } from "@/server/domain/assignment/assignment-terms";
import { changed, command } from "../kernel/command";
import { deliveryIdsSchema } from "./read-assignables";

/** Has deliveries put on routes while nobody waits. */
export const requestAssignmentJob = command({
  permission: "plan.edit",
  input: z.object({ deliveryIds: deliveryIdsSchema, terms: assignmentTermsSchema }),
  run: async ({ tx, actor, now, newId, enqueue }, { deliveryIds, terms }) => {
    const id = newId();
    await insertAssignmentJob(tx, {
      organizationId: actor.organizationId,
      id,
      status: "queued",
      request: { deliveryIds, terms },
      total: deliveryIds.length,
      createdAt: now,
      updatedAt: now,
    });
    await enqueue("run-assignment-job", { jobId: id });
    const data = { deliveries: deliveryIds.length, ...terms };
    return changed({ id }, [{ type: "assignment-job.requested", entity: "assignment-job", entityId: id, data }]);
  },
});
