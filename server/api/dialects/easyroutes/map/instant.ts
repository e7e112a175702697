import type { DateWire, TimeOfDayWire, TimeWindowWire } from "../wire/proto";
import { secondsOf } from "../wire/proto";

const DAY_SECONDS = 86_400;

/** RFC 3339, without fractions of a second where there are none. */
export function instantOf(at: number | Date): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

export const secondsOfDuration = (text: string): number => Math.round(Number.parseFloat(text));
export const durationOf = (seconds: number): string => `${seconds}s`;

const two = (value: number) => String(value).padStart(2, "0");

export function toLocalDate({ year, month, day }: DateWire): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

export function fromLocalDate(date: string): DateWire {
  const [year, month, day] = date.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
}

interface Window {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** On the project's clock, whichever day it is; open at an end that is not said. */
export function toWindows(windows: readonly TimeWindowWire[] = []): Window[] {
  return windows
    .filter(({ start, end }) => start ?? end)
    .map(({ start, end }) => ({
      fromSeconds: start ? secondsOf(start) : 0,
      toSeconds: end ? secondsOf(end) : DAY_SECONDS,
    }));
}

/** The first of them: there is at most one. */
export function fromWindows([first]: readonly Window[]): TimeWindowWire[] {
  if (!first) return [];
  const end = first.toSeconds < DAY_SECONDS ? { end: timeOfDay(first.toSeconds) } : {};
  return [{ start: timeOfDay(first.fromSeconds), ...end }];
}

function timeOfDay(seconds: number): TimeOfDayWire {
  const wall = Math.min(seconds, DAY_SECONDS - 1);
  return { hours: Math.floor(wall / 3600), minutes: Math.floor(wall / 60) % 60, seconds: wall % 60 };
}
