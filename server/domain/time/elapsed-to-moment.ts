import { Temporal } from "temporal-polyfill";
import { startOfDay } from "./zoned-time";

/**
 * Elapsed seconds from the midnight of `date` in `zone` as a moment by the clock on the wall with its offset from UTC:
 * `2026-06-10T09:30:00+02:00`.
 */
export function elapsedToMoment(date: string, zone: string, elapsedSeconds: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(startOfDay(date, zone).getTime() + elapsedSeconds * 1000);
  return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: "never" });
}
