import "server-only";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { findConsignmentView } from "@/server/services/consignment/read-consignment";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { readDriverPosition } from "@/server/services/position/read-driver-position";
import { viewPods } from "@/server/services/proof/view-pods";
import type { WebhookBodyScope, WebhookFormat } from "@/server/services/webhook/webhook-format";
import type { RouteMateMessage, WebhookEvent } from "../wire/webhook";
import { fromDelivery } from "./from-delivery";
import { fromConsignment } from "./job";

const TOPICS = {
  "job.completed": "consignment.completed",
  "stop.completed": "stop.completed",
  "stop.failed": "stop.failed",
  "driver.location": "driver.moved",
} as const satisfies Readonly<Record<WebhookEvent, WebhookTopic>>;
const EVENT_OF_TOPIC = new Map<string, WebhookEvent>(
  Object.entries(TOPICS).map(([event, topic]) => [topic, event as WebhookEvent]),
);

export const toTopics = (events: readonly WebhookEvent[]): WebhookTopic[] => [
  ...new Set(events.map((event) => TOPICS[event])),
];

export const toEvents = (topics: readonly WebhookTopic[]): WebhookEvent[] =>
  topics.flatMap((topic) => EVENT_OF_TOPIC.get(topic) ?? []);

const nameOf = (id: string) => `evt_${id}`;

/** How this API writes to its subscribers. */
export const webhookFormat: WebhookFormat = {
  topics: Object.values(TOPICS),
  name: nameOf,
  body: async (message, scope) => JSON.stringify(await bodyOf(message, scope)),
};

async function bodyOf(
  message: WebhookMessage,
  { id, isSandbox, services }: WebhookBodyScope,
): Promise<RouteMateMessage> {
  const event = EVENT_OF_TOPIC.get(message.topic) ?? "test";
  const base: RouteMateMessage = {
    id: nameOf(id),
    event,
    occurred_at: message.occurredAt,
    ...(isSandbox && { sandbox: true as const }),
  };
  switch (event) {
    case "job.completed":
      return { ...base, ...(await jobPart(services, message.subjectId)) };
    case "stop.completed":
      return { ...base, ...(await stopPart(services, message)), proof_of_delivery: await proofOf(services, message) };
    case "stop.failed":
      return { ...base, ...(await stopPart(services, message)), failure_reason: message.reason };
    case "driver.location":
      return { ...base, ...(await placePart(services, message)) };
    default:
      return base;
  }
}

async function jobPart(services: ServiceContext, id: string): Promise<Partial<RouteMateMessage>> {
  const view = await findConsignmentView(services, { id });
  if (!view) return { job_id: id };
  const job = fromConsignment(view, services.baseUrl);
  const { job_id, external_job_id, route_id, driver_user_id, status, status_counts } = job;
  return { job_id, external_job_id, route_id, driver_user_id, status, status_counts };
}

/** A stop with its job, where it came with one: what was sent in by others is heard of as well. */
async function stopPart(services: ServiceContext, message: WebhookMessage): Promise<Partial<RouteMateMessage>> {
  const { routeId, driverId } = message;
  const deliveryId = message.deliveryId!;
  const view = await findConsignmentView(services, { deliveryId });
  const { records } = await readDeliveryRecords(services, { ids: [deliveryId] });
  const about = { route_id: routeId, driver_user_id: driverId };
  const job = { job_id: view?.consignment.id ?? null, external_job_id: view?.consignment.externalId ?? null };
  const [record] = records;
  if (!record) return { ...about, ...job };
  const zones = { timeZone: record.timeZone, saidZone: view?.consignment.timeZone ?? record.timeZone };
  const { external_stop_id, address, status } = fromDelivery(record.delivery, 0, zones);
  return { ...about, ...job, external_stop_id, address, status };
}

async function proofOf(
  services: ServiceContext,
  message: WebhookMessage,
): Promise<RouteMateMessage["proof_of_delivery"]> {
  const about = { deliveryId: message.deliveryId!, visitId: message.visitId! };
  const pods = await viewPods(services, about).catch((error: unknown) => {
    if (error instanceof ServiceError && error.code === "not-found") return [];
    throw error;
  });
  const [pod] = pods;
  if (!pod) return null;
  return {
    recipient_name: pod.recipientName || null,
    notes: pod.notes || null,
    delivered_at: pod.deliveredAt.toISOString(),
    files: pod.files.map(({ kind, contentType, sha256, url }) => ({ kind, content_type: contentType, sha256, url })),
  };
}

async function placePart(services: ServiceContext, message: WebhookMessage): Promise<Partial<RouteMateMessage>> {
  const driverId = message.driverId!;
  const at = await readDriverPosition(services, { driverId });
  return {
    driver_user_id: driverId,
    route_id: message.routeId,
    location: at && {
      latitude: at.lat,
      longitude: at.lng,
      accuracy_meters: at.accuracyMeters,
      speed_mps: at.speedMps,
      heading_degrees: at.headingDegrees,
      recorded_at: at.recordedAt.toISOString(),
    },
  };
}
