import { z } from "zod";
import type { TimeWindow } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "./local-date";
import { wallToElapsedSeconds } from "./zoned-time";

const SECONDS_PER_DAY = 86_400;

/**
 * A promise on the customer's clock: wall-clock seconds of the day in the project's zone (28,800 = 08:00). `toSeconds`
 * beyond 86,400 ends after midnight. With a `date` it holds on that day only, without one on whichever day it is served.
 */
export const localWindowSchema = z
  .object({
    date: localDateSchema.optional(),
    fromSeconds: z.int().min(0).max(SECONDS_PER_DAY),
    toSeconds: z
      .int()
      .min(0)
      .max(2 * SECONDS_PER_DAY),
  })
  .refine((window) => window.fromSeconds < window.toSeconds, { message: "must end after it begins" });
export type LocalWindow = z.infer<typeof localWindowSchema>;

/** The windows that hold on `date`, in elapsed seconds from that day's midnight, sorted and merged where they touch. */
export function windowsOnDay(windows: readonly LocalWindow[], date: string, zone: string): TimeWindow[] {
  const onDay = windows
    .filter((window) => window.date === undefined || window.date === date)
    .map((window) => ({
      fromSeconds: wallToElapsedSeconds(date, zone, window.fromSeconds),
      toSeconds: wallToElapsedSeconds(date, zone, window.toSeconds),
    }))
    .sort((a, b) => a.fromSeconds - b.fromSeconds);
  const merged: TimeWindow[] = [];
  for (const window of onDay) {
    const last = merged.at(-1);
    if (last && window.fromSeconds <= last.toSeconds) {
      merged[merged.length - 1] = { ...last, toSeconds: Math.max(last.toSeconds, window.toSeconds) };
    } else merged.push(window);
  }
  return merged;
}
