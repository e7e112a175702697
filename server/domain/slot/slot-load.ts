import { Temporal } from "temporal-polyfill";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { SlotBook } from "./slot-availability";
import { type SlotOffer, slotKey } from "./slot-schema";

/** How full an offer is on one day. */
export interface SlotLoad {
  readonly date: string;
  readonly taken: number;
  readonly capacity: number;
  /** False on weekdays it is not offered on; places may stand there still, from when it was. */
  readonly isOffered: boolean;
}

export interface OfferLoad {
  readonly offerId: string;
  readonly days: readonly SlotLoad[];
}

/** How full each offer is, day by day: more may be taken than there is room, where room was taken away later. */
export function slotLoads(
  { offers, taken }: Pick<SlotBook, "offers" | "taken">,
  fromDate: string,
  days: number,
): OfferLoad[] {
  const dates = Array.from({ length: days }, (_, index) => addLocalDays(fromDate, index));
  return offers.map((offer) => ({ offerId: offer.id, days: dates.map((date) => loadOn(offer, date, taken)) }));
}

function loadOn({ id, weekdays, capacity }: SlotOffer, date: string, taken: SlotBook["taken"]): SlotLoad {
  const isOffered = weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek);
  return { date, taken: taken.get(slotKey({ offerId: id, date })) ?? 0, capacity, isOffered };
}
