/** Canonical life of a delivery (Last-Mile Orchestration API §18). */
export const DELIVERY_STATUSES = [
  "requested",
  "scheduled",
  "assigned",
  "enroute",
  "delivered",
  "failed",
  "cancelled",
  "returned",
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** States a delivery does not leave by itself. */
export const TERMINAL_DELIVERY_STATUSES: readonly DeliveryStatus[] = ["delivered", "failed", "cancelled", "returned"];

/** True while a dispatcher may still plan, edit or drop the delivery. */
export function isPlannable(status: DeliveryStatus): boolean {
  return status === "requested" || status === "scheduled";
}
