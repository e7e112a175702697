/** How long somebody may think about a slot that is kept for him. */
export const DEFAULT_HOLD_SECONDS = 900;

/** What has become of a reservation; a hold past its time is one still, but takes no room. */
export type ReservationStatus = "held" | "confirmed" | "cancelled";

export interface Reservation {
  readonly id: string;
  readonly status: ReservationStatus;
  /** Until when a hold takes room; of no meaning once confirmed. */
  readonly expiresAtMs: number;
}

/** What a slot has, and what others have of it: all reservations that take room but the one decided on. */
export interface SlotRoom {
  readonly capacity: number;
  readonly takenByOthers: number;
}

export type SlotRefusal = "full" | "cancelled" | "expired";

export type SlotDecision =
  | { readonly ok: true; readonly reservation: Reservation; readonly isChanged: boolean }
  | { readonly ok: false; readonly reason: SlotRefusal };

/** True for a reservation that keeps others out at a moment. */
export function takesRoom({ status, expiresAtMs }: Reservation, nowMs: number): boolean {
  return status === "confirmed" || (status === "held" && nowMs < expiresAtMs);
}

/** Whether one more fits. Whoever asks must hold the slot's lock from counting to saving. */
export function hasRoom({ capacity, takenByOthers }: SlotRoom): boolean {
  return takenByOthers < capacity;
}

/** Keeps a place for a while. The same id again is the same reservation, as long as it stands. */
export function reserveSlot(
  id: string,
  known: Reservation | null,
  room: SlotRoom,
  nowMs: number,
  holdSeconds: number,
): SlotDecision {
  if (known?.status === "cancelled") return { ok: false, reason: "cancelled" };
  if (known && takesRoom(known, nowMs)) return { ok: true, reservation: known, isChanged: false };
  if (known) return { ok: false, reason: "expired" };
  if (!hasRoom(room)) return { ok: false, reason: "full" };
  return { ok: true, reservation: { id, status: "held", expiresAtMs: nowMs + holdSeconds * 1000 }, isChanged: true };
}

/**
 * Makes a hold last. Asked again it answers the same. Whoever thought too long still gets the place if nobody else has
 * taken it; what was cancelled stays so.
 */
export function confirmReservation(known: Reservation, room: SlotRoom, nowMs: number): SlotDecision {
  if (known.status === "confirmed") return { ok: true, reservation: known, isChanged: false };
  if (known.status === "cancelled") return { ok: false, reason: "cancelled" };
  if (!takesRoom(known, nowMs) && !hasRoom(room)) return { ok: false, reason: "expired" };
  return { ok: true, reservation: { ...known, status: "confirmed" }, isChanged: true };
}

/** Gives a place back; asked again it answers the same. */
export function cancelReservation(known: Reservation): SlotDecision {
  if (known.status === "cancelled") return { ok: true, reservation: known, isChanged: false };
  return { ok: true, reservation: { ...known, status: "cancelled" }, isChanged: true };
}
