import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { driveSteps, type StepTime } from "../../checker/drive-steps";
import type { PlannedRoute } from "../../checker/planned-route";
import { type MoneyUnits, NO_MONEY, routeMoney } from "../../checker/route-money";
import { type RouteStep, routeSteps } from "../../checker/route-steps";
import { startWindows } from "../../checker/start-windows";

/** A route's times by the checker's steps, leaving at once, and what it takes at the departure that counts. */
export interface QuickTimes {
  readonly steps: readonly RouteStep[];
  readonly times: readonly StepTime[];
  readonly earliestReturnSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly workSeconds: number;
  readonly money: MoneyUnits;
}

/**
 * Times a route in one pass. As the checker does it, but for the working time of routes with several windows: where
 * leaving so late that a visit falls into a later window would shorten the work, this does not see it.
 */
export function timeQuickly(problem: RoutingProblem, route: PlannedRoute): QuickTimes {
  const { shift } = problem.vehicles[route.vehicle]!;
  const steps = routeSteps(problem, route);
  const { times, returnSeconds } = driveSteps(problem, route.vehicle, steps, shift.fromSeconds);
  let [distanceMeters, driveSeconds, breakSeconds] = [0, 0, 0];
  for (const [i, step] of steps.entries()) {
    if (step.kind === "break") breakSeconds += times[i]!.endSeconds - times[i]!.startSeconds;
    if (step.kind !== "drive") continue;
    distanceMeters += step.meters;
    driveSeconds += step.seconds;
  }
  const delay = Math.min(startDelay(problem, route, steps, times), shift.toSeconds - shift.fromSeconds);
  const isUsed = route.visits.length > 0;
  const workSeconds = isUsed ? returnSeconds - shift.fromSeconds - delay - breakSeconds : 0;
  const overtimeSeconds = Math.max(0, returnSeconds - shift.toSeconds);
  const used = { distanceMeters, workSeconds, overtimeSeconds };
  const money = isUsed ? routeMoney(problem, route.vehicle, used) : NO_MONEY;
  return { steps, times, earliestReturnSeconds: returnSeconds, distanceMeters, driveSeconds, workSeconds, money };
}

/** How far the departure can be put off without delaying the return or making anything later than it may be. */
function startDelay(
  problem: RoutingProblem,
  route: PlannedRoute,
  steps: readonly RouteStep[],
  times: readonly StepTime[],
): number {
  let waited = 0;
  let delay = Number.POSITIVE_INFINITY;
  for (const [i, step] of steps.entries()) {
    if (step.kind !== "visit" && step.kind !== "break") continue;
    const { arrivalSeconds, startSeconds, lateSeconds, window } = times[i]!;
    waited += startSeconds - arrivalSeconds - (step.kind === "visit" ? step.checkInSeconds : 0);
    const closes =
      step.kind === "visit"
        ? startWindows(problem.visits[step.visit]!)[window]?.toSeconds
        : problem.vehicles[route.vehicle]!.breaks![step.index]!.toSeconds;
    delay = Math.min(delay, waited + (lateSeconds > 0 || closes === undefined ? 0 : closes - startSeconds));
  }
  return Math.min(delay, waited);
}
