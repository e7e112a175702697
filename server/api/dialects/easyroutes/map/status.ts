import type { OutcomeReason } from "@/server/domain/execution/outcome";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { AttemptedReasonWire, DeliveryStatusWire } from "../wire/route";

const OF_DELIVERY: Readonly<Record<DeliveryStatus, DeliveryStatusWire>> = {
  requested: "UNKNOWN",
  scheduled: "READY_FOR_DELIVERY",
  assigned: "READY_FOR_DELIVERY",
  enroute: "OUT_FOR_DELIVERY",
  delivered: "DELIVERED",
  failed: "ATTEMPTED_DELIVERY",
  // There is no word for it: nobody gets it any more.
  cancelled: "ATTEMPTED_DELIVERY",
  returned: "ATTEMPTED_DELIVERY",
};

const OF_RUN: Readonly<Partial<Record<StopRunStatus, DeliveryStatusWire>>> = {
  enroute: "OUT_FOR_DELIVERY",
  arrived: "OUT_FOR_DELIVERY",
  delivered: "DELIVERED",
  partial: "DELIVERED",
  failed: "ATTEMPTED_DELIVERY",
  attempted: "ATTEMPTED_DELIVERY",
};

/** How a stop stands: by what its driver has said of it, else by its delivery's status as those outside speak of it. */
export function deliveryStatusOf(outward: DeliveryStatus, run: StopRunStatus | null): DeliveryStatusWire {
  return (run && OF_RUN[run]) ?? OF_DELIVERY[outward];
}

const REASONS: Readonly<Partial<Record<OutcomeReason, AttemptedReasonWire>>> = {
  "nobody-home": "NOT_AVAILABLE",
  "wrong-address": "INCORRECT_ADDRESS",
  "recipient-unknown": "INCORRECT_ADDRESS",
  "no-access": "ACCESS_DENIED",
  refused: "REFUSED",
  "missing-item": "INCORRECT_ITEMS",
  "vehicle-problem": "EXTERNAL",
  weather: "EXTERNAL",
  "not-enough-time": "EXTERNAL",
};

export function attemptedReasonOf(reason: OutcomeReason | null): AttemptedReasonWire {
  return (reason && REASONS[reason]) ?? "OTHER";
}
