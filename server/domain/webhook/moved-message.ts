import type { WebhookMessage } from "./webhook-topic";

/** Where a driver was last seen, with the number of that change among the organization's positions. */
export interface MovedDriver {
  readonly driverId: string;
  readonly projectId: string;
  readonly routeId: string | null;
  readonly recordedAt: Date;
  readonly changeSeq: number;
}

/** Positions are numbered apart from the log: the last place in a message's name keeps the two from meeting. */
export const POSITION_ORDINAL = 35;

/** That a driver has moved; where to is read when it is sent. */
export function movedMessage(driver: MovedDriver, correlationId: string): WebhookMessage & { topic: "driver.moved" } {
  const { driverId, projectId, routeId, recordedAt, changeSeq } = driver;
  return {
    topic: "driver.moved",
    seq: changeSeq,
    subjectId: driverId,
    projectId,
    planId: null,
    deliveryId: null,
    visitId: null,
    routeId,
    driverId,
    proofIds: [],
    status: null,
    outcome: null,
    reason: null,
    occurredAt: recordedAt.toISOString(),
    correlationId,
  };
}
