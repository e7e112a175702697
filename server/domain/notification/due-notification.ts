import { hasEnded, type TrackingState } from "@/server/domain/tracking/tracking-state";
import type { NotificationChannel, NotificationPolicy, NotificationTrigger } from "./notification-policy";

/** Where a delivery stands for its customer at a moment. */
export interface NotifiedState {
  readonly state: TrackingState;
  /** The promise will not be kept as things are. */
  readonly isLate: boolean;
  readonly arriveAtMs: number | null;
}

/** What the customer has been told in this attempt, kept with the delivery and read under its lock. */
export interface ToldSoFar {
  /** How often he was told of a delay, and what was expected then. */
  readonly delays: number;
  readonly delayArriveAtMs: number | null;
}

/** Which delivery, and which attempt at it: a second try is told of anew. */
export interface NotifiedDelivery {
  readonly deliveryId: string;
  readonly attempt: number;
}

export interface DueNotification {
  readonly trigger: NotificationTrigger;
  /** Unique per event: whoever works it out again, however often, gets the same one. */
  readonly key: string;
}

/** States by how far they are; a step back tells nobody anything. */
const STAGES: Readonly<Record<TrackingState, number>> = {
  planned: 0,
  rescheduled: 0,
  dispatched: 1,
  "on-the-way": 2,
  near: 3,
  next: 3,
  arrived: 4,
  delivered: 5,
  "partly-delivered": 5,
  failed: 5,
  cancelled: 5,
  returned: 5,
};

const TRIGGERS: Partial<Record<TrackingState, NotificationTrigger>> = {
  dispatched: "dispatched",
  "on-the-way": "out-for-delivery",
  near: "near",
  next: "near",
  delivered: "delivered",
  "partly-delivered": "delivered",
  failed: "failed",
};

/**
 * The one message that a step from one state to the next calls for, or null. A leap over several states tells only the
 * last, a delay comes before everything but the end, and an end that turns out to be another one is told as well. Nothing
 * is told of what was so before anybody looked (`before` null), so that switching messages on does not write to
 * yesterday's customers.
 */
export function dueNotification(
  delivery: NotifiedDelivery,
  before: TrackingState | null,
  after: NotifiedState,
  told: ToldSoFar,
  policy: NotificationPolicy,
): DueNotification | null {
  if (before === null) return null;
  const due = (trigger: NotificationTrigger, count?: number): DueNotification => ({
    trigger,
    key: [delivery.deliveryId, delivery.attempt, trigger, ...(count === undefined ? [] : [count])].join("/"),
  });
  // The number of the message, not the time it tells, makes it one: two who see the same delay a minute apart agree.
  if (isDelayNews(after, told, policy)) return due("delayed", told.delays + 1);
  const trigger = TRIGGERS[after.state];
  return trigger && isNews(before, after.state) ? due(trigger) : null;
}

function isNews(before: TrackingState, after: TrackingState): boolean {
  if (hasEnded(before) && hasEnded(after)) return TRIGGERS[before] !== TRIGGERS[after];
  return STAGES[after] > STAGES[before];
}

/** What the customer has been told once a message is on its way. */
export function toldAfter(told: ToldSoFar, due: DueNotification, after: NotifiedState): ToldSoFar {
  if (due.trigger !== "delayed") return told;
  return { delays: told.delays + 1, delayArriveAtMs: after.arriveAtMs };
}

/** One message of an event per channel. */
export function messageKey(due: DueNotification, channel: NotificationChannel): string {
  return `${due.key}/${channel}`;
}

/** Whether a message that was kept back is still true when its time comes; if not, it was recalled. */
export function stillHolds(trigger: NotificationTrigger, now: NotifiedState): boolean {
  if (trigger === "delayed") return now.isLate && isOnTheRoad(now.state);
  if (trigger === "delivered" || trigger === "failed") return TRIGGERS[now.state] === trigger;
  const least = { dispatched: 1, "out-for-delivery": 2, near: 3 }[trigger];
  return isOnTheRoad(now.state) && STAGES[now.state] >= least;
}

function isDelayNews({ state, isLate, arriveAtMs }: NotifiedState, told: ToldSoFar, policy: NotificationPolicy) {
  if (!isLate || arriveAtMs === null || !isOnTheRoad(state)) return false;
  if (told.delayArriveAtMs === null) return true;
  return Math.abs(arriveAtMs - told.delayArriveAtMs) > policy.retellMinutes * 60_000;
}

function isOnTheRoad(state: TrackingState): boolean {
  return STAGES[state] > 0 && state !== "arrived" && !hasEnded(state);
}
