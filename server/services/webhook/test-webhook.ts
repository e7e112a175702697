import "server-only";
import { z } from "zod";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { insertWebhookCalls, settleWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { messageId } from "@/server/domain/webhook/message-id";
import type { WebhookMessage } from "@/server/domain/webhook/webhook-topic";
import type { WebhookAnswer } from "@/server/ports/webhook-sender";
import { changedQuietly, command } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { tryWebhookCall } from "./try-webhook-call";
import { type EndedTry, settledCall, tryRow } from "./turn-webhook";
import { openSecrets } from "./webhook-secret";

/** Sends a subscriber a message that tells of nothing, once and at once, whatever his health, and says what came back. */
export async function testWebhook(
  services: ServiceContext,
  asked: z.input<typeof findDestination.input>,
): Promise<{ readonly callId: string; readonly messageId: string; readonly answer: WebhookAnswer }> {
  const destination = await findDestination(services, asked);
  const callId = services.ports.ids.newId();
  const message = testMessage(callId, services);
  const call = { id: callId, messageId: messageId(message, 0), message, body: null, tries: 1 };
  const ended = await tryWebhookCall(services, call, destination);
  await keepTest(services, { webhookId: destination.webhookId, ended });
  return { callId, messageId: call.messageId, answer: ended.answer };
}

/** Where a subscriber is, and what he knows us by. */
const findDestination = query({
  permission: "settings.write",
  input: z.object({ id: z.uuid(), dialect: z.string().max(40).optional() }),
  prepare: async ({ ports }) => ports.secrets,
  run: async ({ tx, actor, now, prepared: box }, { id, dialect }) => {
    const seen = found(await findWebhook(tx, actor.organizationId, id), "webhook");
    const row = found(dialect === undefined || seen.dialect === dialect ? seen : undefined, "webhook");
    const isSandbox = await isSandboxOrganization(tx, actor.organizationId);
    return { webhookId: id, url: row.url, dialect: row.dialect, secrets: openSecrets(box, row, now), isSandbox };
  },
});

const keepTest = command({
  permission: "settings.write",
  input: z.object({ webhookId: z.uuid(), ended: z.custom<EndedTry>() }),
  run: async ({ tx, actor, now }, { webhookId, ended }) => {
    const { organizationId } = actor;
    const { id, messageId, message } = ended.call;
    const { topic, seq, subjectId } = message;
    const about = { organizationId, id, webhookId, messageId, topic, seq, subjectId, message };
    const row = { ...about, status: "waiting" as const, tries: 1, nextTryAt: now, createdAt: now, updatedAt: now };
    await insertWebhookCalls(tx, [row]);
    const settled = settledCall(ended, now);
    const status = settled.status === "waiting" ? ("failed" as const) : settled.status;
    await settleWebhookCalls(tx, organizationId, [{ ...settled, status }], [tryRow(organizationId)(ended)]);
    return changedQuietly(null);
  },
});

function testMessage(subjectId: string, { ports, correlationId }: ServiceContext): WebhookMessage {
  return {
    topic: "test",
    seq: 0,
    subjectId,
    projectId: null,
    planId: null,
    deliveryId: null,
    visitId: null,
    routeId: null,
    driverId: null,
    proofIds: [],
    status: null,
    outcome: null,
    reason: null,
    occurredAt: ports.clock.now().toISOString(),
    correlationId,
  };
}
