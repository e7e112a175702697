import { addLocalDays } from "@/server/domain/time/local-date";

/** Spans people ask about, ending today. */
export const PERIODS = ["day", "week", "month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30, quarter: 91 };

/** Days of plans, both included. */
export interface DaySpan {
  readonly fromDate: string;
  readonly toDate: string;
}

/** Rows of so many days are added up at once. */
export const LONGEST_PERIOD_DAYS = 366;

/** The first day of a span that ends on a date, both included. */
export function firstDayOf(period: Period, lastDate: string): string {
  return addLocalDays(lastDate, 1 - DAYS[period]);
}

/** True for days in order, so many at most. */
export function isPeriod(fromDate: string, toDate: string): boolean {
  return fromDate <= toDate && addLocalDays(fromDate, LONGEST_PERIOD_DAYS) > toDate;
}

/** A part of a whole in percent, to a tenth; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** The span of as many days that ends the day before this one begins. */
export function periodBefore({ fromDate, toDate }: DaySpan): DaySpan {
  return { fromDate: addLocalDays(fromDate, -daysIn({ fromDate, toDate })), toDate: addLocalDays(fromDate, -1) };
}

/** How many days a span has, both ends included. */
export function daysIn({ fromDate, toDate }: DaySpan): number {
  return Math.round((Date.parse(`${toDate}T00:00:00Z`) - Date.parse(`${fromDate}T00:00:00Z`)) / 86_400_000) + 1;
}
