import "server-only";
import { type LocalWindow, windowsOnDay } from "@/server/domain/time/local-window";
import { startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";

export interface PlanDayClock {
  readonly midnightEpochMs: number;
  /** Wall-clock seconds of the plan's day as elapsed seconds from its midnight. */
  elapsed(wallSeconds: number): number;
  windows(windows: readonly LocalWindow[]): ReturnType<typeof windowsOnDay>;
}

/** The clock of one plan's day. Remembers its answers: a day's thousands of windows are a few dozen different ones. */
export function planDayClock(date: string, timeZone: string): PlanDayClock {
  const elapsedOf = new Map<number, number>();
  const windowsOf = new Map<string, ReturnType<typeof windowsOnDay>>();
  return {
    midnightEpochMs: startOfDay(date, timeZone).getTime(),
    elapsed: (wallSeconds) => {
      const known = elapsedOf.get(wallSeconds) ?? wallToElapsedSeconds(date, timeZone, wallSeconds);
      elapsedOf.set(wallSeconds, known);
      return known;
    },
    windows: (windows) => {
      if (windows.length === 0) return [];
      const key = JSON.stringify(windows);
      const known = windowsOf.get(key) ?? windowsOnDay(windows, date, timeZone);
      windowsOf.set(key, known);
      return known;
    },
  };
}
