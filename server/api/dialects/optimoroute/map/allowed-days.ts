import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { Weekday } from "@/server/domain/plan/planning-horizon";
import { type OrderRequest, WEEKDAYS } from "../wire/order";

/** What this API says of the days an order may be made. */
export type SentDays = Pick<OrderRequest, "allowedWeekdays" | "allowedDates" | "allowedDateTimes">;

const NAMES: Readonly<Record<(typeof WEEKDAYS)[number], Weekday>> = {
  mon: "monday",
  tue: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  fri: "friday",
  sat: "saturday",
  sun: "sunday",
};
/** What the core takes for a day; a limit beyond it is none, or one that leaves nothing. */
const [FIRST, LAST] = ["2000-01-01T00:00:00", "2100-12-31T23:59:59"];

/** The days as the core knows them; null empties what was there, and what was not sent is absent. */
export function toAllowedDays({ allowedWeekdays, allowedDates, allowedDateTimes }: SentDays) {
  return {
    ...(allowedWeekdays && { weekdays: toWeekdays(allowedWeekdays) }),
    ...(allowedDates && { fromDate: allowedDates.from ?? null, toDate: allowedDates.to ?? null }),
    ...(allowedDateTimes && { spans: allowedDateTimes.length > 0 ? allowedDateTimes.map(toSpan) : null }),
  };
}

/** None restrict nothing, and neither do all. */
function toWeekdays(sent: NonNullable<SentDays["allowedWeekdays"]>): Weekday[] | null {
  const days = WEEKDAYS.filter((day) => sent.includes(day)).map((day) => NAMES[day]);
  return days.length === 0 || days.length === WEEKDAYS.length ? null : days;
}

function toSpan({ from, to }: NonNullable<SentDays["allowedDateTimes"]>[number]) {
  return {
    ...(from && from > FIRST! && { from: from > LAST! ? LAST! : from }),
    ...(to && to < LAST! && { to: to < FIRST! ? FIRST! : to }),
  };
}

/** The days as they were sent, while the core still means the same by them; else in this API's words. */
export function fromAllowedDays(days: AllowedServiceDays, sent: SentDays) {
  const meant = withoutNulls(toAllowedDays(sent));
  const { weekdays, fromDate, toDate, spans } = days;
  const isSame = (...keys: (keyof AllowedServiceDays)[]) => keys.every((key) => sameJson(meant[key], days[key]));
  const names = WEEKDAYS.filter((day) => weekdays?.includes(NAMES[day]) ?? true);
  const dates = { ...(fromDate !== undefined && { from: fromDate }), ...(toDate !== undefined && { to: toDate }) };
  return {
    allowedWeekdays: (isSame("weekdays") && sent.allowedWeekdays) || names,
    allowedDates: (isSame("fromDate", "toDate") && sent.allowedDates) || dates,
    allowedDateTimes: (isSame("spans") && sent.allowedDateTimes) || (spans ?? []),
  };
}

function withoutNulls(days: ReturnType<typeof toAllowedDays>): AllowedServiceDays {
  return Object.fromEntries(Object.entries(days).filter(([, value]) => value !== null));
}
