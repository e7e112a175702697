import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { StopRunStatus } from "./run-state";

/** Set by the desk or the recipient; no act of a driver changes them. */
const BEYOND_DRIVERS: readonly DeliveryStatus[] = ["cancelled", "returned", "requested", "scheduled"];

/** Where a delivery's doors stand on the route; absent: it has no such door. */
export interface DoorsProgress {
  readonly pickup?: StopRunStatus;
  readonly dropoff?: StopRunStatus;
}

/**
 * A delivery's status by what has happened at its doors. What somebody else has ended, or taken off the road, stays as
 * it is: a phone that is late with its news does not bring a cancelled order back.
 */
export function deliveryProgress(kind: DeliveryKind, now: DeliveryStatus, doors: DoorsProgress): DeliveryStatus {
  if (BEYOND_DRIVERS.includes(now)) return now;
  const last = kind === "pickup" ? doors.pickup : doors.dropoff;
  if (kind === "pair" && (doors.pickup === "failed" || doors.pickup === "attempted")) return "failed";
  switch (last) {
    case "delivered":
    case "partial":
      return "delivered";
    case "failed":
    case "attempted":
      return "failed";
    case "enroute":
    case "arrived":
      return "enroute";
    default: {
      const isAboard = kind === "pair" && (doors.pickup === "delivered" || doors.pickup === "partial");
      const isNear = kind === "pair" && (doors.pickup === "enroute" || doors.pickup === "arrived");
      return isAboard || isNear ? "enroute" : "assigned";
    }
  }
}
