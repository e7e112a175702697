import "server-only";
import { findTrackingPolicy, putTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { sameJson } from "@/server/domain/order/merge-draft";
import { trackingPolicySchema } from "@/server/domain/tracking/tracking-policy";
import { changed, command, unchanged } from "../kernel/command";

/** Says what customers see and may do; it holds from then on, for what is under way as well. */
export const saveTrackingPolicy = command({
  permission: "settings.write",
  input: trackingPolicySchema,
  run: async ({ tx, actor: { organizationId }, now }, policy) => {
    const before = await findTrackingPolicy(tx, organizationId);
    if (sameJson(before, policy)) return unchanged(policy);
    await putTrackingPolicy(tx, { organizationId, policy, updatedAt: now });
    return changed(policy, [
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
