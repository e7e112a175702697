import type { z } from "zod";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import type { ShownWebhook } from "@/server/services/webhook/shown-webhook";
import { dress } from "../ids";
import { EVENT_PREFIX, type WebhookEvent, type webhookSchema } from "../wire/webhook";

/** What each event is told by. A stop is reported once it has ended, also by being called off. */
const TOPICS = {
  "stop.reported": ["stop.completed", "stop.failed", "delivery.cancelled"],
  "route.started": ["route.started"],
  "route.finished": ["route.finished"],
  "plan.created": ["plan.created"],
  "stop.created": ["delivery.created"],
} as const satisfies Readonly<Record<WebhookEvent, readonly WebhookTopic[]>>;

export const ALL_TOPICS: readonly WebhookTopic[] = Object.values(TOPICS).flat();
const EVENT_OF_TOPIC = new Map(
  Object.entries(TOPICS).flatMap(([event, topics]) => topics.map((topic) => [topic as string, event as WebhookEvent])),
);

export function toTopics(events: readonly WebhookEvent[]): WebhookTopic[] {
  return [...new Set(events)].flatMap((event) => TOPICS[event]);
}

/** A subscription as this API says it. */
export function fromWebhook(webhook: ShownWebhook): z.input<typeof webhookSchema> {
  const events = webhook.topics.flatMap((topic) => EVENT_OF_TOPIC.get(topic) ?? []);
  return {
    id: dress(webhook.id),
    project_id: webhook.projectId && dress(webhook.projectId),
    url: webhook.url,
    enabled_events: [...new Set(events)],
    enabled: webhook.status === "active",
    consecutive_failures: webhook.consecutiveFailures,
    created_at: webhook.createdAt.toISOString(),
    updated_at: webhook.updatedAt.toISOString(),
    deleted: false,
  };
}

/** A message's envelope around what it tells of: `event_id` is the event's name, not the message's. */
export function fromMessage(
  { topic, occurredAt, projectId }: WebhookMessage,
  messageName: string,
  isSandbox: boolean,
  data: object,
) {
  const event = topic === "test" ? "test" : (EVENT_OF_TOPIC.get(topic) ?? topic);
  return {
    created_at: new Date(occurredAt).toISOString(),
    project_id: projectId && dress(projectId),
    event_id: EVENT_PREFIX + event,
    meta: { message_id: messageName, ...(isSandbox && { sandbox: true }) },
    data,
  };
}
