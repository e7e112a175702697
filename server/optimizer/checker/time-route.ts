import type { Loads, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { chooseDeparture } from "./choose-departure";
import { type Drive, driveSteps, type StepTime } from "./drive-steps";
import { loadsOnBoard, type TripLoads } from "./loads-on-board";
import { type PlannedRoute, tripAt } from "./planned-route";
import { type MoneyUnits, moneyInCents, NO_MONEY, routeMoney } from "./route-money";
import { type DriveStep, type RouteStep, routeSteps } from "./route-steps";
import type { TimedBreak, TimedReload, TimedRoute, TimedStop } from "./timed-route";

/** A timed route with what it costs in exact units. */
export interface CostedRoute {
  readonly timed: TimedRoute;
  readonly units: MoneyUnits;
}

/** Drives a route through the matrices, plainly, and adds up what it takes. What cannot be kept is done late. */
export function timeRoute(problem: RoutingProblem, route: PlannedRoute): CostedRoute {
  const vehicle = problem.vehicles[route.vehicle]!;
  const steps = routeSteps(problem, route);
  const earliest = driveSteps(problem, route.vehicle, steps, vehicle.shift.fromSeconds);
  const isUsed = route.visits.length > 0;
  const drive = isUsed ? chooseDeparture(problem, route.vehicle, steps, earliest) : earliest;
  const legs = steps.filter((step) => step.kind === "drive");
  const breakSeconds = spent(steps, drive, "break");
  const used = {
    distanceMeters: sum(legs.map((leg) => leg.meters)),
    workSeconds: drive.returnSeconds - drive.departureSeconds - breakSeconds,
    overtimeSeconds: Math.max(0, earliest.returnSeconds - vehicle.shift.toSeconds),
  };
  const units = isUsed ? routeMoney(problem, route.vehicle, used) : NO_MONEY;
  const timed = {
    vehicle: route.vehicle,
    departureSeconds: drive.departureSeconds,
    returnSeconds: drive.returnSeconds,
    earliestReturnSeconds: earliest.returnSeconds,
    ...used,
    driveSeconds: sum(legs.map((leg) => leg.seconds)),
    waitSeconds: sum(drive.times.map((time, i) => waited(steps[i]!, time))),
    emissionGrams: Math.round((used.distanceMeters * (vehicle.emissionGramsPerKm ?? 0)) / 1000),
    money: moneyInCents(units),
    ...timedSteps(steps, drive, route, loadsOnBoard(problem, route)),
  };
  return { timed, units };
}

function timedSteps(steps: readonly RouteStep[], drive: Drive, route: PlannedRoute, trips: readonly TripLoads[]) {
  const stops: TimedStop[] = [];
  const breaks: TimedBreak[] = [];
  const reloads: TimedReload[] = [];
  let leg: DriveStep | undefined;
  for (const [i, step] of steps.entries()) {
    const { arrivalSeconds, startSeconds, endSeconds, lateSeconds } = drive.times[i]!;
    const way = { legSeconds: leg?.seconds ?? 0, legMeters: leg?.meters ?? 0 };
    if (step.kind === "drive") leg = step;
    else if (step.kind === "break") {
      breaks.push({ index: step.index, before: step.before, startSeconds, endSeconds, lateSeconds });
    } else if (step.kind === "reload") {
      const loadsAfter = trips[tripAt(route, step.before)]!.atStart;
      reloads.push({ before: step.before, ...way, arrivalSeconds, departureSeconds: endSeconds, loadsAfter });
    } else {
      const { visit, position, checkInSeconds } = step;
      const trip = tripAt(route, position);
      const loadsAfter = trips[trip]!.afterStops[position - trips[trip]!.first]!;
      const times = { arrivalSeconds, checkInSeconds, startSeconds, departureSeconds: endSeconds, lateSeconds };
      stops.push({ visit, trip, ...way, ...times, loadsAfter });
    }
  }
  return { loadsAtStart: trips[0]?.atStart ?? NOTHING, stops, breaks, reloads };
}

const NOTHING: Loads = [0, 0, 0, 0];

function waited(step: RouteStep, time: StepTime): number {
  const busy = step.kind === "visit" ? step.checkInSeconds : 0;
  return time.startSeconds - time.arrivalSeconds - busy;
}

function spent(steps: readonly RouteStep[], drive: Drive, kind: RouteStep["kind"]): number {
  return sum(drive.times.map((time, i) => (steps[i]!.kind === kind ? time.endSeconds - time.startSeconds : 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
