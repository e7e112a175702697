import "server-only";
import { z } from "zod";
import { findExceptionSettings, replaceExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { findProject } from "@/db/queries/project/find-project";
import { retryPolicyOf, retryPolicySchema } from "@/server/domain/exception/exception-policy";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { found } from "../kernel/service-error";

/** Says how often a project's deliveries are tried, and what then; it holds from then on, for what has failed already too. */
export const saveRetries = command({
  permission: "settings.write",
  input: z.object({ projectId: z.uuid(), policy: retryPolicySchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, policy, seenAt }) => {
    found(await findProject(tx, organizationId, projectId), "project");
    const { policy: whole, changedAt } = await findExceptionSettings(tx, organizationId, projectId);
    const before = retryPolicyOf(whole);
    if (sameJson(before, policy)) return unchanged({ policy, changedAt: changedAt?.toISOString() ?? null });
    const row = { organizationId, projectId, policy: { ...whole, ...policy }, updatedAt: now };
    if (!(await replaceExceptionPolicy(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    return changed({ policy, changedAt: now.toISOString() as string | null }, [
      { type: "project.changed", entity: "project", entityId: projectId, before, after: policy },
    ]);
  },
});
