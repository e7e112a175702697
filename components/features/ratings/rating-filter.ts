import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";

export const PERIODS = ["7", "30", "90"] as const;
export type Period = (typeof PERIODS)[number];

export const SHOWN = ["all", "low", "comments"] as const;
export type Shown = (typeof SHOWN)[number];

/** The service days of a period that ends today, by the project's clock. */
export function periodDays(period: Period, timeZone: string, now: Date): { fromDate: string; toDate: string } {
  const toDate = localDateAt(now, timeZone);
  return { fromDate: addLocalDays(toDate, 1 - Number(period)), toDate };
}
