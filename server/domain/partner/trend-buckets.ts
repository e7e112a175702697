import { addLocalDays } from "@/server/domain/time/local-date";

export const TREND_UNITS = ["day", "week", "month"] as const;
export type TrendUnit = (typeof TREND_UNITS)[number];

/**
 * The first days of the days, weeks (from Monday) or months from one date to another, both included; null where there are
 * more than `most`.
 */
export function trendBuckets(fromDate: string, toDate: string, unit: TrendUnit, most: number): string[] | null {
  const buckets: string[] = [];
  for (let first = bucketOf(fromDate, unit); first <= toDate; first = nextOf(first, unit)) {
    if (buckets.length === most) return null;
    buckets.push(first);
  }
  return buckets;
}

/** The first day of the day, week or month a date is in. */
export function bucketOf(date: string, unit: TrendUnit): string {
  if (unit === "day") return date;
  if (unit === "month") return `${date.slice(0, 8)}01`;
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addLocalDays(date, -sinceMonday);
}

function nextOf(first: string, unit: TrendUnit): string {
  if (unit === "month") return bucketOf(addLocalDays(first, 31), "month");
  return addLocalDays(first, unit === "week" ? 7 : 1);
}
