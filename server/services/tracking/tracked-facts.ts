import "server-only";
import type { TrackedVisitRow } from "@/db/queries/tracking/tracked-visit";
import { cutoffInstant } from "@/server/domain/cutoff/cutoff-instant";
import { FRESH_SECONDS } from "@/server/domain/execution/estimate-arrivals";
import { distanceMeters } from "@/server/domain/geo";
import { windowsOnDay } from "@/server/domain/time/local-window";
import { startOfDay } from "@/server/domain/time/zoned-time";
import type { ClockRange } from "@/server/domain/tracking/arrival-window";
import type { SeenPosition } from "@/server/domain/tracking/shown-position";
import type { Nearness } from "@/server/domain/tracking/tracking-state";

/** A door's row in the terms of the rules; private things included. */
export function trackedFacts(row: TrackedVisitRow, toldDate: string | null, nowMs: number) {
  const { serviceDate, timeZone, routeStatus, arriveAtMs } = row;
  const promise = promiseOf(row);
  const nearness: Nearness = {
    stopsBefore: row.stopsBefore,
    minutesBefore: arriveAtMs === null ? null : Math.max(0, (arriveAtMs - nowMs) / 60_000),
    metersBefore: metersBefore(row, nowMs),
  };
  const isRouteStarted = routeStatus === "started" || routeStatus === "finished";
  const tracked = { status: row.status, stop: row.stop, isRouteStarted, nearness, toldDate, serviceDate };
  const isDispatched = routeStatus === "dispatched" || isRouteStarted;
  return {
    arrival: { tracked, promise, isDispatched, arriveAtMs, nowMs },
    page: {
      nearness,
      serviceDate,
      timeZone,
      driverName: row.driverName ?? "",
      vehicleLabel: row.vehicleLabel ?? "",
      address: { street: row.street, postcode: row.postcode, city: row.city },
      door: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
      seen: [...seenAt(row.vanLat, row.vanLng, row.vanAtMs), ...seenAt(row.pastLat, row.pastLng, row.pastAtMs)],
    },
    acts: {
      // Where only a day was promised, it begins with it.
      promiseFromMs: promise?.fromMs ?? (serviceDate === null ? null : startOfDay(serviceDate, timeZone).getTime()),
      cutoffAtMs: serviceDate === null ? null : (cutoffInstant(serviceDate, timeZone, row)?.getTime() ?? null),
      isRated: row.stars !== null,
      proofs: row.proofs,
      hasSlots: row.hasSlots,
    },
  };
}

/** Of several promised windows the one that is driven for: the first that is not over when the driver is expected. */
function promiseOf({ windows, serviceDate, timeZone, arriveAtMs }: TrackedVisitRow): ClockRange | null {
  if (serviceDate === null) return null;
  const midnightMs = startOfDay(serviceDate, timeZone).getTime();
  const ranges = windowsOnDay(windows, serviceDate, timeZone).map(({ fromSeconds, toSeconds }) => ({
    fromMs: midnightMs + fromSeconds * 1000,
    toMs: midnightMs + toSeconds * 1000,
  }));
  return ranges.find(({ toMs }) => toMs >= (arriveAtMs ?? 0)) ?? ranges.at(-1) ?? null;
}

function metersBefore({ lat, lng, vanLat, vanLng, vanAtMs }: TrackedVisitRow, nowMs: number): number | null {
  if (lat === null || lng === null || vanLat === null || vanLng === null || vanAtMs === null) return null;
  return nowMs - vanAtMs > FRESH_SECONDS * 1000 ? null : distanceMeters({ lat, lng }, { lat: vanLat, lng: vanLng });
}

function seenAt(lat: number | null, lng: number | null, atMs: number | null): SeenPosition[] {
  return lat === null || lng === null || atMs === null ? [] : [{ position: { lat, lng }, atMs }];
}
