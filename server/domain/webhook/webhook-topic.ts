/** What subscribers may hear of, in our own words; each dialect offers some of them under its vendor's names. */
export const WEBHOOK_TOPICS = [
  "delivery.created",
  "delivery.changed",
  "delivery.scheduled",
  "delivery.assigned",
  "delivery.enroute",
  "delivery.delivered",
  "delivery.failed",
  "delivery.cancelled",
  "delivery.returned",
  /** What was ordered has changed, as against how far it has come. */
  "delivery.edited",
  "delivery.deleted",
  "stop.departed",
  "stop.arrived",
  "stop.completed",
  "stop.failed",
  /** Anything has happened at a door, its evidence included … */
  "stop.changed",
  /** … and of that, only how far it has come. */
  "stop.status-changed",
  "proof.created",
  "route.created",
  "route.changed",
  "route.deleted",
  "route.dispatched",
  "route.started",
  "route.finished",
  /** Something has happened where a route begins, or where it ends. */
  "route.start-changed",
  "route.end-changed",
  "consignment.completed",
  "plan.created",
  "plan.committed",
  "driver.created",
  "driver.changed",
  "driver.activated",
  "driver.deactivated",
  "driver.archived",
  "driver.moved",
] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** What a subscriber is told. Everything in it is of the log, so that it can be worked out again. */
export interface WebhookMessage {
  /** `test`: somebody wants to see whether anything arrives. */
  readonly topic: WebhookTopic | "test";
  /** The entry of the log it tells of; 0 for a test. */
  readonly seq: number;
  /** What it is about, a delivery, a route or a driver: what is said of one of them is said in order. */
  readonly subjectId: string;
  readonly projectId: string | null;
  readonly planId: string | null;
  readonly deliveryId: string | null;
  readonly visitId: string | null;
  readonly routeId: string | null;
  readonly driverId: string | null;
  readonly proofIds: readonly string[];
  /** A delivery's, where the message tells that it has changed. */
  readonly status: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  /** When it happened, ISO 8601; a late report tells of what was long before. */
  readonly occurredAt: string;
  readonly correlationId: string;
}
