import "server-only";
import { z } from "zod";
import { insertWebhookCalls, listUndelivered } from "@/db/queries/webhook/webhook-calls";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

const MOST_AT_ONCE = 1000;

/**
 * Sends a subscriber once more what never reached him, each under its own name and in the order in which it happened;
 * what waits or has arrived since is left. `hasMore`: there is more than goes at once.
 */
export const resendFailedCalls = command({
  permission: "settings.write",
  input: z.object({ webhookId: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now, newId }, { webhookId }) => {
    found(await findWebhook(tx, organizationId, webhookId), "webhook");
    const lost = await listUndelivered(tx, organizationId, webhookId, MOST_AT_ONCE + 1);
    const rows = lost.slice(0, MOST_AT_ONCE).map(({ messageId, topic, seq, subjectId, message, body }) => ({
      organizationId,
      id: newId(),
      webhookId,
      messageId,
      topic,
      seq,
      subjectId,
      message,
      body,
      status: "waiting" as const,
      nextTryAt: now,
      createdAt: now,
      updatedAt: now,
    }));
    const sent = (await insertWebhookCalls(tx, rows)).length;
    const result = { sent, hasMore: lost.length > MOST_AT_ONCE };
    if (sent === 0) return unchanged(result);
    return changed(result, [
      { type: "webhook.resent", entity: "webhook", entityId: webhookId, data: { messages: sent } },
    ]);
  },
});
