import type { DoorStanding } from "@/server/domain/order/door-standing";
import { ORDER_STATUSES, type OrderStatus } from "../wire/status";

/** The core's word for each status, and with it the way back. */
export const STANDINGS: Readonly<Record<OrderStatus, DoorStanding>> = {
  unscheduled: "waiting",
  scheduled: "planned",
  on_route: "underway",
  servicing: "at-door",
  success: "done",
  failed: "failed",
  rejected: "declined",
  cancelled: "cancelled",
};

export function statusOf(standing: DoorStanding): OrderStatus {
  return ORDER_STATUSES.find((status) => STANDINGS[status] === standing)!;
}
