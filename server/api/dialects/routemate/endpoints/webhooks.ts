import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { createWebhook as subscribe } from "@/server/services/webhook/create-webhook";
import { deleteWebhook as unsubscribe } from "@/server/services/webhook/delete-webhook";
import { listWebhooks as readAll } from "@/server/services/webhook/list-webhooks";
import { readWebhook } from "@/server/services/webhook/read-webhook";
import type { ShownWebhook } from "@/server/services/webhook/shown-webhook";
import { webhookIdOf } from "../ids";
import { toEvents, toTopics } from "../map/webhook";
import { WEBHOOK_EVENTS, webhookParams, webhookRequestSchema, webhookSchema, webhooksSchema } from "../wire/webhook";

const TAG = "Webhooks";
const DIALECT = "routemate";

function shown({ id, url, topics, status, createdAt }: ShownWebhook): z.input<typeof webhookSchema> {
  const events = toEvents(topics);
  return { webhook_id: id, url, events, active: status === "active", created_at: createdAt.toISOString() };
}

export const createWebhook = endpoint({
  method: "post",
  path: "/integration-webhooks",
  id: "createWebhook",
  tag: TAG,
  summary: "Have a URL told of completed jobs, of stops and of where drivers are",
  description:
    "Messages are POSTed as JSON (`WebhookMessage`), signed as `X-Dray-Signature: t=<unix>,v1=<hex HMAC-SHA256 of t.body>` with the secret that is answered here and nowhere else.",
  scope: "settings:write",
  body: webhookRequestSchema,
  takesAnyMediaType: true,
  isShownOnce: true,
  answers: { 200: { description: "Subscribed.", schema: webhookSchema.extend({ secret: z.string() }) } },
  refusals: [400],
  run: async ({ services, body: { url, events } }) => {
    const topics = toTopics(events ?? WEBHOOK_EVENTS);
    const { id, secret } = await subscribe(services, { dialect: DIALECT, url, topics, secret: "made" });
    return { status: 200, body: { ...shown(await readWebhook(services, { id })), secret } };
  },
});

export const listWebhooks = endpoint({
  method: "get",
  path: "/integration-webhooks",
  id: "listWebhooks",
  tag: TAG,
  summary: "Who is told what happens, newest first",
  scope: "settings:read",
  answers: { 200: { description: "All of them.", schema: webhooksSchema } },
  refusals: [],
  run: async ({ services }) => {
    const webhooks = await readAll(services, { dialect: DIALECT });
    return { status: 200, body: { webhooks: webhooks.map(shown) } };
  },
});

export const deleteWebhook = endpoint({
  method: "delete",
  path: "/integration-webhooks/{webhookId}",
  id: "deleteWebhook",
  tag: TAG,
  summary: "End a subscription",
  scope: "settings:write",
  params: webhookParams,
  answers: { 200: { description: "Ended.", schema: z.object({ webhook_id: z.uuid(), deleted: z.literal(true) }) } },
  refusals: [404],
  run: async ({ services, params }) => {
    const id = webhookIdOf(params.webhookId);
    await unsubscribe(services, { id, dialect: DIALECT });
    return { status: 200, body: { webhook_id: id, deleted: true } };
  },
});
