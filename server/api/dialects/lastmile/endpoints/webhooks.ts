import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { createWebhook as subscribe } from "@/server/services/webhook/create-webhook";
import { deleteWebhook as unsubscribe } from "@/server/services/webhook/delete-webhook";
import { listWebhooks as readAll } from "@/server/services/webhook/list-webhooks";
import { readWebhook } from "@/server/services/webhook/read-webhook";
import { testWebhook as sendTest } from "@/server/services/webhook/test-webhook";
import { dress, idOf } from "../ids";
import { eventId, fromWebhook, toTopics } from "../map/webhook";
import {
  newWebhookSchema,
  webhookRequestSchema,
  webhookSchema,
  webhookTestResultSchema,
  webhookTestSchema,
} from "../wire/webhook";

const TAG = "Webhooks";
const DIALECT = "lastmile";

export const listWebhooks = endpoint({
  method: "get",
  path: "/webhooks",
  id: "listWebhooks",
  tag: TAG,
  summary: "Who hears what happens, newest first, without secrets",
  scope: "settings:read",
  answers: {
    200: { description: "All of them.", schema: z.object({ items: z.array(webhookSchema), next_cursor: z.null() }) },
  },
  refusals: [],
  run: async ({ services }) => {
    const webhooks = await readAll(services, { dialect: DIALECT });
    return { status: 200, body: { items: webhooks.map(fromWebhook), next_cursor: null } };
  },
});

export const createWebhook = endpoint({
  method: "post",
  path: "/webhooks",
  id: "createWebhook",
  tag: TAG,
  summary: "Have an address told what happens from now on",
  description:
    "Messages are POSTed as JSON (`WebhookMessage`), at least once each, those about one delivery in their order; any 2xx " +
    "takes one, anything else has it sent again for a day. After 50 failures in a row nothing is sent until somebody has " +
    "looked. Signed three ways: Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`); " +
    "`X-Dray-Signature: t=<unix>,v1=<hex HMAC-SHA256 of t.body>`; `X-Dray-Signature-256: sha256=<hex HMAC-SHA256 of the raw body>`.",
  scope: "settings:write",
  body: webhookRequestSchema,
  isShownOnce: (body) => !Object.hasOwn(Object(body), "secret"),
  answers: { 201: { description: "Subscribed.", schema: newWebhookSchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, body: { url, events, secret } }) => {
    const { id, secret: made } = await subscribe(services, {
      dialect: DIALECT,
      url,
      topics: toTopics(events),
      secret: secret === undefined ? "made" : { given: secret },
    });
    const webhook = fromWebhook(await readWebhook(services, { id }));
    return { status: 201, body: { ...webhook, ...(made !== null && { secret: made }) } };
  },
});

export const deleteWebhook = endpoint({
  method: "delete",
  path: "/webhooks/{id}",
  id: "deleteWebhook",
  tag: TAG,
  summary: "End a subscription",
  description: "What waits for it is not sent any more.",
  scope: "settings:write",
  params: z.object({ id: z.string().max(100) }),
  answers: { 204: { description: "Ended." } },
  refusals: [404, 409],
  run: async ({ services, params: { id } }) => {
    await unsubscribe(services, { id: idOf("webhook", id), dialect: DIALECT });
    return { status: 204 };
  },
});

export const testWebhook = endpoint({
  method: "post",
  path: "/webhooks/test",
  id: "testWebhook",
  tag: TAG,
  summary: "Send a subscriber a message that tells of nothing, and say what came back",
  scope: "settings:write",
  body: webhookTestSchema,
  answers: { 200: { description: "What came back.", schema: webhookTestResultSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const id = idOf("webhook", body.webhook_id ?? body.id!);
    const { messageId, answer } = await sendTest(services, { id, dialect: DIALECT });
    const result = {
      id: eventId(messageId),
      webhook_id: dress("webhook", id),
      type: "test",
      delivered: answer.failure === null,
      status_code: answer.status,
      error: answer.failure,
      response: answer.text,
      duration_ms: answer.milliseconds,
    };
    return { status: 200, body: result };
  },
});
