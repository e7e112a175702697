import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { PlannedRoute } from "../../checker/planned-route";
import type { RouteStep } from "../../checker/route-steps";
import { startWindows } from "../../checker/start-windows";

export interface LatestArrival {
  readonly latest: number;
  readonly latestForShift: number;
  readonly latestForBreaks: number;
}

/**
 * When each step of a route must begin at the latest: for everything from there on to be in time, for the return to be
 * inside shift and overtime alone, for breaks alone (those taken begin, those left out are not due). Asked with the
 * check-in that stands in front of the step, answers for who is checked in.
 */
export function latestArrivals(
  problem: RoutingProblem,
  route: PlannedRoute,
  steps: readonly RouteStep[],
): (step: number, checkInSeconds: number) => LatestArrival {
  const { shift, overtime, breaks = [] } = problem.vehicles[route.vehicle]!;
  const home = shift.toSeconds + (overtime?.maxSeconds ?? 0);
  const leftOut = breaks.filter((_, index) => !route.breaks.some((taken) => taken.index === index));
  const due = Math.min(Number.MAX_SAFE_INTEGER, ...leftOut.map((each) => each.toSeconds));
  const rows = [{ all: Math.min(home, due), shift: home, breaks: due }];
  for (const step of steps.toReversed()) {
    const behind = rows.at(-1)!;
    rows.push({
      all: latestStart(problem, route, step, behind.all),
      shift: behind.shift - durationOf(problem, route, step),
      breaks:
        step.kind === "break"
          ? latestStart(problem, route, step, behind.breaks)
          : behind.breaks - durationOf(problem, route, step),
    });
  }
  rows.reverse();
  return (step, checkInSeconds) => {
    const row = rows[step]!;
    return {
      latest: row.all + checkInSeconds,
      latestForShift: row.shift + checkInSeconds,
      latestForBreaks: row.breaks + checkInSeconds,
    };
  };
}

/** Latest moment to begin a step that must be over by `end`. */
function latestStart(problem: RoutingProblem, route: PlannedRoute, step: RouteStep, end: number): number {
  const start = end - durationOf(problem, route, step);
  if (step.kind === "drive" || step.kind === "reload") return start;
  if (step.kind === "break") {
    const { fromSeconds, toSeconds } = problem.vehicles[route.vehicle]!.breaks![step.index]!;
    return start < fromSeconds ? Number.NEGATIVE_INFINITY : Math.min(start, toSeconds);
  }
  const begin = start + step.checkInSeconds;
  const window = startWindows(problem.visits[step.visit]!).findLast((each) => each.fromSeconds <= begin);
  return window ? Math.min(begin, window.toSeconds) - step.checkInSeconds : Number.NEGATIVE_INFINITY;
}

function durationOf(problem: RoutingProblem, route: PlannedRoute, step: RouteStep): number {
  if (step.kind === "break") return problem.vehicles[route.vehicle]!.breaks![step.index]!.durationSeconds;
  if (step.kind === "visit") return step.checkInSeconds + problem.visits[step.visit]!.serviceSeconds;
  return step.seconds;
}
