import "server-only";
import { z } from "zod";
import { cancelDeliveries } from "@/db/queries/order/cancel-deliveries";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { type DeliveryRefusal, deleteRefusal, deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { decideChange } from "@/server/domain/order/decide-upsert";
import { mergeTwins } from "@/server/domain/order/merge-twins";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { saveChangedDeliveries } from "../order/save-changed-deliveries";

/**
 * Of orders that are one and the same, keeps one and cancels the others; with `merge` the kept one takes over what they
 * carried. Refuses, changing nothing, when one of them is on a route, with a driver, finished, or of another day.
 */
export const settleDuplicate = command({
  permission: "order.write",
  input: z.object({
    keptId: z.uuid(),
    otherIds: z.array(z.uuid()).min(1).max(50),
    merge: z.boolean().default(false),
  }),
  run: async (scope, { keptId, otherIds, merge }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const ids = [...new Set(otherIds)].filter((id) => id !== keptId);
    const locked = await lockDeliveries(tx, organizationId, [keptId, ...ids]);
    const byId = new Map(locked.map((delivery) => [delivery.id, delivery]));
    const kept = found(byId.get(keptId), "delivery");
    const others = ids.map((id) => found(byId.get(id), "delivery"));
    if (others.length === 0)
      throw new ServiceError("invalid", "Name the orders to cancel.", { reason: "nothing-to-cancel" });
    for (const other of others) {
      if (other.projectId !== kept.projectId || other.input.serviceDate !== kept.input.serviceDate) {
        throw new ServiceError("refused", "These orders are not of the same day.", { reason: "other_day" });
      }
      const reason = deleteRefusal(other);
      if (reason) refuse(other, reason);
    }
    const events = [];
    if (merge) {
      const merged = mergeTwins(
        kept.input,
        others.map(({ input }) => input),
      );
      const decision = decideChange(kept, merged);
      if (decision.kind === "refused") refuse(kept, decision.reason);
      if (decision.kind === "change") events.push(...(await saveChangedDeliveries(scope, [decision])));
    }
    await cancelDeliveries(tx, organizationId, ids, now);
    const cancelled = others.map((other) => ({
      type: "delivery.changed" as const,
      entity: "delivery",
      entityId: other.id,
      data: { duplicateOf: keptId },
      before: { status: other.status },
      after: { status: "cancelled" },
    }));
    return changed({ cancelled: ids.length }, [...events, ...cancelled]);
  },
});

function refuse(delivery: StoredDelivery, reason: DeliveryRefusal): never {
  const name = delivery.input.externalId;
  const message = `${name ? `${name}: ` : ""}${deliveryRefusalMessage(reason)}`;
  throw new ServiceError("refused", message, { reason, deliveryId: delivery.id, subject: name || null });
}
