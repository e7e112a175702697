import "server-only";
import { holdSlotOffer } from "@/db/queries/slot/slot-book";
import {
  countTakenByOthers,
  findReservation,
  lockSlotDay,
  putReservation,
  type ReservationRow,
} from "@/db/queries/slot/slot-reservations";
import type { EventType } from "@/server/domain/event/domain-event";
import type { Reservation, SlotDecision, SlotRoom } from "@/server/domain/slot/slot-reservation";
import { type SlotDay, slotKey } from "@/server/domain/slot/slot-schema";
import { type CommandScope, changed, type Outcome, unchanged } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";

/** A reservation as those who asked for it are answered. */
export interface SlotReservation {
  readonly reservationId: string;
  readonly slot: string;
  readonly status: Reservation["status"];
  readonly expiresAt: Date;
}

/** A slot in hand: nobody else counts or saves its reservations until the transaction ends. */
export interface LockedSlot {
  /** The slot's time: what is decided goes by it. */
  readonly slotNow: Date;
  /** What it is a day of, with its project. */
  readonly offered: NonNullable<Awaited<ReturnType<typeof holdSlotOffer>>>;
  readonly room: SlotRoom;
  readonly known: ReservationRow | null;
}

/**
 * Takes a slot in hand for one reservation, and reads both as they are then. The offer is held before its day: a day that
 * is there already says nothing of whether the offer is being taken away, and with it all that is saved here.
 */
export async function lockSlot(
  { tx, actor: { organizationId }, now }: CommandScope<unknown>,
  slot: SlotDay,
  reservationId: string,
): Promise<LockedSlot> {
  const offered = found(await holdSlotOffer(tx, organizationId, slot.offerId), "slot");
  const slotNow = await lockSlotDay(tx, organizationId, slot, now);
  const known = (await findReservation(tx, organizationId, reservationId)) ?? null;
  if (known && (known.offerId !== slot.offerId || known.date !== slot.date)) throw reused();
  const takenByOthers = await countTakenByOthers(tx, organizationId, slot, reservationId, slotNow);
  return { slotNow, offered, room: { capacity: offered.offer.capacity, takenByOthers }, known };
}

/** Takes in hand the slot a reservation is of. */
export async function lockReservation(
  scope: CommandScope<unknown>,
  reservationId: string,
): Promise<LockedSlot & { readonly slot: SlotDay; readonly known: ReservationRow }> {
  const { offerId, date } = found(
    await findReservation(scope.tx, scope.actor.organizationId, reservationId),
    "reservation",
  );
  const locked = await lockSlot(scope, { offerId, date }, reservationId);
  if (!locked.known) throw noSuch("reservation");
  return { ...locked, slot: { offerId, date }, known: locked.known };
}

/** A stored reservation as the rules know it. */
export function reservationOf({ id, status, expiresAt }: ReservationRow): Reservation {
  return { id, status, expiresAtMs: expiresAt.getTime() };
}

/** Saves what was decided, or refuses with its reason. */
export async function saveDecision(
  { tx, actor: { organizationId }, now }: CommandScope<unknown>,
  slot: SlotDay,
  deliveryId: string | null,
  decision: SlotDecision,
  type: Extract<EventType, `slot.${string}`>,
): Promise<Outcome<SlotReservation>> {
  if (!decision.ok) {
    throw new ServiceError("refused", `The slot cannot be taken: ${decision.reason}.`, {
      reason: `slot-${decision.reason}`,
    });
  }
  const { id, status, expiresAtMs } = decision.reservation;
  const expiresAt = new Date(expiresAtMs);
  const answer = { reservationId: id, slot: slotKey(slot), status, expiresAt };
  if (!decision.isChanged) return unchanged(answer);
  const row = { organizationId, id, ...slot, deliveryId, status, expiresAt, createdAt: now, updatedAt: now };
  if (!(await putReservation(tx, row))) throw reused();
  return changed(answer, [{ type, entity: "slot", entityId: id, data: { slot: answer.slot, deliveryId } }]);
}

function reused(): ServiceError {
  return new ServiceError("conflict", "This reservation id stands for another slot.", { reason: "reservation-reused" });
}
