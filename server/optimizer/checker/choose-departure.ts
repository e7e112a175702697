import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { type Drive, driveSteps } from "./drive-steps";
import type { RouteStep } from "./route-steps";

/**
 * The departure that counts (README, "What is added up per vehicle"), given the drive that leaves at once. Everything
 * is asked of whole drives; that times never fall as the departure rises is all that is used to search among them.
 */
export function chooseDeparture(
  problem: RoutingProblem,
  vehicle: number,
  steps: readonly RouteStep[],
  earliest: Drive,
): Drive {
  const { shift, breaks = [], reload } = problem.vehicles[vehicle]!;
  const leave = (departure: number) => driveSteps(problem, vehicle, steps, departure);
  const lastReturn = Math.max(shift.toSeconds, earliest.returnSeconds);
  const latestFrom = (from: number, counts: (drive: Drive) => boolean) =>
    leave(greatest(from, shift.toSeconds, (departure) => counts(leave(departure))));

  if (breaks.length > 0 || (reload?.maxCount ?? 0) > 0) {
    const counts = (drive: Drive) => drive.returnSeconds <= earliest.returnSeconds && isNoLater(drive, earliest);
    return latestFrom(shift.fromSeconds, counts);
  }
  // While every visit keeps its window, departing later first shortens the route, then only moves it: so each stretch
  // of departures that meet the same windows is judged by the last one that does not put off the return.
  let best = earliest;
  let first = earliest;
  while (first.departureSeconds <= shift.toSeconds && first.returnSeconds <= lastReturn && isNoLater(first, earliest)) {
    const stretch = (until: number) => (drive: Drive) =>
      drive.returnSeconds <= until && meetsSameWindows(drive, first) && isNoLater(drive, earliest);
    const shortest = latestFrom(first.departureSeconds, stretch(first.returnSeconds));
    if (duration(shortest) < duration(best)) best = shortest;
    first = leave(latestFrom(first.departureSeconds, stretch(lastReturn)).departureSeconds + 1);
  }
  return best;
}

/** What is late is as late as when leaving at once. */
function isNoLater(drive: Drive, earliest: Drive): boolean {
  return drive.times.every(
    (time, i) => time.lateSeconds === 0 || time.startSeconds === earliest.times[i]!.startSeconds,
  );
}

function meetsSameWindows(drive: Drive, other: Drive): boolean {
  return drive.times.every((time, i) => time.window === other.times[i]!.window);
}

function duration(drive: Drive): number {
  return drive.returnSeconds - drive.departureSeconds;
}

/** The greatest whole number of the range for which it holds, given that it holds for the first and for all below. */
function greatest(from: number, to: number, holds: (number: number) => boolean): number {
  let yes = from;
  let no = to + 1;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
