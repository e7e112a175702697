import { z } from "zod";
import { isLocalDate } from "@/server/domain/time/local-date";

const CLOCK = /^([0-3]\d|4[0-7]):([0-5]\d)(?::([0-5]\d))?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
/** Beyond any horizon, and safe in the solver's integers. */
const LATEST_SECONDS = 500_000_000;

/** A time as a dray file may write it. */
export const timeSchema = z
  .union(
    [
      z.int().min(0).max(LATEST_SECONDS).describe("Seconds since the first day's local midnight"),
      z.string().regex(CLOCK).describe('"HH:MM" or "HH:MM:SS" by the clock on the wall; up to 47:59, the next day'),
      z.string().regex(MOMENT).refine(isRealDay).describe('"YYYY-MM-DDTHH:MM" by the clock on the wall'),
    ],
    { error: 'give seconds, "HH:MM" or "YYYY-MM-DDTHH:MM"' },
  )
  .describe("A time");
export type DrayTime = z.infer<typeof timeSchema>;

/** A time of any day, of one day, or on the horizon's clock. */
export type ReadTime =
  | { readonly kind: "clock"; readonly wallSeconds: number }
  | { readonly kind: "moment"; readonly date: string; readonly wallSeconds: number }
  | { readonly kind: "elapsed"; readonly seconds: number };

/** What a time means; it must be one that `timeSchema` lets through. */
export function readTime(time: DrayTime): ReadTime {
  if (typeof time === "number") return { kind: "elapsed", seconds: time };
  const moment = MOMENT.exec(time);
  if (moment) {
    const [, date, hours, minutes, seconds] = moment;
    return { kind: "moment", date: date!, wallSeconds: secondsOf(hours, minutes, seconds) };
  }
  const [, hours, minutes, seconds] = CLOCK.exec(time)!;
  return { kind: "clock", wallSeconds: secondsOf(hours, minutes, seconds) };
}

/** A moment on the 31st of February is well written, and yet none. */
function isRealDay(moment: string): boolean {
  return isLocalDate(moment.slice(0, 10));
}

function secondsOf(hours?: string, minutes?: string, seconds = "0"): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
