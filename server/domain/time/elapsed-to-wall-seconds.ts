import { Temporal } from "temporal-polyfill";
import { startOfDay } from "./zoned-time";

/**
 * Elapsed seconds from the midnight of `date` in `zone` as what a clock on the wall shows then (95,400 = 02:30 on the next
 * day). The two differ only on days with a clock change.
 */
export function elapsedToWallSeconds(date: string, zone: string, elapsedSeconds: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(startOfDay(date, zone).getTime() + elapsedSeconds * 1000);
  const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  return Temporal.PlainDate.from(date).toPlainDateTime().until(wall, { largestUnit: "seconds" }).seconds;
}
