import type { LatLng } from "@/server/domain/geo";
import { checkInAt } from "./check-in";
import { type Drive, driveAhead, type PassedDoor, placeBreaks, type RouteAhead, type VisitAhead } from "./drive-ahead";
import { type LoadsAlong, loadsAlong } from "./loads-along";
import { hopSeconds, type RouteLeg, type ScheduledReload, scheduledReload } from "./route-leg";
import type { Loads, RoutingVehicle, RoutingVisit } from "./routing-problem";
import { timeVisit, type VisitTime } from "./time-visit";
import { breaksToCome, type MadeTime, madePrefix, releaseSeconds, type UnderWay } from "./under-way";

/** The rules a stop or a route can break, with how far. */
export type StopRuleBreak =
  | { readonly rule: "late"; readonly seconds: number }
  | { readonly rule: "capacity"; readonly dimension: number; readonly over: number }
  | { readonly rule: "skill"; readonly missing: string }
  | { readonly rule: "feature"; readonly missing: string }
  | { readonly rule: "pair"; readonly reason: "dropoff-before-pickup" | "other-route" }
  | { readonly rule: "shift"; readonly seconds: number };

export type RouteRuleBreak =
  | { readonly rule: "shift"; readonly seconds: number }
  | { readonly rule: "max-visits"; readonly over: number }
  | { readonly rule: "max-distance"; readonly meters: number }
  | { readonly rule: "max-drive-time"; readonly seconds: number }
  /** A break of the driver begins so much too late. */
  | { readonly rule: "break"; readonly seconds: number };

export interface Leg {
  readonly durationSeconds: number;
  readonly distanceMeters: number;
}

/** A visit as a route carries it; pairs are told by delivery, so that a route can be timed without its plan. */
export interface ScheduleVisit
  extends Pick<
    RoutingVisit,
    | "id"
    | "serviceSeconds"
    | "checkInSeconds"
    | "windows"
    | "windowSemantics"
    | "deliver"
    | "pickup"
    | "skills"
    | "features"
  > {
  /** Visits in a row at one place share its check-in. */
  readonly position?: LatLng | null;
  /** Both visits of a pickup–drop-off pair carry the same key. */
  readonly pairKey?: string;
  readonly pairRole?: "pickup" | "dropoff";
}

export interface ScheduleVehicle extends VehicleRules {
  /** Where it starts: nobody checks in there. */
  readonly startPosition?: LatLng | null;
}

type VehicleRules = Pick<
  RoutingVehicle,
  | "shift"
  | "capacity"
  | "skills"
  | "features"
  | "maxVisits"
  | "maxDistanceMeters"
  | "maxDriveSeconds"
  | "breaks"
  | "fixedCostCents"
  | "costPerKmCents"
  | "costPerHourCents"
>;

export interface ScheduledStop {
  readonly visitId: string;
  readonly arriveSeconds: number;
  /** From then on: 0 where the driver stands at this place already, or was there before anybody looked. */
  readonly checkInSeconds: number;
  /** When service begins, after check-in and any wait for the window. */
  readonly startSeconds: number;
  readonly departSeconds: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  /** At the depot before it, to load; `legSeconds` and `legMeters` lead from there then. */
  readonly reload?: ScheduledReload;
  readonly loadAfter: Loads;
  readonly breaks: readonly StopRuleBreak[];
}

