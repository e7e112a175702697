import type { Loads, RoutingVehicle, RoutingVisit } from "./routing-problem";
import { timeVisit, type VisitTime } from "./time-visit";

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
  | { readonly rule: "max-drive-time"; readonly seconds: number };

export interface Leg {
  readonly durationSeconds: number;
  readonly distanceMeters: number;
}

/** A visit as a route carries it; pairs are told by delivery, so that a route can be timed without its plan. */
export interface ScheduleVisit
  extends Pick<
    RoutingVisit,
    "id" | "serviceSeconds" | "windows" | "windowSemantics" | "deliver" | "pickup" | "skills" | "features"
  > {
  /** Both visits of a pickup–drop-off pair carry the same key. */
  readonly pairKey?: string;
  readonly pairRole?: "pickup" | "dropoff";
}

export type ScheduleVehicle = Pick<
  RoutingVehicle,
  | "shift"
  | "capacity"
  | "skills"
  | "features"
  | "maxVisits"
  | "maxDistanceMeters"
  | "maxDriveSeconds"
  | "fixedCostCents"
  | "costPerKmCents"
  | "costPerHourCents"
>;

export interface ScheduledStop {
  readonly visitId: string;
  readonly arriveSeconds: number;
  /** When service begins, after any wait for the window. */
  readonly startSeconds: number;
  readonly departSeconds: number;
  readonly legSeconds: number;
  readonly legMeters: number;
  readonly loadAfter: Loads;
  readonly breaks: readonly StopRuleBreak[];
}

export interface RouteSchedule {
  readonly stops: readonly ScheduledStop[];
  /** Departure from and return to the depot; both the shift's start for an empty route. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  readonly serviceSeconds: number;
  readonly waitSeconds: number;
  readonly lateStops: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  readonly costCents: number;
  readonly maxLoad: Loads;
  readonly breaks: readonly RouteRuleBreak[];
}

/**
 * Times a route: when the driver arrives, waits, serves and returns, and every rule broken on the way. Never refuses;
 * a route that cannot be kept is timed as it would really run, late. The start is put off as far as no stop gets later
 * by it, so that nobody waits at the first door.
 *
 * `legs[i]` leads to visit i; one more leg leads back to the depot unless the route is open. Times are elapsed seconds
 * from the plan's local midnight, money integer cents.
 */
export function scheduleRoute(
  vehicle: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  legs: readonly Leg[],
): RouteSchedule {
  const isOpen = legs.length === visits.length;
  if (!isOpen && legs.length !== visits.length + 1) throw new Error("a route needs one leg per visit, and one back");
  const times = timeVisits(vehicle.shift.fromSeconds, visits, legs);
  const loads = loadsAlong(visits);
  const delay = startDelay(visits, times);
  const departure = vehicle.shift.fromSeconds + delay;
  const delayed = delay > 0 ? timeVisits(departure, visits, legs) : times;

  const stops = visits.map((visit, index): ScheduledStop => {
    const time = delayed[index]!;
    const leg = legs[index]!;
    return {
      visitId: visit.id,
      arriveSeconds: time.arrive,
      startSeconds: time.start,
      departSeconds: time.start + visit.serviceSeconds,
      legSeconds: leg.durationSeconds,
      legMeters: leg.distanceMeters,
      loadAfter: loads.after[index]!,
      breaks: stopBreaks(vehicle, visits, index, time, loads),
    };
  });
  return summarize(vehicle, stops, legs, isOpen ? undefined : legs.at(-1), departure, loads.max);
}

function timeVisits(departure: number, visits: readonly ScheduleVisit[], legs: readonly Leg[]): VisitTime[] {
  let clock = departure;
  return visits.map((visit, index) => {
    const arrive = clock + legs[index]!.durationSeconds;
    const time = timeVisit(visit, arrive);
    clock = time.start + visit.serviceSeconds;
    return time;
  });
}

/** The longest delay of departure that only eats up waiting: no start of service moves beyond its window. */
function startDelay(visits: readonly ScheduleVisit[], times: readonly VisitTime[]): number {
  let waited = 0;
  let delay = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < visits.length; i++) {
    waited += times[i]!.start - times[i]!.arrive;
    delay = Math.min(delay, waited + times[i]!.slack);
  }
  return visits.length === 0 ? 0 : Math.min(delay, waited);
}

interface LoadsAlong {
  readonly initial: Loads;
  readonly after: readonly Loads[];
  readonly max: Loads;
}

/** Loads on board: drop-offs are loaded at the depot, pickups ride to the end or to their own drop-off. */
function loadsAlong(visits: readonly ScheduleVisit[]): LoadsAlong {
  const onRoute = new Map(visits.filter((v) => v.pairRole === "pickup").map((v) => [v.pairKey, v.pickup]));
  const initial: [number, number, number, number] = [0, 0, 0, 0];
  for (const visit of visits) for (let d = 0; d < 4; d++) initial[d]! += visit.deliver[d]!;
  const current: [number, number, number, number] = [...initial];
  const max: [number, number, number, number] = [...initial];
  const picked = new Set<string | undefined>();
  const after = visits.map((visit): Loads => {
    const released = visit.pairRole === "dropoff" && picked.has(visit.pairKey) ? onRoute.get(visit.pairKey) : undefined;
    if (visit.pairRole === "pickup") picked.add(visit.pairKey);
    for (let d = 0; d < 4; d++) {
      current[d]! += visit.pickup[d]! - visit.deliver[d]! - (released?.[d] ?? 0);
      max[d] = Math.max(max[d]!, current[d]!);
    }
    return [...current];
  });
  return { initial, after, max };
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
  const before = index === 0 ? loads.initial : loads.after[index - 1]!;
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
  legs: readonly Leg[],
  returnLeg: Leg | undefined,
  departure: number,
  maxLoad: Loads,
): RouteSchedule {
  const isEmpty = stops.length === 0;
  const usedLegs = isEmpty ? [] : legs;
  const distanceMeters = usedLegs.reduce((sum, leg) => sum + leg.distanceMeters, 0);
  const driveSeconds = usedLegs.reduce((sum, leg) => sum + leg.durationSeconds, 0);
  const endSeconds = isEmpty ? departure : stops.at(-1)!.departSeconds + (returnLeg?.durationSeconds ?? 0);
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
  return {
    stops,
    startSeconds: departure,
    endSeconds,
    distanceMeters,
    driveSeconds,
    serviceSeconds: stops.reduce((sum, stop) => sum + stop.departSeconds - stop.startSeconds, 0),
    waitSeconds: stops.reduce((sum, stop) => sum + stop.startSeconds - stop.arriveSeconds, 0),
    lateStops: lateSeconds.filter((seconds) => seconds > 0).length,
    lateSeconds: lateSeconds.reduce((sum, seconds) => sum + seconds, 0),
    overtimeSeconds,
    costCents: isEmpty ? 0 : routeCostCents(vehicle, distanceMeters, endSeconds - departure),
    maxLoad,
    breaks,
  };
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
