import { type PlanningHorizon, vehicleDaysWithin, windowsInHorizon } from "@/server/domain/plan/planning-horizon";
import type { Loads, RoutingVisit, TimeWindow } from "@/server/domain/plan/routing-problem";
import type { DrayInput, DrayVisit } from "./dray-problem-schema";
import { readTime } from "./dray-time";
import type { PlaceTable } from "./place-table";
import { horizonOf, secondsOf, type VehicleDay } from "./vehicle-days";

/** The visits of a file as the optimizer takes them: times on one clock, names as indices. */
export function drayVisits(input: DrayInput, places: PlaceTable, vehicleDays: readonly VehicleDay[]): RoutingVisit[] {
  const horizon = horizonOf(input);
  const indexOf = new Map(input.visits.map((visit, i) => [visit.id, i]));
  const pickupOf = new Map(
    input.visits.flatMap((visit) => (visit.dropoff === undefined ? [] : [[visit.dropoff, visit]])),
  );
  return input.visits.map((visit) => {
    const windows = windowsOf(visit, horizon);
    const allowed = allowedVehicles(input, visit, windows, vehicleDays);
    const { id, serviceSeconds, windowSemantics, skills, features, priority } = visit;
    const { checkInSeconds, prizeCents, direct, dropoff } = visit;
    return {
      id,
      location: places.rowOf(visit.location),
      serviceSeconds,
      windows: windows ?? [],
      windowSemantics,
      // What a pickup takes along is what its drop-off hands over.
      deliver: padLoads(pickupOf.get(id)?.pickup ?? visit.deliver, 0),
      pickup: padLoads(visit.pickup, 0),
      skills,
      features,
      priority,
      ...(dropoff !== undefined && { pairedDropoff: indexOf.get(dropoff)! }),
      ...(direct !== undefined && { direct }),
      ...(checkInSeconds !== undefined && { checkInSeconds }),
      ...(prizeCents !== undefined && { prizeCents }),
      ...(allowed && { allowedVehicles: allowed }),
    };
  });
}

/** Four amounts, those not given filled up. */
export function padLoads(amounts: readonly number[], rest: number): Loads {
  const [a = rest, b = rest, c = rest, d = rest] = amounts;
  return [a, b, c, d];
}

/** Undefined: at any time. Empty: never within the horizon. */
function windowsOf(visit: DrayVisit, horizon: PlanningHorizon): TimeWindow[] | undefined {
  const { dates, weekdays } = visit;
  const read = visit.windows.map(({ from, to, date }) => ({
    from,
    to,
    date,
    start: readTime(from),
    end: readTime(to),
  }));
  const windows = read.flatMap(({ start, end, date }) =>
    start.kind === "clock" && end.kind === "clock"
      ? [{ fromSeconds: start.wallSeconds, toSeconds: end.wallSeconds, ...(date !== undefined && { date }) }]
      : [],
  );
  const ranges = read
    .filter(({ start }) => start.kind !== "clock")
    .map(({ from, to }) => ({
      fromSeconds: secondsOf(horizon, horizon.firstDate, from),
      toSeconds: secondsOf(horizon, horizon.firstDate, to),
    }));
  return windowsInHorizon(horizon, { windows, ranges, ...(dates && { dates }), ...(weekdays && { weekdays }) });
}

/**
 * The vehicle-days that may serve a visit: those of the vehicles it names and, in a plan of several days or where no
 * day will do at all, those on a day it allows. Undefined: any.
 */
function allowedVehicles(
  input: DrayInput,
  visit: DrayVisit,
  windows: readonly TimeWindow[] | undefined,
  vehicleDays: readonly VehicleDay[],
): number[] | undefined {
  const { vehicles } = visit;
  const isBoundToDays = windows !== undefined && (input.dayCount > 1 || windows.length === 0);
  if (!vehicles && !isBoundToDays) return undefined;
  const onDay = new Set(
    isBoundToDays
      ? vehicleDaysWithin(
          windows,
          vehicleDays.map((day) => underWay(input, day)),
        )
      : [],
  );
  return [...vehicleDays.keys()].filter((k) => {
    const vehicle = input.vehicles[vehicleDays[k]!.vehicle]!;
    return (!isBoundToDays || onDay.has(k)) && (vehicles?.includes(vehicle.id) ?? true);
  });
}

/** When a vehicle may be at work, overtime included. */
function underWay({ vehicles }: DrayInput, { vehicle, shift }: VehicleDay): TimeWindow {
  const overtimeSeconds = vehicles[vehicle]!.overtime?.maxSeconds ?? 0;
  return { fromSeconds: shift.fromSeconds, toSeconds: shift.toSeconds + overtimeSeconds };
}
