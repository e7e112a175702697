import type { ScheduleVisit } from "../route-schedule";

/** The clock along a route, with what `scheduleRoute` needs to know how far the start can be put off. */
export interface ServiceClock {
  /** When the driver leaves the last visit served. */
  seconds: number;
  /** Waited so far. */
  waited: number;
  /** How far the start can be put off before a visit so far gets late. */
  delay: number;
  /** Seconds late so far, over all visits. */
  late: number;
  /** Spent on breaks so far. */
  rested: number;
  /** Nobody arrives anywhere before: the last word from a route under way, else 0. */
  notBefore: number;
}

export const UNBOUND = Number.MAX_SAFE_INTEGER;

export function clockAt(seconds: number): ServiceClock {
  return { seconds, waited: 0, delay: UNBOUND, late: 0, rested: 0, notBefore: 0 };
}

/**
 * One visit's share of `scheduleRoute`, without its objects: this runs thousands of times per pointer move. Returns how
 * much later service could begin inside the window it falls into.
 */
export function serve(clock: ServiceClock, visit: ScheduleVisit, legSeconds: number, checkInSeconds: number): number {
  const ready = Math.max(clock.notBefore, clock.seconds + legSeconds) + checkInSeconds;
  const { windows } = visit;
  const beforeEnd = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
  let start = ready;
  let slack = windows.length === 0 ? UNBOUND : -1;
  for (const window of windows) {
    const latest = window.toSeconds - beforeEnd;
    if (ready <= latest && window.fromSeconds <= latest) {
      start = Math.max(ready, window.fromSeconds);
      slack = latest - start;
      break;
    }
  }
  if (slack < 0) {
    const last = windows[windows.length - 1]!;
    start = Math.max(ready, last.fromSeconds);
    slack = 0;
    clock.late += Math.max(1, start - (last.toSeconds - beforeEnd));
  }
  clock.waited += start - ready;
  clock.delay = Math.min(clock.delay, clock.waited + slack);
  clock.seconds = start + visit.serviceSeconds;
  return slack;
}

/** The latest that service may ever begin without being late. */
export function latestStart(visit: ScheduleVisit): number {
  const last = visit.windows.at(-1);
  if (!last) return UNBOUND;
  return last.toSeconds - (visit.windowSemantics === "finish" ? visit.serviceSeconds : 0);
}
