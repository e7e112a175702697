import "server-only";
import {
  type AllowedServiceDays,
  isAllowedOn,
  isAnyDay,
  spansOnDay,
  timesWithin,
  type VisitTimes,
} from "@/server/domain/order/allowed-days";
import type { WindowSemantics } from "@/server/domain/plan/routing-problem";
import { type LocalWindow, windowsOnDay } from "@/server/domain/time/local-window";
import { startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";

export interface PlanDayClock {
  readonly midnightEpochMs: number;
  /** Wall-clock seconds of the plan's day as elapsed seconds from its midnight. */
  elapsed(wallSeconds: number): number;
  windows(windows: readonly LocalWindow[]): ReturnType<typeof windowsOnDay>;
  /** When a visit with these windows may be served on the plan's day; null where it may not. */
  times(visit: TimedVisit): VisitTimes | null;
}

/** What of a visit says when it may be served. */
export interface TimedVisit {
  readonly windows: readonly LocalWindow[];
  readonly windowSemantics: WindowSemantics;
  readonly serviceSeconds: number;
  readonly allowedDays: AllowedServiceDays;
}

/** The clock of one plan's day. Remembers its answers: a day's thousands of windows are a few dozen different ones. */
export function planDayClock(date: string, timeZone: string): PlanDayClock {
  const elapsedOf = new Map<number, number>();
  const windowsOf = new Map<string, ReturnType<typeof windowsOnDay>>();
  const clock: PlanDayClock = {
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
    times: ({ windows: promised, windowSemantics, serviceSeconds, allowedDays }) => {
      const windows = clock.windows(promised);
      if (promised.length > 0 && windows.length === 0) return null;
      if (isAnyDay(allowedDays)) return { windows, windowSemantics };
      if (!isAllowedOn(allowedDays, date)) return null;
      const spans = spansOnDay(allowedDays, date, timeZone);
      return timesWithin({ windows, windowSemantics }, serviceSeconds, spans);
    },
  };
  return clock;
}
