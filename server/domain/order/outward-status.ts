import type { DeliveryStatus } from "./delivery-status";

/**
 * A delivery's status as those outside speak of it: on its way once its driver has set off. To the desk it is assigned
 * until he heads for its door, since until then it can be moved to another route.
 */
export function outwardStatus(
  status: DeliveryStatus,
  serving: { readonly routeStatus: "planned" | "dispatched" | "started" | "finished" } | null,
): DeliveryStatus {
  return status === "assigned" && serving?.routeStatus === "started" ? "enroute" : status;
}
