import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "./notification-policy";

const MS_PER_SECOND = 1000;

/**
 * When the quiet hours end in which an instant lies, by the clock of the recipient's zone; null outside them. Where the
 * clock is put back, hours that come twice are quiet twice; an end that is skipped comes as much later.
 */
export function quietUntilMs(atMs: number, zone: string, { fromSeconds, toSeconds }: QuietHours): number | null {
  if (!isQuiet(atMs, zone, { fromSeconds, toSeconds })) return null;
  const today = zonedAt(atMs, zone).toPlainDate();
  for (const day of [today, today.add({ days: 1 }), today.add({ days: 2 })]) {
    const wall = day.toPlainDateTime().add({ seconds: toSeconds });
    for (const disambiguation of ["earlier", "later"] as const) {
      const endMs = wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
      if (endMs > atMs && !isQuiet(endMs, zone, { fromSeconds, toSeconds })) return endMs;
    }
  }
  throw new Error("quiet hours end within two days");
}

function isQuiet(atMs: number, zone: string, { fromSeconds, toSeconds }: QuietHours): boolean {
  const { hour, minute, second, millisecond } = zonedAt(atMs, zone);
  const wall = hour * 3600 + minute * 60 + second + millisecond / MS_PER_SECOND;
  return fromSeconds < toSeconds ? wall >= fromSeconds && wall < toSeconds : wall >= fromSeconds || wall < toSeconds;
}

function zonedAt(atMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs)).toZonedDateTimeISO(zone);
}
