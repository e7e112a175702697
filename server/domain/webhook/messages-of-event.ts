import type { WebhookMessage, WebhookTopic } from "./webhook-topic";

/** An entry of the log, as far as subscribers' messages are made of it. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly entityId: string;
  readonly planId: string | null;
  readonly correlationId: string;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const TOPIC_OF_STATUS: Readonly<Record<string, WebhookTopic>> = {
  scheduled: "delivery.scheduled",
  assigned: "delivery.assigned",
  enroute: "delivery.enroute",
  delivered: "delivery.delivered",
  failed: "delivery.failed",
  cancelled: "delivery.cancelled",
  returned: "delivery.returned",
};

const ROUTE_TOPICS = {
  "route.changed": "route.changed",
  "route.driver-changed": "route.changed",
  "route.dispatched": "route.dispatched",
  "route.started": "route.started",
  "route.finished": "route.finished",
} as const satisfies Readonly<Record<string, WebhookTopic>>;

const OTHER_TOPICS = {
  "consignment.completed": "consignment.completed",
  "plan.created": "plan.created",
  "plan.committed": "plan.committed",
  "driver.created": "driver.created",
  "driver.changed": "driver.changed",
} as const satisfies Readonly<Record<string, WebhookTopic>>;

const END_TOPICS: Readonly<Partial<Record<keyof typeof ROUTE_TOPICS, WebhookTopic>>> = {
  "route.started": "route.start-changed",
  "route.finished": "route.end-changed",
};

const ROUTE_LIFE: Readonly<Record<string, WebhookTopic>> = { added: "route.created", removed: "route.deleted" };

const DRIVER_TOPICS: Readonly<Record<string, WebhookTopic>> = {
  active: "driver.activated",
  inactive: "driver.deactivated",
  archived: "driver.archived",
};

/** The types of the log's entries that may become messages; all others never do. */
export const HEARD_EVENT_TYPES: readonly string[] = [
  "delivery.created",
  "delivery.changed",
  "delivery.rescheduled",
  "delivery.deleted",
  "driver-day.changed",
  "stop.departed",
  "stop.arrived",
  "stop.completed",
  "proof.registered",
  ...Object.keys(ROUTE_TOPICS),
  ...Object.keys(OTHER_TOPICS),
];

/**
 * What an entry of the log tells subscribers, in the order in which it is told: nothing, or a message or two. Who drives
 * and to which project it belongs stays null where the entry does not say it.
 */
export function messagesOfEvent(event: LoggedEvent): WebhookMessage[] {
  const { type, entityId, data, before, after } = event;
  const said = (topic: WebhookTopic, about: Partial<WebhookMessage>): WebhookMessage => ({
    ...BLANK,
    topic,
    seq: event.seq,
    subjectId: entityId,
    planId: event.planId,
    occurredAt: event.occurredAt.toISOString(),
    correlationId: event.correlationId,
    ...about,
  });
  if (type === "delivery.created") {
    return [said("delivery.created", { deliveryId: entityId, projectId: text(after?.projectId), status: "requested" })];
  }
  if (type === "delivery.changed" || type === "delivery.rescheduled") {
    const status = text(after?.status);
    const topic = status !== null && status !== before?.status ? TOPIC_OF_STATUS[status] : undefined;
    const about = { deliveryId: entityId, status, reason: text(data.reason) };
    // Its sender has taken it back: to those outside it is gone, wherever else it stays.
    if (after?.withdrawnAt) return [said("delivery.changed", about), said("delivery.deleted", about)];
    const isEdit = Object.keys(after ?? {}).some((column) => column !== "status");
    return [said(topic ?? "delivery.changed", about), ...(isEdit ? [said("delivery.edited", about)] : [])];
  }
  // Nobody finds it any more: what it was is all there is to say.
  if (type === "delivery.deleted") {
    if (data.wasWithdrawn) return [];
    return [said("delivery.deleted", { deliveryId: entityId, projectId: text(before?.projectId) })];
  }
  if (type === "driver-day.changed") return routeLifeMessages(event, said);
  if (type.startsWith("stop.") || type === "proof.registered") return stopMessages(event, said);
  if (type in ROUTE_TOPICS) {
    const topic = ROUTE_TOPICS[type as keyof typeof ROUTE_TOPICS];
    const about = { routeId: entityId, driverId: text(data.driverId) };
    const end = END_TOPICS[type as keyof typeof END_TOPICS];
    return [said(topic, about), ...(end ? [said(end, about)] : [])];
  }
  if (type in OTHER_TOPICS) {
    const topic = OTHER_TOPICS[type as keyof typeof OTHER_TOPICS];
    const about = { projectId: text(after?.projectId), ...(type.startsWith("driver.") && { driverId: entityId }) };
    const standing = type === "driver.changed" && DRIVER_TOPICS[text(after?.status) ?? ""];
    return [said(topic, about), ...(standing ? [said(standing, about)] : [])];
  }
  return [];
}

type Say = (topic: WebhookTopic, about: Partial<WebhookMessage>) => WebhookMessage;

/** A driver's day brings a route with it, and takes it away again. */
function routeLifeMessages({ data }: LoggedEvent, said: Say): WebhookMessage[] {
  const topic = ROUTE_LIFE[text(data.change) ?? ""];
  const routeId = text(data.routeId);
  if (!topic || routeId === null) return [];
  return [said(topic, { subjectId: routeId, routeId, driverId: text(data.driverId) })];
}

function stopMessages({ type, entityId: visitId, data }: LoggedEvent, said: Say): WebhookMessage[] {
  const deliveryId = text(data.deliveryId);
  if (deliveryId === null) return [];
  const proofIds = Array.isArray(data.proofIds) ? data.proofIds.map(String) : [];
  const about = { subjectId: deliveryId, deliveryId, visitId, routeId: text(data.routeId) };
  const changed = said("stop.changed", { ...about, proofIds });
  if (type === "stop.departed") return [said(type, about), said("stop.status-changed", about), changed];
  if (type === "stop.arrived") return [said(type, about), changed];
  const filed = said("proof.created", { ...about, proofIds });
  if (type === "proof.registered") return [...(data.isNew === false ? [] : [filed]), changed];
  if (type !== "stop.completed") return [];
  const outcome = text(data.outcome);
  const isMade = outcome === "delivered" || outcome === "partial";
  const ended = { ...about, outcome, reason: text(data.reason), proofIds };
  return [
    said(isMade ? "stop.completed" : "stop.failed", ended),
    ...(proofIds.length > 0 ? [filed] : []),
    said("stop.status-changed", ended),
    said("stop.changed", ended),
  ];
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const BLANK = {
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
};
