import type { z } from "zod";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import type { ShownWebhook } from "@/server/services/webhook/shown-webhook";
import { dress, eventId } from "../ids";
import type { Topic, WebhookWire, webhookEventSchema } from "../wire/webhook";
import { instantOf } from "./instant";

const TOPICS = {
  ROUTE_CREATED: "route.created",
  ROUTE_UPDATED: "route.changed",
  ROUTE_DELETED: "route.deleted",
  ROUTE_COMPLETED: "route.finished",
  STOP_STATUS_UPDATED: "stop.status-changed",
  STOP_UPDATED: "stop.changed",
  ROUTE_STARTED: "route.started",
  ROUTE_DISPATCHED: "route.dispatched",
  ROUTE_START_STOP_UPDATED: "route.start-changed",
  ROUTE_END_STOP_UPDATED: "route.end-changed",
  DRIVER_ADDED: "driver.created",
  DRIVER_UPDATED: "driver.changed",
  DRIVER_ACTIVATED: "driver.activated",
  DRIVER_DEACTIVATED: "driver.deactivated",
  DRIVER_ARCHIVED: "driver.archived",
  IMPORTED_STOP_DELETED: "delivery.deleted",
  IMPORTED_STOP_CREATED: "delivery.created",
  IMPORTED_STOP_UPDATED: "delivery.edited",
} as const satisfies Readonly<Record<Topic, WebhookTopic>>;
const TOPIC_OF = new Map<string, Topic>(Object.entries(TOPICS).map(([wire, topic]) => [topic, wire as Topic]));

export const OFFERED_TOPICS: readonly WebhookTopic[] = Object.values(TOPICS);

export function toTopics(topics: readonly Topic[]): WebhookTopic[] {
  return [...new Set(topics)].map((topic) => TOPICS[topic]);
}

/** A subscription as this API says it. */
export function fromWebhook({ id, url, topics, status }: ShownWebhook): WebhookWire {
  const said = topics.flatMap((topic) => TOPIC_OF.get(topic) ?? []);
  return { id: dress("webhook", id), url, topics: said, active: status === "active" };
}

/** What a message hands over with itself. */
export type Payload = "route" | "driver" | "imported-stop" | "empty";

const EMPTY: ReadonlySet<string> = new Set(["ROUTE_DELETED", "DRIVER_ARCHIVED", "IMPORTED_STOP_DELETED", "TEST"]);

/** What a message is about, by its name here and by the id of the thing. */
export function aboutOf(message: WebhookMessage) {
  const topic = TOPIC_OF.get(message.topic) ?? ("TEST" as const);
  const kind = topic.startsWith("DRIVER") ? "driver" : topic.startsWith("IMPORTED") ? "imported-stop" : "route";
  const payload: Payload = EMPTY.has(topic) ? "empty" : kind;
  return { topic, payload, objectId: objectIdOf(topic, message) };
}

function objectIdOf(topic: string, { routeId, visitId, driverId, deliveryId }: WebhookMessage): string | undefined {
  if (topic.startsWith("STOP")) return visitId === null ? undefined : dress("stop", visitId);
  if (topic.startsWith("ROUTE")) return routeId === null ? undefined : dress("route", routeId);
  if (topic.startsWith("DRIVER")) return driverId === null ? undefined : dress("driver", driverId);
  return deliveryId === null ? undefined : dress("delivery", deliveryId);
}

/** What a subscriber is sent. */
export function fromMessage(
  message: WebhookMessage,
  name: string,
  { organization, payload }: { readonly organization: string; readonly payload: object },
): z.input<typeof webhookEventSchema> {
  const { topic, objectId } = aboutOf(message);
  return {
    eventId: eventId(name),
    topic,
    eventTimestamp: instantOf(Date.parse(message.occurredAt)),
    apiVersion: "V2024_07",
    organization,
    ...(objectId && { objectId }),
    payload: payload as Record<string, unknown>,
  };
}

const HEADERS = {
  "x-easyroutes-event-id": "eventId",
  "x-easyroutes-topic": "topic",
  "x-easyroutes-event-timestamp": "eventTimestamp",
  "x-easyroutes-api-version": "apiVersion",
  "x-easyroutes-organization": "organization",
  "x-easyroutes-object-id": "objectId",
} as const;

/** What a message says of itself, beside its body as well. */
export function headersOf(body: string): Record<string, string> {
  const event = JSON.parse(body) as Record<string, unknown>;
  const said = Object.entries(HEADERS).map(([header, field]) => [header, event[field]] as const);
  return Object.fromEntries(said.flatMap(([header, value]) => (typeof value === "string" ? [[header, value]] : [])));
}
