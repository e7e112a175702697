import type { DeliveryInput } from "./delivery-schema";
import { isPlannable, TERMINAL_DELIVERY_STATUSES } from "./delivery-status";
import type { StoredDelivery } from "./stored-delivery";

/** Why a delivery is left as it is. Closed: screens and dialects translate it. */
export const DELIVERY_REFUSALS = [
  "invalid",
  "exists",
  "unknown",
  "duplicate",
  "other_project",
  "out-of-reach",
  "stale",
  "busy",
  "closed",
  "dispatched",
  "on_route",
  "made",
  "aboard",
  "not_joinable",
] as const;
export type DeliveryRefusal = (typeof DELIVERY_REFUSALS)[number];

const MESSAGES: Readonly<Record<DeliveryRefusal, string>> = {
  invalid: "Some values cannot be used.",
  exists: "A delivery with this number is already here.",
  unknown: "There is no delivery with this number.",
  duplicate: "The same number appears earlier in this request.",
  other_project: "The delivery with this number belongs to another project.",
  "out-of-reach": "The delivery with this number is of a project or depot that you do not work for.",
  stale: "Somebody changed this delivery in the meantime. Look at it again.",
  busy: "Somebody is changing this delivery at this moment. Try again.",
  closed: "This delivery is finished and cannot change any more.",
  dispatched: "This delivery is with a driver. Take the route back first.",
  on_route: "This delivery is on a route. Take it off the route first.",
  made: "This delivery has been made, or its driver is on the way there.",
  aboard: "The goods of this delivery are aboard, or being fetched.",
  not_joinable: "Only a pickup and a drop-off can be joined, and each with one other.",
};

/** The refusal in words a person can act on. */
export function deliveryRefusalMessage(reason: DeliveryRefusal): string {
  return MESSAGES[reason];
}

/** Why nobody may touch this delivery now; undefined when they may. */
export function untouchable(delivery: Pick<StoredDelivery, "status" | "route">): DeliveryRefusal | undefined {
  if (TERMINAL_DELIVERY_STATUSES.includes(delivery.status)) return "closed";
  if (!isPlannable(delivery.status)) return "dispatched";
  return delivery.route && delivery.route.status !== "planned" ? "dispatched" : undefined;
}

/** Why the delivery cannot become `next`; undefined when it can. On a draft route, day and doors stay. */
export function changeRefusal(delivery: StoredDelivery, next: DeliveryInput): DeliveryRefusal | undefined {
  const refusal = untouchable(delivery);
  if (refusal || !delivery.route) return refusal;
  const isElsewhere = next.serviceDate !== delivery.input.serviceDate || next.kind !== delivery.input.kind;
  return isElsewhere ? "on_route" : undefined;
}

/** Why the delivery cannot be deleted; undefined when it can. */
export function deleteRefusal(delivery: StoredDelivery): DeliveryRefusal | undefined {
  return untouchable(delivery) ?? (delivery.route ? "on_route" : undefined);
}
