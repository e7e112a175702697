import type { PassedDoor } from "./drive-ahead";
import { emissionsGrams } from "./emissions";
import { routeBreaks, stopBreaks } from "./find-rule-breaks";
import { loadsAlong } from "./loads-along";
import { type Leg, type RouteLeg, scheduledReload } from "./route-leg";
import type {
  DoorTime,
  RouteSchedule,
  ScheduledBreak,
  ScheduledStop,
  ScheduleVehicle,
  ScheduleVisit,
} from "./route-schedule";
import type { Loads } from "./routing-problem";
import { type RouteTimes, timesAhead, timesUnderWay } from "./time-route";
import type { UnderWay } from "./under-way";

/**
 * Times a route: when the driver arrives, waits, serves and returns, and every rule broken on the way. Never refuses;
 * a route that cannot be kept is timed as it would really run, late. The start is put off as far as no stop gets later
 * by it, so that nobody waits at the first door. Breaks stand where `placeBreaks` says.
 *
 * A route under way is timed as it has been driven so far, and from there on: stops made keep their real times, and what
 * is still open happens after them and not before the last word of the driver.
 *
 * `legs[i]` leads to visit i, by way of the depot where the driver loads again; one more leg leads back to the depot unless
 * the route is open. What is delivered after a reload is not on board before it, what was picked up is handed in. Times are
 * elapsed seconds from the plan's local midnight, money integer cents.
 */
export function scheduleRoute(
  vehicle: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
  underWay?: UnderWay,
): RouteSchedule {
  const isOpen = legs.length === visits.length;
  if (!isOpen && legs.length !== visits.length + 1) throw new Error("a route needs one leg per visit, and one back");
  const loads = loadsAlong(visits, (index) => legs[index]!.reload !== undefined);
  const { times, ...route } = underWay
    ? timesUnderWay(vehicle, underWay, visits, legs)
    : timesAhead(vehicle, visits, legs);

  const leavesFor = (index: number) =>
    breakEnd(route.driverBreaks, index) ?? times[index - 1]?.depart ?? route.departure;
  const stops = visits.map((visit, index): ScheduledStop => {
    const time = times[index]!;
    const leg = legs[index]!;
    return {
      visitId: visit.id,
      arriveSeconds: time.arrive,
      checkInSeconds: time.checkIn,
      startSeconds: time.start,
      departSeconds: time.depart,
      legSeconds: leg.durationSeconds,
      legMeters: leg.distanceMeters,
      ...(leg.reload && { reload: scheduledReload(leg, leg.reload, time.arrive, leavesFor(index)) }),
      loadAfter: loads.after[index]!,
      breaks: stopBreaks(vehicle, visits, index, time, loads),
    };
  });
  const back = isOpen ? undefined : legs.at(-1);
  const schedule = summarize(vehicle, stops, legs, back, route, loads.max);
  return underWay ? { ...schedule, planned: plannedTimes(timesAhead(vehicle, visits, legs).times) } : schedule;
}

function plannedTimes(times: readonly PassedDoor[]): DoorTime[] {
  return times.map(({ arrive, start, depart }) => ({
    arriveSeconds: arrive,
    startSeconds: start,
    departSeconds: depart,
  }));
}

/** What its stops and legs add up to. */
function summarize(
  vehicle: ScheduleVehicle,
  stops: readonly ScheduledStop[],
  legs: readonly RouteLeg[],
  returnLeg: Leg | undefined,
  { departure, notBefore, driverBreaks, breakLateSeconds }: Omit<RouteTimes, "times">,
  maxLoad: Loads,
): RouteSchedule {
  const isEmpty = stops.length === 0;
  const usedLegs = isEmpty ? [] : legs;
  const driven = usedLegs.flatMap((leg): Leg[] => (leg.reload ? [leg.reload.leg, leg] : [leg]));
  const distanceMeters = driven.reduce((sum, leg) => sum + leg.distanceMeters, 0);
  const driveSeconds = driven.reduce((sum, leg) => sum + leg.durationSeconds, 0);
  const loadSeconds = usedLegs.reduce((sum, { reload }) => sum + (reload?.loadSeconds ?? 0), 0);
  const leavesSeconds = breakEnd(driverBreaks, stops.length) ?? stops.at(-1)?.departSeconds ?? 0;
  const backSeconds = leavesSeconds + (returnLeg?.durationSeconds ?? 0);
  const endSeconds = isEmpty ? departure : Math.max(notBefore, backSeconds);
  const workSeconds = endSeconds - departure - restSeconds(driverBreaks);
  const overtimeSeconds = Math.max(0, endSeconds - vehicle.shift.toSeconds);
  const lateSeconds = stops.map((stop) => stop.breaks.find((b) => b.rule === "late")?.seconds ?? 0);
  return {
    stops,
    startSeconds: departure,
    endSeconds,
    distanceMeters,
    driveSeconds,
    workSeconds,
    serviceSeconds: stops.reduce((sum, stop) => sum + stop.departSeconds - stop.startSeconds, loadSeconds),
    checkInSeconds: stops.reduce((sum, stop) => sum + stop.checkInSeconds, 0),
    waitSeconds: waitedSeconds(stops, driverBreaks),
    lateStops: lateSeconds.filter((seconds) => seconds > 0).length,
    lateSeconds: lateSeconds.reduce((sum, seconds) => sum + seconds, 0),
    overtimeSeconds,
    costCents: isEmpty ? 0 : routeCostCents(vehicle, distanceMeters, workSeconds),
    emissionsGrams: isEmpty ? 0 : emissionsGrams(vehicle, distanceMeters),
    maxLoad,
    driverBreaks,
    breakLateSeconds,
    breaks: routeBreaks(vehicle, stops.length, { distanceMeters, driveSeconds, overtimeSeconds, breakLateSeconds }),
  };
}

/** When the driver is done with his breaks in front of a stop; undefined where there are none. */
function breakEnd(driverBreaks: readonly ScheduledBreak[], before: number): number | undefined {
  return driverBreaks.findLast((each) => each.before === before)?.endSeconds;
}

function waitedSeconds(stops: readonly ScheduledStop[], driverBreaks: readonly ScheduledBreak[]): number {
  const atDoors = stops.reduce((sum, stop) => sum + stop.startSeconds - stop.arriveSeconds - stop.checkInSeconds, 0);
  return driverBreaks.reduce((sum, { waitSeconds }) => sum + waitSeconds, atDoors);
}

function restSeconds(driverBreaks: readonly ScheduledBreak[]): number {
  return driverBreaks.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
}

/** Fixed cost, distance and paid time of a used route, rounded once to whole cents. */
function routeCostCents(
  vehicle: Pick<ScheduleVehicle, "fixedCostCents" | "costPerKmCents" | "costPerHourCents">,
  distanceMeters: number,
  durationSeconds: number,
): number {
  return (
    vehicle.fixedCostCents +
    Math.round((distanceMeters * vehicle.costPerKmCents) / 1000 + (durationSeconds * vehicle.costPerHourCents) / 3600)
  );
}
