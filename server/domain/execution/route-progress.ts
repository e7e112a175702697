import type { RouteProgress, StopProgress } from "./estimate-arrivals";
import type { RouteRun } from "./run-state";

/** A route's state in the plan's own seconds: elapsed since its local midnight. */
export function routeProgress(run: RouteRun, midnightEpochMs: number): RouteProgress {
  const seconds = (atMs: number | null) => (atMs === null ? null : (atMs - midnightEpochMs) / 1000);
  return {
    startedSeconds: seconds(run.startedAtMs),
    isFinished: run.finishedAtMs !== null,
    stops: new Map(
      [...run.stops.values()].map((stop): [string, StopProgress] => [
        stop.visitId,
        {
          status: stop.status,
          departedSeconds: seconds(stop.departedAtMs),
          arrivedSeconds: seconds(stop.arrivedAtMs),
          completedSeconds: seconds(stop.completion?.atMs ?? null),
        },
      ]),
    ),
  };
}
