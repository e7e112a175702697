import { allowedDays, type PlanningHorizon, secondsInHorizon } from "@/server/domain/plan/planning-horizon";
import type { RoutingBreak, TimeWindow } from "@/server/domain/plan/routing-problem";
import type { DrayInput, DrayVehicle } from "./dray-problem-schema";
import { type DrayTime, readTime } from "./dray-time";

/** One vehicle on one day: what the optimizer calls a vehicle. */
export interface VehicleDay {
  /** Index into the file's vehicles. */
  readonly vehicle: number;
  /** The vehicle's own id, with the date where the plan has several days. */
  readonly id: string;
  readonly date?: string;
  readonly shift: TimeWindow;
  readonly breaks: readonly RoutingBreak[];
}

/** The days a file is about; where it gives no date they are nameless, and no clock ever changes on them. */
export function horizonOf({ date, zone, dayCount }: DrayInput): PlanningHorizon {
  return date === undefined ? { firstDate: "2001-01-01", dayCount, zone: "UTC" } : { firstDate: date, dayCount, zone };
}

/** Every vehicle on every day it works. A shift that is not written by the clock on the wall happens once. */
export function vehicleDays(input: DrayInput): VehicleDay[] {
  const horizon = horizonOf(input);
  return input.vehicles.flatMap((vehicle, index) => {
    const { id, shift, dates, weekdays, breaks = [] } = vehicle;
    const spanOn = (date: string, span: { from: DrayTime; to: DrayTime }): TimeWindow => ({
      fromSeconds: secondsOf(horizon, date, span.from),
      toSeconds: secondsOf(horizon, date, span.to),
    });
    const dayOf = (date: string): VehicleDay => ({
      vehicle: index,
      id:
        horizon.dayCount > 1 && isDaily(vehicle)
          ? `${id}@${input.date === undefined ? dayNumber(horizon, date) : date}`
          : id,
      ...(input.date !== undefined && isDaily(vehicle) && { date }),
      shift: spanOn(date, shift),
      breaks: breaks.map((each) => ({ ...spanOn(date, each), durationSeconds: each.durationSeconds })),
    });
    if (!isDaily(vehicle)) return [dayOf(horizon.firstDate)];
    return allowedDays(horizon, { ...(dates && { dates }), ...(weekdays && { weekdays }) }).map(({ date }) =>
      dayOf(date),
    );
  });
}

function isDaily({ shift }: DrayVehicle): boolean {
  return readTime(shift.from).kind === "clock";
}

function dayNumber(horizon: PlanningHorizon, date: string): number {
  return secondsInHorizon(horizon, date, 0) / 86_400 + 1;
}

/** A time on the horizon's clock; one of the wall's clock is that of `date`. */
export function secondsOf(horizon: PlanningHorizon, date: string, time: DrayTime): number {
  const read = readTime(time);
  if (read.kind === "elapsed") return read.seconds;
  return secondsInHorizon(horizon, read.kind === "moment" ? read.date : date, read.wallSeconds);
}
