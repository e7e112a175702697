import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { type Drive, driveSteps } from "./drive-steps";
import type { RouteStep } from "./route-steps";

/**
 * The departure that counts (README, "What is added up per vehicle"), given the drive that leaves at once. While every
 * visit and break keeps its window, departing later first shortens the route, then only moves it: so the departures
 * are looked at stretch by stretch, each meeting the same windows.
 */
export function chooseDeparture(
  problem: RoutingProblem,
  vehicle: number,
  steps: readonly RouteStep[],
  earliest: Drive,
): Drive {
  const { shift, breaks = [], reload } = problem.vehicles[vehicle]!;
  const leave = (departure: number) => driveSteps(problem, vehicle, steps, departure);
  const latest = (drive: Drive, until: number) =>
    Math.min(shift.toSeconds, latestDeparture(problem, vehicle, steps, drive, until));

  const leavesLast = breaks.length > 0 || (reload?.maxCount ?? 0) > 0;
  const lastReturn = leavesLast ? earliest.returnSeconds : Math.max(shift.toSeconds, earliest.returnSeconds);
  let best = earliest;
  let first = earliest;
  while (first.departureSeconds <= shift.toSeconds && first.returnSeconds <= lastReturn && isNoLater(first, earliest)) {
    const shortest = leave(latest(first, first.returnSeconds));
    if (leavesLast || duration(shortest) < duration(best)) best = shortest;
    first = leave(latest(first, lastReturn) + 1);
  }
  return best;
}

/** The latest departure that meets the same windows as this drive, is late where it is, and returns by then. */
function latestDeparture(
  problem: RoutingProblem,
  vehicle: number,
  steps: readonly RouteStep[],
  drive: Drive,
  until: number,
): number {
  let latest = until;
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!;
    const { startSeconds, endSeconds, lateSeconds, window } = drive.times[i]!;
    latest -= endSeconds - startSeconds;
    if (lateSeconds > 0) latest = Math.min(latest, startSeconds);
    else if (step.kind === "break")
      latest = Math.min(latest, problem.vehicles[vehicle]!.breaks![step.index]!.toSeconds);
    else if (step.kind === "visit") latest = Math.min(latest, step.windows[window]!.toSeconds);
    if (step.kind === "visit") latest -= step.checkInSeconds;
  }
  return latest;
}

/** What is late is as late as when leaving at once. */
function isNoLater(drive: Drive, earliest: Drive): boolean {
  return drive.times.every(
    (time, i) => time.lateSeconds === 0 || time.startSeconds === earliest.times[i]!.startSeconds,
  );
}

function duration(drive: Drive): number {
  return drive.returnSeconds - drive.departureSeconds;
}
