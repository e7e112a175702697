import "server-only";
import { z } from "zod";
import { findDeliverySettings, replaceDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { sameJson } from "@/server/domain/order/merge-draft";
import { deliveryPolicySchema } from "@/server/domain/policy/delivery-policy";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** Says what is asked of drivers and partners; it holds from then on, for what is under way too. */
export const saveDelivery = command({
  permission: "settings.write",
  input: z.object({ policy: deliveryPolicySchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { policy, seenAt }) => {
    const { policy: before, changedAt } = await findDeliverySettings(tx, organizationId);
    if (sameJson(before, policy)) return unchanged({ policy, changedAt: changedAt?.toISOString() ?? null });
    const row = { organizationId, policy, updatedAt: now };
    if (!(await replaceDeliveryPolicy(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    const about = { entity: "organization", entityId: organizationId, before: { ...before }, after: { ...policy } };
    return changed({ policy, changedAt: now.toISOString() as string | null }, [
      { type: "organization.policies-changed", ...about },
    ]);
  },
});
