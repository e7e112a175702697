import "server-only";
import { z } from "zod";
import { listResendable } from "@/db/queries/webhook/webhook-calls";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { sendAgain } from "./resend-range";

const MOST_AT_ONCE = 1000;

/**
 * Sends a subscriber once more what never reached him, each under its own name and in the order in which it happened;
 * what waits or has arrived since is left. `hasMore`: there is more than goes at once.
 */
export const resendFailedCalls = command({
  permission: "settings.write",
  input: z.object({ webhookId: z.uuid() }),
  run: async (scope, { webhookId }) => {
    const { organizationId } = scope.actor;
    found(await findWebhook(scope.tx, organizationId, webhookId), "webhook");
    const lost = await listResendable(scope.tx, organizationId, webhookId, { which: "lost" }, MOST_AT_ONCE + 1);
    const sent = await sendAgain(scope, webhookId, lost.slice(0, MOST_AT_ONCE));
    const result = { sent, hasMore: lost.length > MOST_AT_ONCE };
    if (sent === 0) return unchanged(result);
    return changed(result, [
      { type: "webhook.resent", entity: "webhook", entityId: webhookId, data: { messages: sent } },
    ]);
  },
});
