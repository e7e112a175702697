import { Temporal } from "temporal-polyfill";
import { cutoffInstant } from "@/server/domain/cutoff/cutoff-instant";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt, startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import { type AvailabilityRequest, type SlotDay, type SlotOffer, type SlotZone, slotKey } from "./slot-schema";
import { zoneOfAddress } from "./slot-zone";

/** A slot that can be reserved. Instants as epoch milliseconds. */
export interface OpenSlot extends SlotDay {
  readonly key: string;
  readonly serviceLevel: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Until when it can be booked. */
  readonly bookableUntilMs: number;
  readonly left: number;
}

export interface SlotBook {
  readonly zones: readonly SlotZone[];
  readonly offers: readonly SlotOffer[];
  /** The project's. */
  readonly timeZone: string;
  /** Reservations that take room, by `slotKey`. */
  readonly taken: ReadonlyMap<string, number>;
}

/** The slots an address can still book, by day and time; none where no zone serves it. */
export function openSlots(book: SlotBook, request: AvailabilityRequest, nowMs: number): OpenSlot[] {
  const zone = zoneOfAddress(book.zones, request);
  if (!zone) return [];
  const offers = book.offers.filter(
    ({ zoneId, serviceLevel }) =>
      zoneId === zone.id && (request.serviceLevel === undefined || serviceLevel === request.serviceLevel),
  );
  const days = Array.from({ length: request.days }, (_, index) => addLocalDays(request.fromDate, index));
  return days
    .flatMap((date) => offers.map((offer) => slotOn(book, offer, date, nowMs)))
    .filter((slot) => slot !== null)
    .sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs || (a.key < b.key ? -1 : 1));
}

function slotOn(book: SlotBook, offer: SlotOffer, date: string, nowMs: number): OpenSlot | null {
  const slot = { offerId: offer.id, date };
  const left = offer.capacity - (book.taken.get(slotKey(slot)) ?? 0);
  if (left <= 0 || whyNotBookable(offer, date, book.timeZone, nowMs) !== null) return null;
  return {
    ...slot,
    key: slotKey(slot),
    serviceLevel: offer.serviceLevel,
    ...slotTimes(offer, date, book.timeZone),
    bookableUntilMs: bookableUntilMs(offer, date, book.timeZone),
    left,
  };
}

export type NotBookable = "not-offered" | "too-early" | "too-late";

/** Why a day of an offer cannot be booked now, whatever room it has; null: it can. */
export function whyNotBookable(offer: SlotOffer, date: string, timeZone: string, nowMs: number): NotBookable | null {
  if (!offer.weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek)) return "not-offered";
  if (nowMs >= bookableUntilMs(offer, date, timeZone)) return "too-late";
  const lastDay = addLocalDays(localDateAt(new Date(nowMs), timeZone), offer.daysAhead);
  return date > lastDay ? "too-early" : null;
}

/** From when to when an offer is on a day, by the clock on the wall there. */
export function slotTimes(offer: SlotOffer, date: string, timeZone: string): { fromMs: number; toMs: number } {
  const midnight = startOfDay(date, timeZone).getTime();
  const at = (seconds: number) => midnight + wallToElapsedSeconds(date, timeZone, seconds) * 1000;
  return { fromMs: at(offer.fromSeconds), toMs: at(offer.toSeconds) };
}

/** Its cut-off, and never after it has begun. */
function bookableUntilMs(offer: SlotOffer, date: string, timeZone: string): number {
  return Math.min(cutoffInstant(date, timeZone, offer)!.getTime(), slotTimes(offer, date, timeZone).fromMs);
}
