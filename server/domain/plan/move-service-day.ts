import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import { type DeliveryStatus, isPlannable, TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { DayMove } from "./plan-edit";

/** Why an order stays on its day. */
export type DayMoveRefusal =
  | "unknown"
  | "on-route"
  | "locked"
  | "dispatched"
  | "closed"
  /** Its customer was promised times of the one day only. */
  | "promised"
  /** It may not be made on the other day. */
  | "not-allowed"
  | "not-rolled-over"
  | "past-day";

/** An order as far as the move to another day asks. */
export interface DayMoveOrder {
  readonly id: string;
  readonly projectId: string;
  readonly status: DeliveryStatus;
  readonly serviceDate: string | null;
  readonly allowedDays: AllowedServiceDays;
  /** Oldest first. */
  readonly rolledOverFrom: readonly string[];
  readonly doors: readonly {
    readonly visitId: string;
    readonly windows: readonly LocalWindow[];
    readonly isOnRoute: boolean;
    readonly isLocked: boolean;
  }[];
}

export interface MovedOrder {
  readonly id: string;
  readonly serviceDate: string;
  readonly rolledOverFrom: readonly string[];
  /** The doors whose promises move along, with their new times. */
  readonly windows: readonly { readonly visitId: string; readonly windows: readonly LocalWindow[] }[];
}

export type DayMoveOutcome =
  | { readonly ok: true; readonly moved: MovedOrder }
  | { readonly ok: false; readonly refusal: DayMoveRefusal };

/**
 * An order on another day. Only what is on no route goes, whole: both doors of a pair. Going to a later day is noted on
 * the order; going back to the day it was rolled over from takes the note off.
 */
export function moveServiceDay(
  order: DayMoveOrder | undefined,
  projectId: string,
  { fromDate, toDate, promise }: Omit<DayMove, "deliveryId">,
): DayMoveOutcome {
  if (!order || order.projectId !== projectId) return refuse("unknown");
  if (TERMINAL_DELIVERY_STATUSES.includes(order.status)) return refuse("closed");
  if (!isPlannable(order.status)) return refuse("dispatched");
  if (order.serviceDate !== fromDate) return refuse("unknown");
  if (order.doors.some((door) => door.isLocked)) return refuse("locked");
  if (order.doors.some((door) => door.isOnRoute)) return refuse("on-route");
  const windows = [];
  for (const { visitId, windows: before } of order.doors) {
    if (promise === "leave" || holdsOn(before, toDate)) continue;
    const after = before.map((window) => (window.date === fromDate ? { ...window, date: toDate } : window));
    if (promise === "keep" || !holdsOn(after, toDate)) return refuse("promised");
    windows.push({ visitId, windows: after });
  }
  const { rolledOverFrom } = order;
  const isBack = rolledOverFrom.at(-1) === toDate;
  const notes = isBack ? rolledOverFrom.slice(0, -1) : [...rolledOverFrom, fromDate];
  return { ok: true, moved: { id: order.id, serviceDate: toDate, rolledOverFrom: notes, windows } };
}

/** The notes of an order on a day that was chosen for it: of days it was put off from, those before that day stay. */
export function notesOnChosenDay(rolledOverFrom: readonly string[], date: string): string[] {
  return rolledOverFrom.filter((from) => from < date);
}

function refuse(refusal: DayMoveRefusal): DayMoveOutcome {
  return { ok: false, refusal };
}

/** True when a door may be served on the day at all. */
function holdsOn(windows: readonly LocalWindow[], date: string): boolean {
  return windows.length === 0 || windows.some((window) => window.date === undefined || window.date === date);
}
