import { localDateAt, wallSecondsAt } from "@/server/domain/time/zoned-time";
import type { WireTime } from "../wire/common";

/** A moment, three times over, `localTime` as the clock shows it there. */
export function fromInstant(instantMs: number, timeZone: string): WireTime {
  const ms = Math.floor(instantMs / 1000) * 1000;
  return {
    unixTimestamp: ms / 1000,
    utcTime: new Date(ms).toISOString().slice(0, 19),
    localTime: localTime(ms, timeZone, "T"),
  };
}

/** `YYYY-MM-DD HH:MM:SS` on the clock there. */
export function localTime(instantMs: number, timeZone: string, separator: "T" | " " = " "): string {
  const instant = new Date(instantMs);
  const seconds = wallSecondsAt(instant, timeZone);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return `${localDateAt(instant, timeZone)}${separator}${clock}`;
}
