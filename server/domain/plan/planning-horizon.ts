import { Temporal } from "temporal-polyfill";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import type { TimeWindow } from "./routing-problem";

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * The days a plan spans. All its times run on one clock: seconds elapsed since the first day's local midnight, so that
 * days with a clock change are an hour shorter or longer on it.
 */
export interface PlanningHorizon {
  readonly firstDate: string;
  readonly dayCount: number;
  readonly zone: string;
}

export interface HorizonDay {
  readonly date: string;
  readonly weekday: Weekday;
  /** Its first and last second on the horizon's clock. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** On which days something may happen; absent: on all. Where both are given, a day must meet both. */
export interface AllowedDays {
  readonly dates?: readonly string[];
  readonly weekdays?: readonly Weekday[];
}

/** When a visit may be served. Neither windows nor ranges: at any time of its allowed days. */
export interface AllowedTimes extends AllowedDays {
  /** By the clock on the wall, on their date or on every allowed day; past midnight they belong to the day they begin on. */
  readonly windows?: readonly LocalWindow[];
  /** On the horizon's clock, over several days if need be; only their allowed days count. */
  readonly ranges?: readonly TimeWindow[];
}

export function daysOf({ firstDate, dayCount, zone }: PlanningHorizon): HorizonDay[] {
  const first = Temporal.PlainDate.from(firstDate);
  const begin = startOfDay(firstDate, zone).getTime();
  const secondsAt = (date: Temporal.PlainDate) => (startOfDay(date.toString(), zone).getTime() - begin) / 1000;
  return Array.from({ length: dayCount }, (_, i) => {
    const date = first.add({ days: i });
    return {
      date: date.toString(),
      weekday: WEEKDAYS[date.dayOfWeek - 1]!,
      fromSeconds: secondsAt(date),
      toSeconds: secondsAt(date.add({ days: 1 })) - 1,
    };
  });
}

/** A wall-clock time (28,800 = 08:00) of any date, before or after the horizon as well, on the horizon's clock. */
export function secondsInHorizon({ firstDate, zone }: PlanningHorizon, date: string, wallSeconds: number): number {
  const midnight = (startOfDay(date, zone).getTime() - startOfDay(firstDate, zone).getTime()) / 1000;
  return midnight + wallToElapsedSeconds(date, zone, wallSeconds);
}

export function allowedDays(horizon: PlanningHorizon, { dates, weekdays }: AllowedDays): HorizonDay[] {
  return daysOf(horizon).filter(
    (day) => (dates?.includes(day.date) ?? true) && (weekdays?.includes(day.weekday) ?? true),
  );
}

/**
 * All times a visit may be served, as windows on the horizon's clock, sorted and merged where they touch. Undefined
 * where nothing is asked for; empty where no moment of the horizon will do.
 */
export function windowsInHorizon(horizon: PlanningHorizon, allowed: AllowedTimes): TimeWindow[] | undefined {
  const { windows = [], ranges = [], dates, weekdays } = allowed;
  const isAnyTime = windows.length === 0 && ranges.length === 0;
  if (isAnyTime && !dates && !weekdays) return undefined;
  const days = allowedDays(horizon, allowed);
  if (isAnyTime) return merged(days);
  const daily = days.flatMap((day) =>
    windows
      .filter((window) => window.date === undefined || window.date === day.date)
      .map((window) => ({
        fromSeconds: secondsInHorizon(horizon, day.date, window.fromSeconds),
        toSeconds: secondsInHorizon(horizon, day.date, window.toSeconds),
      })),
  );
  const isEveryDay = !dates && !weekdays;
  const clipped = isEveryDay ? ranges : ranges.flatMap((range) => overlaps(range, merged(days)));
  return merged([...daily, ...clipped]);
}

/**
 * The vehicle-days on which some of these windows can be met: a route of one of the others could never serve the visit.
 * Each vehicle-day is given by the time its vehicle may be under way.
 */
export function vehicleDaysWithin(windows: readonly TimeWindow[], vehicleDays: readonly TimeWindow[]): number[] {
  return [...vehicleDays.keys()].filter((k) => overlaps(vehicleDays[k]!, windows).length > 0);
}

function overlaps(range: TimeWindow, windows: readonly TimeWindow[]): TimeWindow[] {
  return windows
    .map((window) => ({
      fromSeconds: Math.max(range.fromSeconds, window.fromSeconds),
      toSeconds: Math.min(range.toSeconds, window.toSeconds),
    }))
    .filter((overlap) => overlap.fromSeconds <= overlap.toSeconds);
}

function merged(windows: readonly TimeWindow[]): TimeWindow[] {
  const result: TimeWindow[] = [];
  for (const { fromSeconds, toSeconds } of [...windows].sort((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = result.at(-1);
    if (last && fromSeconds <= last.toSeconds + 1) {
      result[result.length - 1] = { ...last, toSeconds: Math.max(last.toSeconds, toSeconds) };
    } else result.push({ fromSeconds, toSeconds });
  }
  return result;
}
