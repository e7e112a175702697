import { localDateAt, wallSecondsAt } from "@/server/domain/time/zoned-time";
import type { DayRoute, DayStop, RoutePoint } from "@/server/services/plan/read-day-routes";
import type { WireOrder } from "../wire/order";
import type { WireRoute, WireRouteEnd, WireStop } from "../wire/routes";

/** What the sender of a request wants to see besides. */
export interface RouteWishes {
  readonly includeRoutePolyline: boolean;
  readonly includeRouteStartEnd: boolean;
}

/** A route as this API says it; `orders` are those of its stops, `timeZone` is where its times are local. */
export function fromRoute(
  route: DayRoute,
  orders: readonly WireOrder[],
  timeZone: string,
  wishes: RouteWishes,
): WireRoute {
  const { driver, vehicle, loads } = route;
  return {
    driverExternalId: driver.externalId,
    driverSerial: driver.serial,
    driverName: driver.name,
    vehicleRegistration: vehicle.registration,
    vehicleLabel: vehicle.label,
    duration: Math.round(route.durationSeconds / 60),
    distance: route.distanceMeters / 1000,
    load1: loads[0],
    load2: loads[1],
    load3: loads[2],
    load4: loads[3],
    stops: route.stops.map((stop, index) => fromStop(stop, index, orders[index]!, timeZone)),
    ...(wishes.includeRouteStartEnd && { startLocation: fromEnd(route.start), endLocation: fromEnd(route.end) }),
    ...(wishes.includeRoutePolyline && { routePolyline: route.geometry }),
  };
}

function fromStop(stop: DayStop, index: number, { orderNo, id, location }: WireOrder, timeZone: string): WireStop {
  const { locationNo, locationName, address } = location;
  const scheduledAtDt = dateTimeOf(stop.startAt, timeZone);
  return {
    stopNumber: index + 1,
    orderNo,
    id,
    locationNo,
    locationName,
    address,
    latitude: stop.position?.lat ?? location.latitude,
    longitude: stop.position?.lng ?? location.longitude,
    scheduledAt: scheduledAtDt.slice(11, 16),
    scheduledAtDt,
    arrivalTimeDt: dateTimeOf(stop.arriveAt, timeZone),
    travelTime: Math.round(stop.travelSeconds),
    distance: Math.round(stop.distanceMeters),
  };
}

function fromEnd(point: RoutePoint | null): WireRouteEnd | null {
  if (!point?.position) return null;
  const { name, address, position } = point;
  return {
    locationNo: "",
    locationName: name,
    address: address || name,
    latitude: position.lat,
    longitude: position.lng,
  };
}

/** `YYYY-mm-dd HH:MM:SS`, local. */
export function dateTimeOf(at: Date, timeZone: string): string {
  const seconds = wallSecondsAt(at, timeZone);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return `${localDateAt(at, timeZone)} ${parts.map((part) => String(Math.floor(part)).padStart(2, "0")).join(":")}`;
}
