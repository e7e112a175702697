import { dateFormat } from "./intl-formatters";

/** 1 = Monday … 7 = Sunday. */
export const WEEKDAY_NUMBERS = [1, 2, 3, 4, 5, 6, 7] as const;

/** "Mon". */
export function weekdayName(locale: string, weekday: number): string {
  // The first of January 2024 was a Monday.
  return dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
}

/** "Mon–Fri, Sun": days that follow each other are a range from three on. */
export function weekdayRanges(locale: string, weekdays: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of [...weekdays].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => weekdayName(locale, day);
  return runs.flatMap((run) => (run.length < 3 ? run.map(name) : [`${name(run[0]!)}–${name(run.at(-1)!)}`])).join(", ");
}
