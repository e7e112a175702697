import type { RoutingProblem, TimeWindow } from "@/server/domain/plan/routing-problem";
import type { RouteStep } from "./route-steps";
import { lastStart } from "./start-windows";

/** When one step happens. */
export interface StepTime {
  /** The end of the step before. */
  readonly arrivalSeconds: number;
  /** After check-in and any wait for a window. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Seconds after the last moment to start, 0 if in time. */
  readonly lateSeconds: number;
  /** The window met, counted from 0; their number, if none was. */
  readonly window: number;
}

export interface Drive {
  readonly departureSeconds: number;
  /** One per step. */
  readonly times: readonly StepTime[];
  readonly returnSeconds: number;
}

/**
 * Takes the steps one after the other, each as early as it can be. What comes too late is done on arrival and noted.
 * Nothing can get earlier by departing later: every time here never falls as the departure rises.
 */
export function driveSteps(
  problem: RoutingProblem,
  vehicle: number,
  steps: readonly RouteStep[],
  departureSeconds: number,
): Drive {
  let now = departureSeconds;
  const times = steps.map((step) => {
    const time = timeStep(problem, vehicle, step, now);
    now = time.endSeconds;
    return time;
  });
  return { departureSeconds, times, returnSeconds: now };
}

function timeStep(problem: RoutingProblem, vehicle: number, step: RouteStep, now: number): StepTime {
  switch (step.kind) {
    case "drive":
    case "reload":
      return { ...NOT_LATE, arrivalSeconds: now, startSeconds: now, endSeconds: now + step.seconds };
    case "break": {
      const taken = problem.vehicles[vehicle]!.breaks![step.index]!;
      return startWithin([taken], taken.toSeconds, now, now, taken.durationSeconds);
    }
    case "visit": {
      const visit = problem.visits[step.visit]!;
      const ready = now + step.checkInSeconds;
      return startWithin(step.windows, lastStart(visit), now, ready, visit.serviceSeconds);
    }
  }
}

const NOT_LATE = { lateSeconds: 0, window: 0 };

/** Starts in the first window that is still open, waiting for it; at once if there is none. */
function startWithin(
  windows: readonly TimeWindow[],
  last: number,
  arrivalSeconds: number,
  ready: number,
  seconds: number,
): StepTime {
  const open = windows.findIndex((window) => ready <= window.toSeconds);
  if (open < 0) {
    // At least one second late: a window too short for the service has passed before it opens.
    const lateSeconds = Math.max(1, ready - last);
    return { arrivalSeconds, startSeconds: ready, endSeconds: ready + seconds, lateSeconds, window: windows.length };
  }
  const startSeconds = Math.max(ready, windows[open]!.fromSeconds);
  return { arrivalSeconds, startSeconds, endSeconds: startSeconds + seconds, lateSeconds: 0, window: open };
}
