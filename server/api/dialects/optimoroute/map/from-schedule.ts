import type { WireSchedule } from "../wire/schedule";
import { localTime } from "./time";

/** What is known of when a visit is made. */
interface Scheduled {
  readonly driverName: string;
  readonly driverExternalId: string;
  readonly driverSerial: string;
  readonly vehicleRegistration: string;
  readonly vehicleLabel: string;
  readonly position: number;
  readonly reloadsBefore: number;
  readonly arriveAtMs: number;
  readonly startAtMs: number;
  readonly legMeters: number;
  readonly legSeconds: number;
  readonly timeZone: string;
}

export function fromSchedule({
  position,
  reloadsBefore,
  arriveAtMs,
  startAtMs,
  timeZone,
  ...planned
}: Scheduled): WireSchedule {
  const { driverExternalId, driverSerial, driverName, vehicleRegistration, vehicleLabel } = planned;
  const scheduledAtDt = localTime(startAtMs, timeZone);
  return {
    driverExternalId,
    driverSerial,
    driverName,
    vehicleRegistration,
    vehicleLabel,
    // Depot trips are stops of their own.
    stopNumber: position + reloadsBefore + 1,
    scheduledAt: scheduledAtDt.slice(11, 16),
    scheduledAtDt,
    arrivalTimeDt: localTime(arriveAtMs, timeZone),
    travelTime: planned.legSeconds,
    distance: planned.legMeters,
  };
}
