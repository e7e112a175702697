import "server-only";
import { findExceptionPolicy, putExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { findProject } from "@/db/queries/project/find-project";
import type { ExceptionPolicy } from "@/server/domain/exception/exception-policy";
import { savePolicySchema } from "@/server/domain/exception/exception-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Says what counts as an exception in a project; the next look at a day goes by it. */
export const savePolicy = command({
  permission: "settings.write",
  input: savePolicySchema,
  run: async ({ tx, actor, now }, { projectId, policy: wanted }) => {
    const { organizationId } = actor;
    found(await findProject(tx, organizationId, projectId), "project");
    const before = await findExceptionPolicy(tx, organizationId, projectId);
    const policy: ExceptionPolicy = {
      ...wanted,
      maxAttempts: wanted.maxAttempts ?? before.maxAttempts,
      autoReturn: wanted.autoReturn ?? before.autoReturn,
      autoReturnAttempts:
        wanted.autoReturnAttempts === undefined ? before.autoReturnAttempts : wanted.autoReturnAttempts,
    };
    if (sameJson(before, policy)) return unchanged(policy);
    await putExceptionPolicy(tx, { organizationId, projectId, policy, updatedAt: now });
    return changed(policy, [
      { type: "project.changed", entity: "project", entityId: projectId, before, after: policy },
    ]);
  },
});
