import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { chooseDeparture } from "../../checker/choose-departure";
import { type Drive, driveSteps, type StepTime } from "../../checker/drive-steps";
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
 * Times a route as the checker does: in one pass where no visit has several windows, else over all departures that
 * might count. A route that seemed to work too long before would hide that it does with one visit more.
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
  const isUsed = route.visits.length > 0;
  const earliest = { departureSeconds: shift.fromSeconds, times, returnSeconds };
  const workSeconds = isUsed ? outSeconds(problem, route, steps, earliest) - breakSeconds : 0;
  const overtimeSeconds = Math.max(0, returnSeconds - shift.toSeconds);
  const used = { distanceMeters, workSeconds, overtimeSeconds };
  const money = isUsed ? routeMoney(problem, route.vehicle, used) : NO_MONEY;
  return { steps, times, earliestReturnSeconds: returnSeconds, distanceMeters, driveSeconds, workSeconds, money };
}

/** From the departure that counts to the return. */
function outSeconds(problem: RoutingProblem, route: PlannedRoute, steps: readonly RouteStep[], earliest: Drive) {
  if (route.visits.some((visit) => startWindows(problem.visits[visit]!).length > 1)) {
    const { departureSeconds, returnSeconds } = chooseDeparture(problem, route.vehicle, steps, earliest);
    return returnSeconds - departureSeconds;
  }
  const { shift } = problem.vehicles[route.vehicle]!;
  const delay = Math.min(startDelay(problem, route, steps, earliest.times), shift.toSeconds - shift.fromSeconds);
  return earliest.returnSeconds - shift.fromSeconds - delay;
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
