import type { DeliveryRefusal } from "./change-refusal";
import { type DeliveryStatus, isPlannable } from "./delivery-status";

/** Why an order is not cancelled: it is over, its driver is at a door or heads for one, or its goods ride along. */
export type CancelRefusalReason = "visit-closed" | "stop-made" | "goods-aboard";

/** An order as far as cancelling it asks, wherever it is asked from. */
export interface CancelledOrder {
  readonly status: DeliveryStatus;
  /** Its doors that are done, or that its driver is at or heads for. */
  readonly isPickupMade: boolean;
  readonly isDropoffMade: boolean;
}

/**
 * Why an order cannot be cancelled; undefined when it can, be it unplanned, planned, sent, or on a route in progress. Both
 * doors of a pair go together, until the first is made.
 */
export function cancelRefusal(order: CancelledOrder): CancelRefusalReason | undefined {
  if (order.isDropoffMade) return "stop-made";
  if (order.isPickupMade) return "goods-aboard";
  return isPlannable(order.status) || order.status === "assigned" ? undefined : "visit-closed";
}

/** The same reasons as the order book says them. */
export const ORDER_CANCEL_REFUSALS: Readonly<Record<CancelRefusalReason, DeliveryRefusal>> = {
  "visit-closed": "closed",
  "stop-made": "made",
  "goods-aboard": "aboard",
};
