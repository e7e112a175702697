import "server-only";
import { findReservation } from "@/db/queries/slot/slot-reservations";
import { findDeliverySlot } from "@/db/queries/tracking/customer-acts";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { cancelReservation, confirmReservation } from "@/server/domain/slot/slot-reservation";
import { slotKey } from "@/server/domain/slot/slot-schema";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { CommandScope } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { type LockedSlot, lockSlot, reservationOf, saveDecision } from "./locked-slot";

interface Wanted {
  readonly reservationId: string;
  readonly deliveryId: string;
  readonly projectId: string;
}

/** The day of a reservation's slot. */
export async function reservedDate(scope: CommandScope<unknown>, reservationId: string): Promise<string> {
  const { tx, actor } = scope;
  return found(await findReservation(tx, actor.organizationId, reservationId), "reservation").date;
}

/**
 * Makes a place that is held a delivery's own and gives back the one it had, or neither; answers with the slot's window.
 * Both slots are taken in hand in one order. Refuses another delivery's place, another project's, and one that is lost.
 */
export async function takeReservation(
  scope: CommandScope<unknown>,
  { reservationId, deliveryId, projectId }: Wanted,
): Promise<{ readonly window: LocalWindow; readonly events: readonly DomainEvent[] }> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const wanted = found(await findReservation(tx, organizationId, reservationId), "reservation");
  const had = await findDeliverySlot(tx, organizationId, deliveryId);
  const places = had && had.id !== reservationId ? [wanted, had] : [wanted];
  const locked = new Map<string, LockedSlot>();
  for (const place of places.toSorted((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1))) {
    locked.set(place.id, await lockSlot(scope, { offerId: place.offerId, date: place.date }, place.id));
  }
  const { offered, room, slotNow, known } = locked.get(reservationId)!;
  const held = found(known, "reservation");
  if (offered.projectId !== projectId) throw elsewhere();
  if (held.deliveryId !== null && held.deliveryId !== deliveryId) throw anothers();
  const slot = { offerId: held.offerId, date: held.date };
  const decision = confirmReservation(reservationOf(held), room, slotNow.getTime());
  // One that was confirmed for nobody yet becomes this delivery's.
  const isNamed = held.deliveryId === null && decision.ok;
  const taken = await saveDecision(
    scope,
    slot,
    deliveryId,
    isNamed ? { ...decision, isChanged: true } : decision,
    "slot.confirmed",
  );
  const { fromSeconds, toSeconds } = offered.offer;
  const window = { date: slot.date, fromSeconds, toSeconds };
  const left = places[1] && locked.get(places[1].id)!.known;
  if (!left) return { window, events: taken.events };
  const given = await saveDecision(scope, left, deliveryId, cancelReservation(reservationOf(left)), "slot.cancelled");
  return { window, events: [...taken.events, ...given.events] };
}

const elsewhere = () =>
  new ServiceError("refused", "This place is in a slot of another project.", { reason: "slot-elsewhere" });
const anothers = () =>
  new ServiceError("conflict", "This place is another delivery's.", { reason: "reservation-reused" });
