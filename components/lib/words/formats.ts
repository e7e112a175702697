import {
  formatAmount,
  formatCount,
  formatDate,
  formatDistance,
  formatDuration,
  formatInstant,
  formatMinutesDelta,
  formatMoney,
  formatRate,
  formatShare,
  formatTimeOfDay,
  formatTimeRange,
  formatWeight,
  formatZone,
} from "@/components/lib/format";
import { dateFormat, numberFormat } from "@/components/lib/intl-formatters";
import { type DayClock, PLAIN_CLOCK } from "@/server/domain/time/plain-clock";
import { type ShownUnit, type ShownUnits, shownLoad, shownUnits } from "@/server/domain/unit/shown-units";
import type { Reader } from "./reader";

type Maybe = number | null | undefined;

/** Numbers, times and amounts as one reader likes them; absent values are a dash. */
export interface Formats {
  readonly reader: Reader;
  /** 12,345. */
  count(count: number): string;
  /** Any number, with Intl's options. */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 0.873 → "87%". */
  share(share: number): string;
  distance(distanceMeters: Maybe): string;
  /** "h:mm". */
  duration(durationSeconds: Maybe): string;
  /** "+14 min", always signed. */
  minutesDelta(deltaSeconds: number): string;
  /**
   * Clock time from seconds since the service day's midnight: elapsed ones inside a `DayClockProvider`, where they differ
   * from the wall's on days of 23 or 25 hours, else the wall's.
   */
  time(secondOfDay: Maybe): string;
  timeRange(startSecond: Maybe, endSecond: Maybe): string;
  /** Times that are the wall's wherever they stand, as customers' windows of the order book are. */
  wallRange(startSecond: Maybe, endSecond: Maybe): string;
  weight(weightGrams: Maybe): string;
  /** A load in its project's own unit, or in what its reader weighs in where that is a metric one. */
  amount(amount: number, dimension: ShownUnit): string;
  /** In what numbers are typed. */
  readonly units: ShownUnits;
  /** A project's load dimensions in the units of `amount`. */
  loads<D extends ShownUnit>(dimensions: readonly D[]): D[];
  money(amountCents: Maybe, currency: string): string;
  /** What one of a unit costs (`units.moneyPerDistance`), parts of a cent shown: "€0.004". */
  rate(kept: number, unit: ShownUnit, currency: string): string;
  /** A calendar date "2026-03-09". */
  date(date: string | null | undefined, style?: "short" | "medium" | "long"): string;
  /** An instant as date and time in a zone. */
  instant(instant: Date | string | number, zone: string): string;
  /** An instant as clock time in a zone. */
  clock(instant: Date | string | number, zone: string): string;
  /** "Copenhagen (GMT+2)" on that date. */
  zone(zone: string, date: string): string;
  /** "a, b and c". */
  list(parts: readonly string[]): string;
}

export function createFormats(reader: Reader, day: DayClock = PLAIN_CLOCK): Formats {
  const { locale, hour12 } = reader;
  const clock = { locale, hour12 };
  const wall = (seconds: Maybe) => (seconds == null ? seconds : day.wall(seconds));
  const distance = { locale, units: reader.distanceUnit === "km" ? "metric" : "imperial" } as const;
  const weight = { locale, units: reader.weightUnit === "kg" ? "metric" : "imperial" } as const;
  const timeShape = hour12
    ? ({ hour: "numeric", minute: "2-digit", hourCycle: "h12" } as const)
    : ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const);
  return {
    reader,
    count: (count) => formatCount(count, locale),
    number: (value, options) => numberFormat(locale, options).format(value),
    share: (share) => formatShare(share, locale),
    distance: (distanceMeters) => formatDistance(distanceMeters, distance),
    duration: formatDuration,
    minutesDelta: (deltaSeconds) => formatMinutesDelta(deltaSeconds, locale),
    time: (secondOfDay) => formatTimeOfDay(wall(secondOfDay), clock),
    timeRange: (startSecond, endSecond) => formatTimeRange(wall(startSecond), wall(endSecond), clock),
    wallRange: (startSecond, endSecond) => formatTimeRange(startSecond, endSecond, clock),
    weight: (weightGrams) => formatWeight(weightGrams, weight),
    amount: (amount, dimension) => formatAmount(amount, shownLoad(dimension, reader.weightUnit), locale),
    units: shownUnits(reader.distanceUnit, reader.weightUnit),
    loads: (dimensions) => dimensions.map((each) => shownLoad(each, reader.weightUnit)),
    money: (amountCents, currency) => formatMoney(amountCents, currency, locale),
    rate: (kept, unit, currency) => formatRate(kept, unit, currency, locale),
    date: (date, style) => formatDate(date, { style, locale }),
    instant: (instant, zone) => formatInstant(instant, zone, locale, { hour12 }),
    clock: (instant, zone) => dateFormat(locale, { ...timeShape, timeZone: zone }).format(new Date(instant)),
    zone: (zone, date) => formatZone(zone, date, locale),
    list: (parts) => new Intl.ListFormat(locale, { type: "conjunction" }).format(parts),
  };
}
