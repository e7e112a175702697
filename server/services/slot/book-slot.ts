import "server-only";
import { loadSlotOffers } from "@/db/queries/slot/slot-book";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { whyNotBookable } from "@/server/domain/slot/slot-availability";
import {
  cancelReservation,
  confirmReservation,
  DEFAULT_HOLD_SECONDS,
  reserveSlot as decideReservation,
} from "@/server/domain/slot/slot-reservation";
import { type SlotDay, slotKey } from "@/server/domain/slot/slot-schema";
import { type SlotAddress, zoneOfAddress } from "@/server/domain/slot/slot-zone";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { type LockedSlot, lockSlot, reservationOf, saveDecision } from "./locked-slot";

/** Refuses a slot that is not offered at an address, or cannot be booked at the slot's own time. */
export async function refuseUnbookable(
  { tx, actor: { organizationId } }: CommandScope<unknown>,
  { offered: { offer, projectId, timeZone }, slotNow }: LockedSlot,
  date: string,
  address: SlotAddress,
): Promise<void> {
  const { zones } = await loadSlotOffers(tx, organizationId, projectId);
  const isHere = zoneOfAddress(zones, address)?.id === offer.zoneId;
  const why = isHere ? whyNotBookable(offer, date, timeZone, slotNow.getTime()) : "elsewhere";
  if (why) throw new ServiceError("refused", `The slot cannot be booked: ${why}.`, { reason: `slot-${why}` });
}

/** A place that is had, and the slot it is in. */
interface HeldPlace extends SlotDay {
  readonly id: string;
}

interface Booking {
  readonly slot: SlotDay;
  readonly address: SlotAddress;
  readonly deliveryId: string;
  /** The place it leaves; null: it had none. */
  readonly left: HeldPlace | null;
}

/**
 * Gives a delivery a place for good and takes back the one it had, or neither. Both slots are taken in hand in one order,
 * so that two who change places never wait for each other.
 */
export async function bookSlot(
  scope: CommandScope<unknown>,
  { slot, address, deliveryId, left }: Booking,
): Promise<readonly DomainEvent[]> {
  const places = [{ ...slot, id: scope.newId() }, ...(left ? [left] : [])];
  const locked = new Map<string, LockedSlot>();
  for (const place of places.toSorted((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1))) {
    locked.set(place.id, await lockSlot(scope, { offerId: place.offerId, date: place.date }, place.id));
  }
  const [taken] = places;
  const takenSlot = locked.get(taken!.id)!;
  await refuseUnbookable(scope, takenSlot, slot.date, address);
  const { room, slotNow } = takenSlot;
  const nowMs = slotNow.getTime();
  const held = decideReservation(taken!.id, null, room, nowMs, DEFAULT_HOLD_SECONDS);
  const confirmed = held.ok ? confirmReservation(held.reservation, room, nowMs) : held;
  const booked = await saveDecision(scope, slot, deliveryId, confirmed, "slot.confirmed");
  const known = left && locked.get(left.id)!.known;
  if (!known) return booked.events;
  const given = await saveDecision(scope, known, deliveryId, cancelReservation(reservationOf(known)), "slot.cancelled");
  return [...booked.events, ...given.events];
}
