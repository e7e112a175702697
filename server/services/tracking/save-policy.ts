import "server-only";
import { z } from "zod";
import { findTrackingSettings, putTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { sameJson } from "@/server/domain/order/merge-draft";
import { trackingPolicySchema } from "@/server/domain/tracking/tracking-policy";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** Says what customers see and may do; it holds from then on, for what is under way as well. */
export const saveTrackingPolicy = command({
  permission: "settings.write",
  input: z.object({ policy: trackingPolicySchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { policy, seenAt }) => {
    const { policy: before, changedAt } = await findTrackingSettings(tx, organizationId);
    if (sameJson(before, policy)) return unchanged({ policy, changedAt: changedAt?.toISOString() ?? null });
    const isSaved = await putTrackingPolicy(tx, { organizationId, policy, updatedAt: now }, seenDate(seenAt));
    if (!isSaved) throw changedMeanwhile();
    return changed({ policy, changedAt: now.toISOString() as string | null }, [
      {
        type: "organization.tracking-changed",
        entity: "organization",
        entityId: organizationId,
        before,
        after: policy,
      },
    ]);
  },
});
