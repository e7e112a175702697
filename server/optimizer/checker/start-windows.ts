import type { RoutingVisit, TimeWindow } from "@/server/domain/plan/routing-problem";

/** When service may start; a window too short for a service that must end inside it is none. */
export function startWindows(visit: RoutingVisit): TimeWindow[] {
  if (visit.windows.length === 0) return [{ fromSeconds: 0, toSeconds: Number.MAX_SAFE_INTEGER }];
  const within = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
  return visit.windows
    .map((window) => ({ fromSeconds: window.fromSeconds, toSeconds: window.toSeconds - within }))
    .filter((window) => window.fromSeconds <= window.toSeconds);
}

/** The last moment to start, be it before the window opens. */
export function lastStart(visit: RoutingVisit): number {
  const within = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
  return (visit.windows.at(-1)?.toSeconds ?? Number.MAX_SAFE_INTEGER) - within;
}
