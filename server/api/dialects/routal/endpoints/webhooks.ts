import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { found } from "@/server/services/kernel/service-error";
import { changeWebhook } from "@/server/services/webhook/change-webhook";
import { createWebhook as subscribe } from "@/server/services/webhook/create-webhook";
import { deleteWebhook as unsubscribe } from "@/server/services/webhook/delete-webhook";
import { listWebhooks } from "@/server/services/webhook/list-webhooks";
import { idOf } from "../ids";
import { fromWebhook, toTopics } from "../map/webhook";
import { idField, pathId } from "../wire/common";
import { webhookPatchSchema, webhookRequestSchema, webhookSchema } from "../wire/webhook";

const TAG = "Webhook";
const DIALECT = "routal";
const params = z.object({ id: pathId });

/** Those of this dialect alone: another's goes by other words. */
async function webhookOf(services: ServiceContext, id: string) {
  const all = await listWebhooks(services, { dialect: DIALECT });
  return found(
    all.find((webhook) => webhook.id === id),
    "webhook",
  );
}

export const createWebhook = endpoint({
  method: "post",
  path: "/v2/webhook",
  id: "createWebhook",
  tag: TAG,
  summary: "Have an address told what happens in a project",
  scope: "settings:write",
  query: z.object({ project_id: idField.optional() }),
  body: webhookRequestSchema,
  answers: { 200: { description: "The subscription.", schema: webhookSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, query: { project_id }, body: { url, enabled_events, enabled } }) => {
    const projectId = project_id === undefined ? null : idOf("project", project_id);
    const topics = toTopics(enabled_events);
    const { id } = await subscribe(services, { dialect: DIALECT, url, topics, secret: null, projectId });
    if (!enabled) await changeWebhook(services, { id, isActive: false });
    return { status: 200, body: fromWebhook(await webhookOf(services, id)) };
  },
});

export const updateWebhook = endpoint({
  method: "put",
  path: "/v2/webhook/{id}",
  id: "updateWebhook",
  tag: TAG,
  summary: "Change a subscription, stop it, or have it go on",
  scope: "settings:write",
  params,
  body: webhookPatchSchema,
  answers: { 200: { description: "The subscription.", schema: webhookSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, params, body: { url, enabled_events, enabled } }) => {
    const { id } = await webhookOf(services, idOf("webhook", params.id));
    await changeWebhook(services, {
      id,
      ...(url !== undefined && { url }),
      ...(enabled_events && { topics: toTopics(enabled_events) }),
      ...(enabled !== undefined && { isActive: enabled }),
    });
    return { status: 200, body: fromWebhook(await webhookOf(services, id)) };
  },
});

export const deleteWebhook = endpoint({
  method: "delete",
  path: "/v2/webhook/{id}",
  id: "deleteWebhook",
  tag: TAG,
  summary: "End a subscription",
  scope: "settings:write",
  params,
  answers: { 200: { description: "The subscription as it was.", schema: webhookSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const webhook = await webhookOf(services, idOf("webhook", params.id));
    await unsubscribe(services, { id: webhook.id, dialect: DIALECT });
    return { status: 200, body: { ...fromWebhook(webhook), enabled: false, deleted: true } };
  },
});