/** A break of the driver's that is still to come, or that was planned. Unpaid, and no working time. */
export interface ScheduledBreak {
  /** He takes it before driving on to this stop of the route, or back, where that is their number. */
  readonly before: number;
  /** Before it, until its window opens. */
  readonly waitSeconds: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface RouteSchedule {
  readonly stops: readonly ScheduledStop[];
  /** Departure from and return to the depot; both the shift's start for an empty route. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** From departure to return, breaks aside. */
  readonly workSeconds: number;
  /** At the doors, and loading in between. */
  readonly serviceSeconds: number;
  readonly checkInSeconds: number;
  readonly waitSeconds: number;
  readonly lateStops: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  readonly costCents: number;
  readonly maxLoad: Loads;
  /** Where the driver is to have his breaks; of a route under way, those still to come. */
  readonly driverBreaks: readonly ScheduledBreak[];
  /** The most that one of them begins too late. */
  readonly breakLateSeconds: number;
  readonly breaks: readonly RouteRuleBreak[];
  /** Of a route under way: its stops' times as if nobody had set out yet. */
  readonly planned?: readonly DoorTime[];
}

/**
 * Times a route: when the driver arrives, waits, serves and returns, and every rule broken on the way. Never refuses;
 * a route that cannot be kept is timed as it would really run, late. The start is put off as far as no stop gets later
 * by it, so that nobody waits at the first door. Breaks stand where `placeBreaks` says.
 *
 * A route under way is timed as it has been driven so far, and from there on: stops made keep their real times, and what
 * is still open happens after them and not before the last word of the driver.
 *
 * `legs[i]` leads to visit i, by way of the depot where the driver loads again; one more leg leads back to the depot unless
 * the route is open. What is delivered after a reload is not on board before it, what was picked up is handed in. Times are elapsed seconds
 * from the plan's local midnight, money integer cents.
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
      ...(leg.reload && {
        reload: scheduledReload(leg, leg.reload, time.arrive, leavesFor(index)),
      }),
      loadAfter: loads.after[index]!,
      breaks: stopBreaks(vehicle, visits, index, time, loads),
    };
  });
  const back = isOpen ? undefined : legs.at(-1);
  const schedule = summarize(vehicle, stops, legs, back, route, loads.max);
  return underWay ? { ...schedule, planned: plannedTimes(timesAhead(vehicle, visits, legs).times) } : schedule;
}

type DoorTime = Omit<MadeTime, "visitId">;

/** When each stop is planned for, whatever has become of it by now. */
export function plannedStops({ planned, stops }: RouteSchedule): readonly DoorTime[] {
  return planned ?? stops;
}

function plannedTimes(times: readonly PassedDoor[]): DoorTime[] {
  return times.map(({ arrive, start, depart }) => ({
    arriveSeconds: arrive,
    startSeconds: start,
    departSeconds: depart,
  }));
}

interface RouteTimes {
  readonly departure: number;
  readonly times: readonly PassedDoor[];
  /** Nobody arrives anywhere before; 0 for a route that nobody drives yet. */
  readonly notBefore: number;
  readonly driverBreaks: readonly ScheduledBreak[];
  readonly breakLateSeconds: number;
}

function timesAhead(vehicle: ScheduleVehicle, visits: readonly ScheduleVisit[], legs: readonly RouteLeg[]): RouteTimes {
  const ahead = aheadOf(vehicle, visits, legs);
  const { fromSeconds } = vehicle.shift;
  const places = placeBreaks(ahead, fromSeconds);
  const atOnce = driveAhead(ahead, fromSeconds, places);
  const delay = startDelay(atOnce);
  const drive = delay > 0 ? driveAhead(ahead, fromSeconds + delay, places) : atOnce;
  return { departure: fromSeconds + delay, times: drive.doors, notBefore: 0, ...restsOf(drive) };
}

function restsOf({ breaks }: Drive, made = 0): Pick<RouteTimes, "driverBreaks" | "breakLateSeconds"> {
  return {
    driverBreaks: breaks.map(({ before, free, start, end }) => ({
      before: made + before,
      waitSeconds: start - free,
      startSeconds: start,
      endSeconds: end,
    })),
    breakLateSeconds: breaks.reduce((most, { late }) => Math.max(most, late), 0),
  };
}

function timesUnderWay(
  vehicle: ScheduleVehicle,
  underWay: UnderWay,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
): RouteTimes {
  const made = madePrefix(underWay, visits).map(({ arriveSeconds, startSeconds, departSeconds }, index): PassedDoor => {
    const { late } = timeVisit(visits[index]!, startSeconds);
    return { arrive: arriveSeconds, checkIn: 0, start: startSeconds, depart: departSeconds, late, slack: 0 };
  });
  const { startedSeconds: departure, asOfSeconds: notBefore } = underWay;
  const count = made.length;
  const release = count === underWay.made.length ? releaseSeconds(underWay) : (made.at(-1)?.depart ?? departure);
  const whole = aheadOf(vehicle, visits, legs);
  const ahead = {
    ...whole,
    visits: whole.visits.slice(count),
    breaks: breaksToCome(whole.breaks, underWay),
    notBefore,
  };
  const drive = driveAhead(ahead, release, placeBreaks(ahead, release));
  return { departure, times: [...made, ...drive.doors], notBefore, ...restsOf(drive, count) };
}

function aheadOf(
  { startPosition, breaks = [] }: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
): RouteAhead {
  const ahead = visits.map((visit, index): VisitAhead => {
    const leg = legs[index]!;
    const from = index === 0 || leg.reload ? { position: startPosition ?? null } : visits[index - 1];
    return { visit, legSeconds: hopSeconds(leg), checkInSeconds: checkInAt(visit, from) };
  });
  const back = legs[visits.length];
  return { visits: ahead, ...(back && { backSeconds: back.durationSeconds }), breaks, notBefore: 0 };
}

/** The longest delay of departure that only eats up waiting: nothing begins beyond its window by it. */
function startDelay({ doors, breaks }: Drive): number {
  if (doors.length === 0) return 0;
  let waited = 0;
  let delay = Number.MAX_SAFE_INTEGER;
  const pass = (wait: number, slack: number) => {
    waited += wait;
    delay = Math.min(delay, waited + slack);
  };
  for (let index = 0; index <= doors.length; index++) {
    for (const { before, free, start, slack } of breaks) if (before === index) pass(start - free, slack);
    const door = doors[index];
    if (door) pass(door.start - door.arrive - door.checkIn, door.slack);
  }
  return Math.min(delay, waited);
}

function stopBreaks(
  vehicle: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  index: number,
  time: VisitTime,
  loads: LoadsAlong,
): StopRuleBreak[] {
  const visit = visits[index]!;
  const breaks: StopRuleBreak[] = [];
  if (time.late > 0) breaks.push({ rule: "late", seconds: time.late });
  const overtime = time.start + visit.serviceSeconds - vehicle.shift.toSeconds;
  if (overtime > 0) breaks.push({ rule: "shift", seconds: overtime });
  const before = loads.before[index]!;
  for (let d = 0; d < 4; d++) {
    const over = Math.max(before[d]!, loads.after[index]![d]!) - vehicle.capacity[d]!;
    if (over > 0) breaks.push({ rule: "capacity", dimension: d, over });
  }
  for (const skill of visit.skills) {
    if (!vehicle.skills.includes(skill)) breaks.push({ rule: "skill", missing: skill });
  }
  for (const feature of visit.features) {
    if (!vehicle.features.includes(feature)) breaks.push({ rule: "feature", missing: feature });
  }
  if (visit.pairRole) {
    const other = visits.findIndex((v) => v.pairKey === visit.pairKey && v.pairRole !== visit.pairRole);
    if (other < 0) breaks.push({ rule: "pair", reason: "other-route" });
    else if (visit.pairRole === "dropoff" && other > index)
      breaks.push({ rule: "pair", reason: "dropoff-before-pickup" });
  }
  return breaks;
}

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
  const breaks: RouteRuleBreak[] = [];
  if (overtimeSeconds > 0) breaks.push({ rule: "shift", seconds: overtimeSeconds });
  const overVisits = stops.length - (vehicle.maxVisits ?? stops.length);
  if (overVisits > 0) breaks.push({ rule: "max-visits", over: overVisits });
  const overMeters = distanceMeters - (vehicle.maxDistanceMeters ?? distanceMeters);
  if (overMeters > 0) breaks.push({ rule: "max-distance", meters: overMeters });
  const overDrive = driveSeconds - (vehicle.maxDriveSeconds ?? driveSeconds);
  if (overDrive > 0) breaks.push({ rule: "max-drive-time", seconds: overDrive });
  if (breakLateSeconds > 0) breaks.push({ rule: "break", seconds: breakLateSeconds });
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
    maxLoad,
    driverBreaks,
    breakLateSeconds,
    breaks,
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
export function routeCostCents(
  vehicle: Pick<ScheduleVehicle, "fixedCostCents" | "costPerKmCents" | "costPerHourCents">,
  distanceMeters: number,
  durationSeconds: number,
): number {
  return (
    vehicle.fixedCostCents +
    Math.round((distanceMeters * vehicle.costPerKmCents) / 1000 + (durationSeconds * vehicle.costPerHourCents) / 3600)
  );
}
