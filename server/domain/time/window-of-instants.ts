import { addLocalDays } from "./local-date";
import type { LocalWindow } from "./local-window";
import { localDateAt, startOfDay, wallSecondsAt, wallToElapsedSeconds } from "./zoned-time";

const SECONDS_PER_DAY = 86_400;
const MOST_DAYS = 10;

/**
 * A span between two instants as windows on the clock of `zone`: one that may end after midnight, or, of more than a
 * day, one a day. Undefined where it takes more than ten.
 */
export function windowsOfInstants(from: Date, to: Date, zone: string): LocalWindow[] | undefined {
  const [firstDate, lastDate] = [localDateAt(from, zone), localDateAt(to, zone)];
  const [fromSeconds, toSeconds] = [wallSecondsAt(from, zone), wallSecondsAt(to, zone)];
  if (firstDate === lastDate) return fromSeconds < toSeconds ? [{ date: firstDate, fromSeconds, toSeconds }] : [];
  if (addLocalDays(firstDate, 1) === lastDate && toSeconds <= fromSeconds) {
    return [{ date: firstDate, fromSeconds, toSeconds: toSeconds + SECONDS_PER_DAY }];
  }
  const windows: LocalWindow[] = [{ date: firstDate, fromSeconds, toSeconds: SECONDS_PER_DAY }];
  for (let date = addLocalDays(firstDate, 1); date < lastDate; date = addLocalDays(date, 1)) {
    if (windows.length === MOST_DAYS) return undefined;
    windows.push({ date, fromSeconds: 0, toSeconds: SECONDS_PER_DAY });
  }
  if (toSeconds > 0) windows.push({ date: lastDate, fromSeconds: 0, toSeconds });
  return windows.length > MOST_DAYS ? undefined : windows;
}

/** From the beginning of the first of these windows to the end of the last; those without a date hold on `date`. */
export function instantsOfWindows(
  windows: readonly LocalWindow[],
  date: string | undefined,
  zone: string,
): { readonly from: Date; readonly to: Date } | undefined {
  const spans = windows.flatMap((window) => {
    const day = window.date ?? date;
    if (day === undefined) return [];
    const at = (wallSeconds: number) =>
      startOfDay(day, zone).getTime() + wallToElapsedSeconds(day, zone, wallSeconds) * 1000;
    return [{ from: at(window.fromSeconds), to: at(window.toSeconds) }];
  });
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: new Date(from), to: new Date(to) };
}
