import type { RouteSchedule, ScheduleVehicle, ScheduleVisit } from "../route-schedule";
import type { Loads } from "../routing-problem";
import type { ServiceClock } from "./service-clock";

/** Weighs broken promises against cost: any second of lateness outweighs any cost. */
const CENTS_PER_VIOLATION = 1e6;
/** A rule that is not about time weighs as much as so many seconds. */
const RULE_VIOLATION = 3600;
/** Decides between positions that cost the same where a fleet has no costs. */
const CENTS_PER_SECOND = 1e-3;
const CENTS_PER_METER = 1e-4;

type Figures = Pick<
  RouteSchedule,
  "lateSeconds" | "breakLateSeconds" | "overtimeSeconds" | "maxLoad" | "distanceMeters" | "workSeconds"
>;

/** What makes one way of driving a route better than another; smaller is better. */
export function routeScore(vehicle: ScheduleVehicle, figures: Figures): number {
  const { lateSeconds, breakLateSeconds, overtimeSeconds, distanceMeters, workSeconds, maxLoad } = figures;
  const promises = (lateSeconds + breakLateSeconds + overtimeSeconds) * CENTS_PER_VIOLATION;
  return promises + costScore(vehicle, distanceMeters, workSeconds) + overloadScore(vehicle, maxLoad);
}

/** `routeScore` without the loads, of a clock that has come back. */
export function timeScore(vehicle: ScheduleVehicle, clock: ServiceClock, distanceMeters: number): number {
  const { fromSeconds, toSeconds } = vehicle.shift;
  const overtime = Math.max(0, clock.seconds - toSeconds);
  const work = clock.seconds - fromSeconds - Math.min(clock.delay, clock.waited) - clock.rested;
  return (clock.late + overtime) * CENTS_PER_VIOLATION + costScore(vehicle, distanceMeters, work);
}

/** What is added for carrying more than fits. */
export function overloadScore(vehicle: ScheduleVehicle, highest: Loads): number {
  const isOverloaded = highest.some((load, d) => load > vehicle.capacity[d]!);
  return isOverloaded ? RULE_VIOLATION * CENTS_PER_VIOLATION : 0;
}

/**
 * What is added for rules that visits put on a route break whatever their place, and that it did not break before: the
 * driver's skills, the vehicle's features, and the limits to stops, distance and driving.
 */
export function brokenRulesScore(
  vehicle: ScheduleVehicle,
  added: readonly ScheduleVisit[],
  after: Pick<RouteSchedule, "distanceMeters" | "driveSeconds"> & { readonly sequence: readonly ScheduleVisit[] },
  before: RouteSchedule,
): number {
  const exceeds = (limit: number | undefined, is: number, was: number) => limit !== undefined && is > limit && is > was;
  const broken = [
    added.some((visit) => visit.skills.some((skill) => !vehicle.skills.includes(skill))),
    added.some((visit) => visit.features.some((feature) => !vehicle.features.includes(feature))),
    exceeds(vehicle.maxVisits, after.sequence.length, before.stops.length),
    exceeds(vehicle.maxDistanceMeters, after.distanceMeters, before.distanceMeters),
    exceeds(vehicle.maxDriveSeconds, after.driveSeconds, before.driveSeconds),
  ];
  return broken.filter(Boolean).length * RULE_VIOLATION * CENTS_PER_VIOLATION;
}

/** True for a difference of scores that is more than cost: a promise is broken, or broken worse. */
export function breaksPromises(change: number): boolean {
  return change >= CENTS_PER_VIOLATION / 2;
}

/** More seconds of lateness than this make any score worse than the given one. */
export function mostLateBelow(score: number): number {
  return score / CENTS_PER_VIOLATION;
}

/** Kilometres and time in cents, with a little on top for a fleet that has no costs. */
function costScore(
  vehicle: Pick<ScheduleVehicle, "costPerKmCents" | "costPerHourCents">,
  distanceMeters: number,
  workSeconds: number,
): number {
  return (
    distanceMeters * (vehicle.costPerKmCents / 1000 + CENTS_PER_METER) +
    workSeconds * (vehicle.costPerHourCents / 3600 + CENTS_PER_SECOND)
  );
}
