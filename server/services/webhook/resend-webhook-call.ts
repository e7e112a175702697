import "server-only";
import { z } from "zod";
import { findWebhookCall, insertWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Sends one message to its subscriber once more, under its own name; one that still waits is not doubled. */
export const resendWebhookCall = command({
  permission: "settings.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now, newId }, { id }) => {
    const { organizationId } = actor;
    const seen = found(await findWebhookCall(tx, organizationId, id), "webhook message");
    const { webhookId, messageId, topic, seq, subjectId, message, body } = seen;
    const about = { webhookId, messageId, topic, seq, subjectId, message, body };
    const row = { organizationId, id: newId(), ...about, status: "waiting" as const, nextTryAt: now, createdAt: now };
    const [made] = await insertWebhookCalls(tx, [{ ...row, updatedAt: now }]);
    if (made === undefined) return unchanged({ id });
    const data = { messageId, topic };
    return changed({ id: made }, [{ type: "webhook.resent", entity: "webhook", entityId: webhookId, data }]);
  },
});
