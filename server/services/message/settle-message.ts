import "server-only";
import { z } from "zod";
import { lockMessage, setMessageStatus } from "@/db/queries/message/outbox";
import type { EventType } from "@/server/domain/event/domain-event";
import { changed, changedQuietly, command, unchanged } from "../kernel/command";

const EVENT_OF: Readonly<Record<"sent" | "kept" | "failed" | "unknown", EventType>> = {
  sent: "message.sent",
  kept: "message.sent",
  failed: "message.failed",
  unknown: "message.failed",
};

/**
 * Writes down what became of a message that was being sent. Who sends knows better than a run beside him that took him for
 * dead: nobody else sends a message that is `unknown`, so his word stands.
 */
export const settleMessage = command({
  permission: "plan.dispatch",
  input: z.object({
    messageId: z.uuid(),
    status: z.enum(["sent", "kept", "failed", "unknown"]),
    via: z.string().max(60),
    failure: z.string().nullable(),
  }),
  run: async ({ tx, actor, now }, { messageId, status, via, failure }) => {
    const message = await lockMessage(tx, actor.organizationId, messageId);
    if (message?.status !== "sending" && message?.status !== "unknown") return unchanged(false);
    await setMessageStatus(tx, actor.organizationId, messageId, { status, via, failure, updatedAt: now });
    const { channel, routeId, deliveryId } = message;
    // Thousands go to customers at once, and nobody waits to hear of each: what became of them is in the outbox.
    const isNews = message.status === "unknown" || status === "failed" || status === "unknown";
    if (deliveryId !== null && !isNews) return changedQuietly(true);
    const data = { status, via, channel, routeId, ...(deliveryId && { deliveryId }), ...(failure && { failure }) };
    return changed(true, [{ type: EVENT_OF[status], entity: "message", entityId: messageId, data }]);
  },
});
