import "server-only";
import { z } from "zod";
import { countResendable, insertWebhookCalls, listResendable } from "@/db/queries/webhook/webhook-calls";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { WEBHOOK_TOPICS } from "@/server/domain/webhook/webhook-topic";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";

/** More than so many are not sent again at once. */
const MOST_RESENT = 10_000;
const INSERTED_AT_ONCE = 1000;

const rangeSchema = z
  .object({
    webhookId: z.uuid(),
    which: z.enum(["lost", "all"]),
    /** Messages made in this span; exclusive at its end. */
    from: z.date(),
    before: z.date(),
    topic: z.enum(WEBHOOK_TOPICS).optional(),
  })
  .refine(({ from, before }) => from < before, { message: "ends before it begins", path: ["before"] });

/** How many messages of a span would be sent to a subscriber once more, and how many may be at once. */
export const countRange = query({
  permission: "settings.read",
  input: rangeSchema,
  run: async ({ tx, actor: { organizationId } }, { webhookId, ...choice }) => {
    found(await findWebhook(tx, organizationId, webhookId), "webhook");
    return { count: await countResendable(tx, organizationId, webhookId, choice), most: MOST_RESENT };
  },
});

/**
 * Sends a subscriber once more what he was told in a span, or what of it never reached him, each message under its own
 * name, word for word, in the order in which it happened. All of it or nothing; refuses more than `MOST_RESENT`.
 */
export const resendRange = command({
  permission: "settings.write",
  input: rangeSchema,
  run: async (scope, { webhookId, ...choice }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    found(await findWebhook(tx, organizationId, webhookId), "webhook");
    const again = await listResendable(tx, organizationId, webhookId, choice, MOST_RESENT + 1);
    if (again.length > MOST_RESENT) {
      throw new ServiceError("invalid", `More than ${MOST_RESENT} messages.`, { reason: "invalid" });
    }
    const sent = await sendAgain(scope, webhookId, again);
    if (sent === 0) return unchanged({ sent });
    const { which, from, before, topic } = choice;
    const span = { from: from.toISOString(), before: before.toISOString() };
    const data = { messages: sent, which, ...span, ...(topic && { topic }) };
    return changed({ sent }, [{ type: "webhook.resent", entity: "webhook", entityId: webhookId, data }]);
  },
});

/** Makes messages wait once more; how many did not already. */
export async function sendAgain(
  { tx, actor: { organizationId }, now, newId }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
  webhookId: string,
  messages: Awaited<ReturnType<typeof listResendable>>,
): Promise<number> {
  let sent = 0;
  for (let first = 0; first < messages.length; first += INSERTED_AT_ONCE) {
    const rows = messages.slice(first, first + INSERTED_AT_ONCE).map((each) => ({
      organizationId,
      id: newId(),
      webhookId,
      ...each,
      status: "waiting" as const,
      nextTryAt: now,
      createdAt: now,
      updatedAt: now,
    }));
    sent += (await insertWebhookCalls(tx, rows)).length;
  }
  return sent;
}
