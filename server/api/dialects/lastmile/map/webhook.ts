import type { z } from "zod";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import type { ShownWebhook } from "@/server/services/webhook/shown-webhook";
import type { WebhookBodyScope, WebhookFormat } from "@/server/services/webhook/webhook-format";
import { dress, type IdKind } from "../ids";
import type { WebhookAnswer, WebhookEvent, webhookMessageSchema } from "../wire/webhook";
import { said } from "./door";

const TOPICS = {
  "delivery.created": "delivery.created",
  "delivery.assigned": "delivery.assigned",
  "stop.arrived": "stop.arrived",
  "stop.completed": "stop.completed",
  "pod.created": "proof.created",
  "delivery.failed": "delivery.failed",
} as const satisfies Readonly<Record<WebhookEvent, WebhookTopic>>;
const EVENT_OF_TOPIC = new Map(Object.entries(TOPICS).map(([event, topic]) => [topic, event as WebhookEvent]));

export function toTopics(events: readonly WebhookEvent[]): WebhookTopic[] {
  return [...new Set(events)].map((event) => TOPICS[event]);
}

/** A subscription as this API says it. */
export function fromWebhook(webhook: ShownWebhook): WebhookAnswer {
  const id = dress("webhook", webhook.id);
  const orNull = (at: Date | null) => at && said(at);
  return {
    id,
    webhook_id: id,
    url: webhook.url,
    events: webhook.topics.flatMap((topic) => EVENT_OF_TOPIC.get(topic as never) ?? []),
    status: webhook.status,
    active: webhook.status === "active",
    disabled_reason: webhook.stopReason,
    consecutive_failures: webhook.consecutiveFailures,
    next_attempt_at: orNull(webhook.resumeAt),
    last_success_at: orNull(webhook.lastSuccessAt),
    last_failure_at: orNull(webhook.lastFailureAt),
    created_at: said(webhook.createdAt),
    updated_at: said(webhook.updatedAt),
  };
}

/** A message's name as its receiver reads it. */
export const eventId = (name: string): string => `evt_${name}`;

/** What a subscriber is sent; nobody's name or address is in it. */
export function fromMessage(
  message: WebhookMessage,
  { id: name, webhookId, isSandbox }: Pick<WebhookBodyScope, "id" | "webhookId" | "isSandbox">,
): z.input<typeof webhookMessageSchema> {
  const { deliveryId, routeId, driverId, visitId, status, outcome, reason, seq } = message;
  const dressed = (kind: IdKind, id: string | null) => id && dress(kind, id);
  return {
    id: eventId(name),
    type: message.topic === "test" ? "test" : (EVENT_OF_TOPIC.get(message.topic as never) ?? message.topic),
    webhook_id: dress("webhook", webhookId),
    delivery_id: dressed("delivery", deliveryId),
    assignment_id: dressed("assignment", routeId),
    driver_id: dressed("driver", driverId),
    timestamp: said(new Date(message.occurredAt)),
    correlation_id: message.correlationId,
    ...(isSandbox && { sandbox: true as const }),
    data: {
      sequence: seq || null,
      stop_id: dressed("stop", visitId),
      route_id: dressed("route", routeId),
      status,
      outcome,
      reason: reason?.replaceAll("-", "_") ?? null,
    },
  };
}

/** How this API writes to its subscribers. */
export const webhookFormat: WebhookFormat = {
  topics: Object.values(TOPICS),
  name: eventId,
  body: (message, about) => JSON.stringify(fromMessage(message, about)),
};
