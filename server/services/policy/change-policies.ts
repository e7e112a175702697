import "server-only";
import { z } from "zod";
import { findExceptionPolicy, putExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { lockDeliveryPolicy, putDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { findHomeProject } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type RetryPolicy, retryPolicyPartsSchema } from "@/server/domain/exception/exception-policy";
import { sameJson } from "@/server/domain/order/merge-draft";
import {
  changeDeliveryPolicy,
  type DeliveryPolicyChanges,
  deliveryPolicyChangesSchema,
} from "@/server/domain/policy/delivery-policy";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";

/**
 * Changes parts of what becomes of failed deliveries (those of the first project), and of what is asked of drivers and
 * partners. Refuses a return that would come only after the last attempt.
 */
export const changePolicies = command({
  permission: "settings.write",
  input: z.object({
    retries: retryPolicyPartsSchema.partial().optional(),
    delivery: deliveryPolicyChangesSchema.optional(),
  }),
  run: async (scope, { retries, delivery }) => {
    const events = [
      ...(delivery ? await changeDelivery(scope, delivery) : []),
      ...(retries ? await changeRetries(scope, retries) : []),
    ];
    return events.length > 0 ? changed({ isChanged: true }, events) : unchanged({ isChanged: false });
  },
});

type Scope = CommandScope<undefined>;

async function changeDelivery({ tx, actor, now }: Scope, changes: DeliveryPolicyChanges): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const before = await lockDeliveryPolicy(tx, organizationId, now);
  const policy = changeDeliveryPolicy(before, changes);
  if (sameJson(before, policy)) return [];
  await putDeliveryPolicy(tx, { organizationId, policy, updatedAt: now });
  const about = { entity: "organization", entityId: organizationId };
  return [{ type: "organization.policies-changed", ...about, before: { ...before }, after: { ...policy } }];
}

async function changeRetries({ tx, actor, now }: Scope, changes: Partial<RetryPolicy>): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const home = await findHomeProject(tx, organizationId);
  if (!home) {
    const details = { reason: "no-such" as const, what: "project" as const };
    throw new ServiceError("refused", "This organization has no project yet.", details);
  }
  const before = await findExceptionPolicy(tx, organizationId, home.id);
  const policy = { ...before, ...changes };
  const { maxAttempts, autoReturnAttempts } = policy;
  if (changes.autoReturnAttempts && autoReturnAttempts !== null && autoReturnAttempts > maxAttempts) {
    throw new ServiceError("invalid", "A delivery cannot be returned later than after its last attempt.", {
      reason: "invalid",
    });
  }
  if (sameJson(before, policy)) return [];
  await putExceptionPolicy(tx, { organizationId, projectId: home.id, policy, updatedAt: now });
  return [{ type: "project.changed", entity: "project", entityId: home.id, before, after: policy }];
}
