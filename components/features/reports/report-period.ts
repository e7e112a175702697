import { LONGEST_PERIOD_DAYS } from "@/server/domain/analytics/period";
import { addLocalDays, isLocalDate } from "@/server/domain/time/local-date";

export const PERIODS = ["7", "28", "90", "this-month", "last-month", "own"] as const;
export type Period = (typeof PERIODS)[number];

export interface Span {
  readonly fromDate: string;
  readonly toDate: string;
}

/**
 * The days of a period as seen on a day: so many up to it, a month up to it, the month before, or somebody's own, put in
 * order and cut to a year. Own days that are none are the last 28.
 */
export function spanOf(
  period: Period,
  today: string,
  own: { readonly from: string | null; readonly to: string | null },
): Span {
  if (period === "this-month") return { fromDate: firstOfMonth(today), toDate: today };
  if (period === "last-month") {
    const toDate = addLocalDays(firstOfMonth(today), -1);
    return { fromDate: firstOfMonth(toDate), toDate };
  }
  if (period === "own" && own.from && own.to && isLocalDate(own.from) && isLocalDate(own.to)) {
    const [fromDate, toDate] = own.from <= own.to ? [own.from, own.to] : [own.to, own.from];
    const earliest = addLocalDays(toDate, 1 - LONGEST_PERIOD_DAYS);
    return { fromDate: fromDate < earliest ? earliest : fromDate, toDate };
  }
  return { fromDate: addLocalDays(today, 1 - (Number(period) || 28)), toDate: today };
}

const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`;
