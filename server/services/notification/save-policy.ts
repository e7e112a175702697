import "server-only";
import { findNotificationPolicy, putNotificationPolicy } from "@/db/queries/notification/notification-settings";
import { notificationPolicySchema } from "@/server/domain/notification/notification-policy";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";

/** Says when and how customers are written; it holds from then on, for what is under way as well. */
export const saveNotificationPolicy = command({
  permission: "settings.write",
  input: notificationPolicySchema,
  run: async ({ tx, actor: { organizationId }, now }, policy) => {
    const before = await findNotificationPolicy(tx, organizationId);
    if (sameJson(before, policy)) return unchanged(policy);
    await putNotificationPolicy(tx, { organizationId, policy, updatedAt: now });
    return changed(policy, [
      {
        type: "organization.notification-changed",
        entity: "organization",
        entityId: organizationId,
        before,
        after: policy,
      },
    ]);
  },
});
