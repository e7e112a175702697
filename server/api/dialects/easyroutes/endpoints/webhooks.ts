import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { deleteWebhook } from "@/server/services/webhook/delete-webhook";
import { listWebhooks } from "@/server/services/webhook/list-webhooks";
import { readWebhook } from "@/server/services/webhook/read-webhook";
import { idOf } from "../ids";
import { DIALECT } from "../map/extension";
import { fromWebhook, toTopics } from "../map/webhook";
import { emptySchema } from "../wire/proto";
import { webhookRequestSchema, webhookSchema, webhooksSchema } from "../wire/webhook";

const TAG = "Webhooks";
const MOST_WEBHOOKS = 5;

export const subscribeWebhook = endpoint({
  method: "post",
  path: "/webhooks",
  id: "SubscribeWebhook",
  tag: TAG,
  summary: "Have an address told what happens from now on",
  description: `Messages are POSTed as JSON and any 2xx takes one. There may be ${MOST_WEBHOOKS} of them.`,
  scope: "settings:write",
  takesAnyMediaType: true,
  body: webhookRequestSchema,
  answers: { 200: { description: "The subscription.", schema: webhookSchema } },
  refusals: [400],
  run: async ({ services, body: { url, topics } }) => {
    const asked = { dialect: DIALECT, url, topics: toTopics(topics), secret: null, most: MOST_WEBHOOKS };
    const { id } = await createWebhook(services, asked);
    return { status: 200, body: fromWebhook(await readWebhook(services, { id })) };
  },
});

export const listWebhookSubscriptions = endpoint({
  method: "get",
  path: "/webhooks",
  id: "ListWebhookSubscriptions",
  tag: TAG,
  summary: "All subscriptions, newest first",
  scope: "settings:read",
  answers: { 200: { description: "All of them.", schema: webhooksSchema } },
  refusals: [],
  run: async ({ services }) => {
    const webhooks = await listWebhooks(services, { dialect: DIALECT });
    return { status: 200, body: { webhooks: webhooks.map(fromWebhook) } };
  },
});

export const unsubscribeWebhook = endpoint({
  method: "delete",
  path: "/webhooks/{id}",
  id: "UnsubscribeWebhook",
  tag: TAG,
  summary: "End a subscription",
  scope: "settings:write",
  params: z.object({ id: z.string().max(200) }),
  answers: { 200: { description: "Ended.", schema: emptySchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => {
    await deleteWebhook(services, { id: idOf("webhook", id), dialect: DIALECT });
    return { status: 200, body: {} };
  },
});
