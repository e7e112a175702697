import "server-only";
import { z } from "zod";
import { findExceptionSettings } from "@/db/queries/exception/exception-policies";
import { findProject } from "@/db/queries/project/find-project";
import { retryPolicyOf } from "@/server/domain/exception/exception-policy";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** How often a project's deliveries are tried, and what then, by default where nothing was chosen; and since when. */
export const getRetries = query({
  permission: "settings.read",
  input: z.object({ projectId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { projectId }) => {
    found(await findProject(tx, organizationId, projectId), "project");
    const { policy, changedAt } = await findExceptionSettings(tx, organizationId, projectId);
    return { policy: retryPolicyOf(policy), changedAt: changedAt?.toISOString() ?? null };
  },
});
