import "server-only";
import { z } from "zod";
import { findNotificationSettings, putNotificationPolicy } from "@/db/queries/notification/notification-settings";
import { notificationPolicySchema } from "@/server/domain/notification/notification-policy";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** Says when and how customers are written; it holds from then on, for what is under way as well. */
export const saveNotificationPolicy = command({
  permission: "settings.write",
  input: z.object({ policy: notificationPolicySchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { policy, seenAt }) => {
    const { policy: before, changedAt } = await findNotificationSettings(tx, organizationId);
    if (sameJson(before, policy)) return unchanged({ policy, changedAt: changedAt?.toISOString() ?? null });
    const isSaved = await putNotificationPolicy(tx, { organizationId, policy, updatedAt: now }, seenDate(seenAt));
    if (!isSaved) throw changedMeanwhile();
    return changed({ policy, changedAt: now.toISOString() as string | null }, [
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
