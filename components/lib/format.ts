/** Words and numbers for people. Every function is pure: locale in, text out. Screens use `t.format`, which knows its reader. */

import type { ShownUnit } from "@/server/domain/unit/shown-units";
import { dateFormat, numberFormat } from "./intl-formatters";
import { amountText } from "./parse-amount";

export type UnitSystem = "metric" | "imperial";

const metersPerMile = 1609.344;
const gramsPerPound = 453.59237;
const daySeconds = 86_400;
export const missing = "–";

export function formatCount(count: number, locale?: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}

/** 0.873 → "87%". */
export function formatShare(share: number, locale?: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** One decimal under 100 km or miles, none above; metres or feet under a tenth of the large unit. */
export function formatDistance(
  distanceMeters: number | null | undefined,
  { units = "metric", locale }: { units?: UnitSystem; locale?: string } = {},
): string {
  if (distanceMeters == null) return missing;
  const large = units === "metric" ? distanceMeters / 1000 : distanceMeters / metersPerMile;
  if (Math.abs(large) < 0.1) {
    const small = units === "metric" ? Math.round(distanceMeters) : Math.round((distanceMeters * 5280) / metersPerMile);
    return numberFormat(locale, { style: "unit", unit: units === "metric" ? "meter" : "foot" }).format(small);
  }
  const digits = Math.abs(large) < 99.95 ? 1 : 0;
  return numberFormat(locale, {
    style: "unit",
    unit: units === "metric" ? "kilometer" : "mile",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(large);
}

/** "h:mm", rounded to the minute: 3,900 s → "1:05"; negative durations carry a real minus. */
export function formatDuration(durationSeconds: number | null | undefined): string {
  if (durationSeconds == null) return missing;
  const minutes = Math.round(Math.abs(durationSeconds) / 60);
  const sign = durationSeconds < 0 && minutes > 0 ? "−" : "";
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A change, always signed, in minutes: "+14 min", "−3 min", "±0 min". */
export function formatMinutesDelta(deltaSeconds: number, locale?: string): string {
  const minutes = Math.round(deltaSeconds / 60);
  const text = numberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "short" }).format(Math.abs(minutes));
  return `${minutes > 0 ? "+" : minutes < 0 ? "−" : "±"}${text}`;
}

/**
 * Clock time from seconds since a service day's local midnight: 34,200 → "09:30". After midnight of the next day
 * "00:20 +1". 24 hours unless `hour12`, then "9:30 am".
 */
export function formatTimeOfDay(
  secondOfDay: number | null | undefined,
  { locale = "en-GB", hour12 = false }: { locale?: string; hour12?: boolean } = {},
): string {
  if (secondOfDay == null) return missing;
  const minute = Math.floor(secondOfDay / 60) * 60;
  const day = Math.floor(minute / daySeconds);
  const shape = { ...clockShape(hour12), timeZone: "UTC" };
  const time = dateFormat(locale, shape).format(minute * 1000);
  if (day === 0) return time;
  return `${time} ${day > 0 ? "+" : "−"}${Math.abs(day)}`;
}

/** The cycle by name: `hour12: false` would say midnight as 24:00 in some locales, `hour12: true` noon as 0:00 in others. */
function clockShape(hour12: boolean): Intl.DateTimeFormatOptions {
  return hour12
    ? { hour: "numeric", minute: "2-digit", hourCycle: "h12" }
    : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
}

/** "09:00–11:30". */
export function formatTimeRange(
  startSecond: number | null | undefined,
  endSecond: number | null | undefined,
  options: { locale?: string; hour12?: boolean } = {},
): string {
  if (startSecond == null && endSecond == null) return missing;
  if (startSecond == null) return `–${formatTimeOfDay(endSecond, options)}`;
  if (endSecond == null) return `${formatTimeOfDay(startSecond, options)}–`;
  return `${formatTimeOfDay(startSecond, options)}–${formatTimeOfDay(endSecond, options)}`;
}

export function formatWeight(
  weightGrams: number | null | undefined,
  { units = "metric", locale }: { units?: UnitSystem; locale?: string } = {},
): string {
  if (weightGrams == null) return missing;
  const value = units === "metric" ? weightGrams / 1000 : weightGrams / gramsPerPound;
  const digits = Math.abs(value) < 99.95 ? 1 : 0;
  return numberFormat(locale, {
    style: "unit",
    unit: units === "metric" ? "kilogram" : "pound",
    maximumFractionDigits: digits,
  }).format(value);
}

/** An amount stored in `perUnit`ths of its unit: 12,400 g as "12 kg", 1,500 as "1.5 kg"; only the number without a unit. */
export function formatAmount(
  amount: number,
  { unit, perUnit }: { unit: string; perUnit: number },
  locale = "en-GB",
): string {
  const value = amount / perUnit;
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  const shape = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  const text = numberFormat(locale, shape).format(value);
  return unit ? `${text} ${unit}` : text;
}

/** `currency` is ISO 4217; cents are hundredths whatever the currency's own minor unit. */
export function formatMoney(amountCents: number | null | undefined, currency: string, locale?: string): string {
  if (amountCents == null) return missing;
  return numberFormat(locale, { style: "currency", currency }).format(amountCents / 100);
}

/**
 * A price for each unit of something, kept in cents by another: to the hundredth of a cent, as a tariff by the kilogram
 * needs it, and as it was typed: 6.21 ¢/km, typed as $0.10 a mile, is not $0.0999.
 */
export function formatRate(kept: number, unit: ShownUnit, currency: string, locale?: string): string {
  const shape = { style: "currency", currency, maximumFractionDigits: 4 } as const;
  return numberFormat(locale, shape).format(Number(amountText(kept, unit)));
}

/** A calendar date "2026-03-09", which belongs to no zone: short "9 Mar", medium "Mon 9 Mar 2026", long with full names. */
export function formatDate(
  date: string | null | undefined,
  { style = "medium", locale }: { style?: "short" | "medium" | "long"; locale?: string } = {},
): string {
  if (!date) return missing;
  const shapes: Record<string, Intl.DateTimeFormatOptions> = {
    short: { day: "numeric", month: "short" },
    medium: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
    long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  };
  return dateFormat(locale, { ...shapes[style], timeZone: "UTC" }).format(Date.parse(`${date}T00:00:00Z`));
}

/** An instant as date and time in the zone given. */
export function formatInstant(
  instant: Date | string | number,
  zone: string,
  locale?: string,
  { hour12 }: { hour12?: boolean } = {},
): string {
  const shape: Intl.DateTimeFormatOptions =
    hour12 === undefined
      ? { dateStyle: "medium", timeStyle: "short" }
      : { day: "numeric", month: "short", year: "numeric", ...clockShape(hour12) };
  return dateFormat(locale, { ...shape, timeZone: zone }).format(new Date(instant));
}

/** A zone as people say it on a date, with its offset then, or both where it changes: "Copenhagen (GMT+1 → GMT+2)". */
export function formatZone(zone: string, date: string, locale?: string): string {
  const format = dateFormat(locale, { timeZone: zone, timeZoneName: "shortOffset" });
  const offsetAt = (ms: number) => format.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
  const noon = Date.parse(`${date}T12:00:00Z`);
  const [, hours = "0", minutes = "0"] = /([+-]\d+)(?::(\d+))?$/.exec(offsetAt(noon).replace("−", "-")) ?? [];
  const localNoon = noon - (Number(hours) * 60 + Math.sign(Number(hours)) * Number(minutes)) * 60_000;
  const offsets = [-HALF_A_DAY_MS, HALF_A_DAY_MS - 1].map((away) => offsetAt(localNoon + away));
  const offset = [...new Set(offsets)].join(" → ");
  const city = zone.split("/").at(-1)!.replaceAll("_", " ");
  return city === offset ? city : `${city} (${offset})`;
}

const HALF_A_DAY_MS = 43_200_000;
