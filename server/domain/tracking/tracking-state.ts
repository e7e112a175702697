import type { Outcome } from "@/server/domain/execution/outcome";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

/** What a customer is told of a delivery, in one word (product.md §3: the state comes first on the page). */
export const TRACKING_STATES = [
  "planned",
  "rescheduled",
  "dispatched",
  "on-the-way",
  "near",
  "next",
  "arrived",
  "delivered",
  "partly-delivered",
  "failed",
  "cancelled",
  "returned",
] as const;
export type TrackingState = (typeof TRACKING_STATES)[number];

/** States in which nothing more is expected of the driver; the others may still come to an end. */
const ENDED: readonly TrackingState[] = ["delivered", "partly-delivered", "failed", "cancelled", "returned"];

/** States in which somebody drives, and the door has not been seen to. */
const UNDER_WAY: readonly TrackingState[] = ["on-the-way", "near", "next", "arrived"];

/** How far away the driver is; null: not known. */
export interface Nearness {
  /** Stops the driver makes before this one; 0: this is the next. */
  readonly stopsBefore: number | null;
  readonly minutesBefore: number | null;
  readonly metersBefore: number | null;
}

/** From when on a delivery is called near: either is enough; null: never by this measure. */
export interface NearRule {
  readonly stops: number | null;
  readonly minutes: number | null;
}

/** What is known of the customer's door: the delivery, its visit on the newest route, and that route. */
export interface TrackedDelivery {
  readonly status: DeliveryStatus;
  /** Of the visit on the route it is or was on; null: nobody has acted on it. */
  readonly stop: StopRunStatus | null;
  readonly isRouteStarted: boolean;
  readonly nearness: Nearness;
  /** The day the customer was last told, and the day it is planned for now. */
  readonly toldDate: string | null;
  readonly serviceDate: string | null;
}

/**
 * The customer's word for where a delivery stands. The delivery's own status rules what has ended and what is not sent
 * out; in between the driver's acts do. Only a door that is really the next is called so.
 */
export function trackingState(tracked: TrackedDelivery, near: NearRule): TrackingState {
  const { status, stop, toldDate, serviceDate } = tracked;
  switch (status) {
    case "cancelled":
    case "returned":
      return status;
    case "delivered":
      return stop === "partial" ? "partly-delivered" : "delivered";
    case "failed":
      return "failed";
    case "requested":
    case "scheduled":
      return toldDate !== null && serviceDate !== null && toldDate !== serviceDate ? "rescheduled" : "planned";
    default:
      return stateOnTheRoad(tracked, near);
  }
}

function stateOnTheRoad({ stop, isRouteStarted, nearness }: TrackedDelivery, near: NearRule): TrackingState {
  if (stop === "arrived") return "arrived";
  if (isOutcome(stop)) return OUTCOME_STATES[stop];
  if (stop === "enroute") return "next";
  if (!isRouteStarted) return "dispatched";
  if (nearness.stopsBefore === 0) return "next";
  return isWithin(nearness.stopsBefore, near.stops) || isWithin(nearness.minutesBefore, near.minutes)
    ? "near"
    : "on-the-way";
}

const OUTCOME_STATES: Readonly<Record<Outcome, TrackingState>> = {
  delivered: "delivered",
  partial: "partly-delivered",
  failed: "failed",
  attempted: "failed",
};

function isOutcome(stop: StopRunStatus | null): stop is Outcome {
  return stop !== null && stop in OUTCOME_STATES;
}

/** True where a measure is known and at most the threshold; a missing measure or threshold says no. */
export function isWithin(measure: number | null, threshold: number | null): boolean {
  return measure !== null && threshold !== null && measure <= threshold;
}

/** True once a delivery is over for its customer: no position, no expectation. */
export function hasEnded(state: TrackingState): boolean {
  return ENDED.includes(state);
}

/** True while a driver is out with it. */
export function isUnderWay(state: TrackingState): boolean {
  return UNDER_WAY.includes(state);
}
