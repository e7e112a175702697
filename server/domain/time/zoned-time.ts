import { Temporal } from "temporal-polyfill";

/** True for a zone name the platform knows (`Europe/Copenhagen`). */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const DAY_MILLISECONDS = 86_400_000;
const MOST_DAYS = 2000;
/** Dates of four digits, with a day to spare. */
const [FIRST_PLAIN_MS, LAST_PLAIN_MS] = [Date.UTC(1971, 0, 2), Date.UTC(9999, 11, 30)];

interface ZonedDay {
  readonly startMs: number;
  /** Of 24 hours: the clock and the time elapsed agree on it. */
  readonly isPlain: boolean;
}
/** Days by zone and date: the same few are asked for with every delivery that is said. */
const days = new Map<string, ZonedDay>();

function zonedDay(date: string, zone: string): ZonedDay {
  const key = `${zone} ${date}`;
  const known = days.get(key);
  if (known) return known;
  const start = Temporal.PlainDate.from(date);
  const [startMs, endMs] = [start, start.add({ days: 1 })].map(
    (day) => day.toZonedDateTime({ timeZone: zone }).epochMilliseconds,
  ) as [number, number];
  const day = { startMs, isPlain: endMs - startMs === DAY_MILLISECONDS };
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, day);
  return day;
}

/** The instant at which `date` begins in `zone` (the first moment of the day, whatever clock changes do to midnight). */
export function startOfDay(date: string, zone: string): Date {
  return new Date(zonedDay(date, zone).startMs);
}

/**
 * Wall-clock seconds of `date` (28,800 = 08:00 on the clock; ≥ 86,400 = next day) as elapsed seconds from that day's
 * midnight in `zone`. The two differ only on days with a clock change.
 */
export function wallToElapsedSeconds(date: string, zone: string, wallSeconds: number): number {
  if (wallSeconds >= 0 && wallSeconds < 86_400 && zonedDay(date, zone).isPlain) return Math.round(wallSeconds);
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(wallSeconds / 86_400) });
  const secondsOfDay = ((wallSeconds % 86_400) + 86_400) % 86_400;
  const wall = day.toPlainDateTime({
    hour: Math.floor(secondsOfDay / 3600),
    minute: Math.floor((secondsOfDay % 3600) / 60),
    second: secondsOfDay % 60,
  });
  const instant = wall.toZonedDateTime(zone).epochMilliseconds;
  return Math.round((instant - startOfDay(date, zone).getTime()) / 1000);
}

/** The day of 24 hours that an instant is in, and when it began; undefined where the clock and the time elapsed differ. */
function plainDayAt(ms: number, zone: string): { readonly date: string; readonly startMs: number } | undefined {
  if (!(ms >= FIRST_PLAIN_MS && ms <= LAST_PLAIN_MS)) return undefined;
  // No zone is more than a day away from UTC.
  for (const days of [0, 1, -1]) {
    const date = new Date(ms + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
    const { startMs, isPlain } = zonedDay(date, zone);
    if (isPlain && ms >= startMs && ms < startMs + DAY_MILLISECONDS) return { date, startMs };
  }
  return undefined;
}

/** The calendar day it is at `instant` in `zone`. */
export function localDateAt(instant: Date, zone: string): string {
  const plain = plainDayAt(instant.getTime(), zone);
  if (plain) return plain.date;
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** How far `zone` is ahead of UTC at an instant, in milliseconds. */
export function zoneOffsetMs(instant: Date, zone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1e6;
}

/** What the clock shows at `instant` in `zone`, in whole seconds since it showed midnight. */
export function wallSecondsAt(instant: Date, zone: string): number {
  const plain = plainDayAt(instant.getTime(), zone);
  if (plain) return Math.floor((instant.getTime() - plain.startMs) / 1000);
  const wall = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainTime();
  return wall.hour * 3600 + wall.minute * 60 + wall.second;
}
