import type { RoutingVisit, TimeWindow } from "./routing-problem";

/** What of a visit decides when its service begins. */
export type TimedVisit = Pick<RoutingVisit, "serviceSeconds" | "windows" | "windowSemantics">;

export interface VisitTime {
  readonly arrive: number;
  /** From arriving to where service could begin. */
  readonly checkIn: number;
  readonly start: number;
  /** Seconds past the end of the last window that could have been met; 0 when on time. */
  readonly late: number;
  /** How much later service could start within the window chosen. */
  readonly slack: number;
}

/**
 * When service begins for whoever arrives then and checks in: at once, or when the first window that can still be met
 * opens.
 */
export function timeVisit(visit: TimedVisit, arrive: number, checkIn = 0): VisitTime {
  const ready = arrive + checkIn;
  if (visit.windows.length === 0) return { arrive, checkIn, start: ready, late: 0, slack: Number.MAX_SAFE_INTEGER };
  const latestStart = (window: TimeWindow) =>
    visit.windowSemantics === "finish" ? window.toSeconds - visit.serviceSeconds : window.toSeconds;
  for (const window of visit.windows) {
    const latest = latestStart(window);
    if (ready <= latest && window.fromSeconds <= latest) {
      const start = Math.max(ready, window.fromSeconds);
      return { arrive, checkIn, start, late: 0, slack: latest - start };
    }
  }
  const last = visit.windows.at(-1)!;
  // Waiting for a window too short for the service helps nobody: late is what counts from the start of service.
  const start = Math.max(ready, last.fromSeconds);
  return { arrive, checkIn, start, late: Math.max(1, start - latestStart(last)), slack: 0 };
}
