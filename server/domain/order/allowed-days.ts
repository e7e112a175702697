import { z } from "zod";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
import type { TimeWindow, WindowSemantics } from "@/server/domain/plan/routing-problem";
import { isLocalDate, localDateSchema } from "@/server/domain/time/local-date";
import { wallToElapsedSeconds } from "@/server/domain/time/zoned-time";

const SECONDS_PER_DAY = 86_400;
/** A shift may run into the day after; nothing of a plan's day is later. */
const LAST_SECOND = 2 * SECONDS_PER_DAY - 1;

/** A moment by the clock on the wall, `YYYY-MM-DDTHH:MM:SS`, of a day that exists. */
export const localMomentSchema = z
  .string()
  .refine((text) => /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isLocalDate(text.slice(0, 10)), {
    message: "must be a real moment written YYYY-MM-DDTHH:MM:SS, between 2000 and 2100",
  });

/**
 * On which days a delivery may be made, by the project's clock; whatever is absent does not restrict. All that is there
 * must be met: one of the weekdays, from the first to the last date, and service begun within one of the spans, both of
 * whose ends belong to it.
 */
export const allowedDaysSchema = z
  .object({
    weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length).optional(),
    fromDate: localDateSchema.optional(),
    toDate: localDateSchema.optional(),
    spans: z
      .array(
        z
          .object({ from: localMomentSchema.optional(), to: localMomentSchema.optional() })
          .refine(({ from = "", to = "9" }) => from <= to, {
            path: ["to"],
            message: "must not be before its beginning",
          }),
      )
      .min(1)
      .max(100)
      .optional(),
  })
  .refine(({ fromDate = "", toDate = "9" }) => fromDate <= toDate, {
    path: ["toDate"],
    message: "must not be before the first day",
  });
export type AllowedServiceDays = z.output<typeof allowedDaysSchema>;
type Span = NonNullable<AllowedServiceDays["spans"]>[number];

/** When a visit may be served on one day. */
export interface VisitTimes {
  /** In elapsed seconds from the day's midnight, sorted and apart; empty: at any time. */
  readonly windows: readonly TimeWindow[];
  readonly windowSemantics: WindowSemantics;
}

/** True where every day will do. */
export function isAnyDay({ weekdays, fromDate, toDate, spans }: AllowedServiceDays): boolean {
  return weekdays === undefined && fromDate === undefined && toDate === undefined && spans === undefined;
}

/** Whether a delivery may be made on this day at all. */
export function isAllowedOn({ weekdays, fromDate, toDate, spans }: AllowedServiceDays, date: string): boolean {
  if (weekdays && !weekdays.includes(weekdayOf(date))) return false;
  if ((fromDate !== undefined && date < fromDate) || (toDate !== undefined && toDate < date)) return false;
  return spans?.some((span) => reaches(span, date)) ?? true;
}

/**
 * The spans as windows in which service begins on a day that is allowed, sorted and merged where they touch; undefined
 * where they leave the whole day. A span that goes on after midnight holds for a shift that does, too.
 */
export function spansOnDay({ spans }: AllowedServiceDays, date: string, zone: string): TimeWindow[] | undefined {
  if (!spans) return undefined;
  const last = wallToElapsedSeconds(date, zone, LAST_SECOND);
  const windows = spans
    .filter((span) => reaches(span, date))
    .map(({ from, to }) => ({
      fromSeconds: from === undefined ? 0 : Math.max(0, elapsed(from, date, zone)),
      toSeconds: to === undefined ? last : Math.min(last, elapsed(to, date, zone)),
    }))
    .filter(({ fromSeconds, toSeconds }) => fromSeconds <= toSeconds)
    .sort((a, b) => a.fromSeconds - b.fromSeconds);
  const merged: TimeWindow[] = [];
  for (const window of windows) {
    const before = merged.at(-1);
    if (before && window.fromSeconds <= before.toSeconds + 1) {
      merged[merged.length - 1] = { ...before, toSeconds: Math.max(before.toSeconds, window.toSeconds) };
    } else merged.push(window);
  }
  const [first] = merged;
  return first && first.fromSeconds === 0 && first.toSeconds === last ? undefined : merged;
}

/**
 * A visit's own windows of a day with what the spans leave of them; null where no moment of the day is left. Windows that
 * must see the end of service as well become those in which it may begin, which is what spans are about.
 */
export function timesWithin(
  own: VisitTimes,
  serviceSeconds: number,
  spans: readonly TimeWindow[] | undefined,
): VisitTimes | null {
  if (spans === undefined) return own;
  if (own.windows.length === 0) return spans.length === 0 ? null : { windows: spans, windowSemantics: "start" };
  const tail = own.windowSemantics === "finish" ? serviceSeconds : 0;
  const windows = own.windows.flatMap(({ fromSeconds, toSeconds }) =>
    spans
      .map((span) => ({
        fromSeconds: Math.max(fromSeconds, span.fromSeconds),
        toSeconds: Math.min(toSeconds - tail, span.toSeconds),
      }))
      .filter((window) => window.fromSeconds <= window.toSeconds),
  );
  return windows.length === 0 ? null : { windows, windowSemantics: "start" };
}

function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

function reaches({ from, to }: Span, date: string): boolean {
  return (from === undefined || from.slice(0, 10) <= date) && (to === undefined || date <= to.slice(0, 10));
}

/** A moment on the clock of a plan's day, at most a day away from it. */
function elapsed(moment: string, date: string, zone: string): number {
  const days = (Date.parse(moment.slice(0, 10)) - Date.parse(date)) / (SECONDS_PER_DAY * 1000);
  const [hours, minutes, seconds] = moment.slice(11).split(":").map(Number);
  const wall = days * SECONDS_PER_DAY + hours! * 3600 + minutes! * 60 + seconds!;
  return wallToElapsedSeconds(date, zone, Math.min(Math.max(wall, 0), LAST_SECOND));
}
