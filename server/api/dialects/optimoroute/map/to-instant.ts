import { startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import type { TimeUpdate } from "../wire/completion";
import { secondsOf } from "./to-draft";

/** The moment a time says: by its seconds, else in UTC, else on the clock there. */
export function toInstant({ unixTimestamp, utcTime, localTime }: TimeUpdate, timeZone: string): Date {
  if (unixTimestamp != null) return new Date(unixTimestamp * 1000);
  if (utcTime != null) return new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(utcTime) ? utcTime : `${utcTime}Z`);
  const [date, clock] = localTime!.split("T") as [string, string];
  const wallSeconds = secondsOf(clock.slice(0, 5)) + Number(clock.slice(6, 8));
  const elapsed = wallToElapsedSeconds(date, timeZone, wallSeconds);
  return new Date(startOfDay(date, timeZone).getTime() + elapsed * 1000);
}
