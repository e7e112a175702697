import type { NotificationTrigger } from "./notification-policy";

const DAY_MS = 86_400_000;

/** Until when what a message says is of use, all in epoch milliseconds. */
export interface UsefulTimes {
  /** End of the window that would be told; null: only the day is known. */
  readonly windowToMs: number | null;
  /** End of the day it is planned for; null: none. */
  readonly dayEndMs: number | null;
  /** When the delivery ended; null: it has not. */
  readonly endedAtMs: number | null;
}

/**
 * After which a message says nothing any more: what announces an arrival, once that should be over; what reports an end,
 * a day later, when a phone that was off for long brings old news. Null: it stays true.
 */
export function usefulUntilMs(trigger: NotificationTrigger, times: UsefulTimes): number | null {
  if (trigger === "delivered" || trigger === "failed") return times.endedAtMs && times.endedAtMs + DAY_MS;
  return times.windowToMs ?? times.dayEndMs;
}
