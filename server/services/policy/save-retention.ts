import "server-only";
import { z } from "zod";
import { findRetentionSettings, putRetentionPolicy } from "@/db/queries/policy/retention-policies";
import { sameJson } from "@/server/domain/order/merge-draft";
import { retentionPolicySchema } from "@/server/domain/policy/retention-policy";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** Says how long positions and evidence are kept. What is older by then is deleted by the next nightly job. */
export const saveRetention = command({
  permission: "settings.write",
  input: z.object({ policy: retentionPolicySchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { policy, seenAt }) => {
    const { policy: before, changedAt } = await findRetentionSettings(tx, organizationId);
    if (sameJson(before, policy)) return unchanged({ policy, changedAt: changedAt?.toISOString() ?? null });
    const row = { organizationId, ...policy, updatedAt: now };
    if (!(await putRetentionPolicy(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    const about = { entity: "organization", entityId: organizationId, before, after: policy };
    return changed({ policy, changedAt: now.toISOString() as string | null }, [
      { type: "organization.policies-changed", ...about },
    ]);
  },
});
