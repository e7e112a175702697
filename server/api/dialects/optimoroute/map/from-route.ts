import { localDateAt, wallSecondsAt } from "@/server/domain/time/zoned-time";
import type { DayBreak, DayReload, DayRoute, DayStop, RoutePoint } from "@/server/services/plan/read-day-routes";
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
    stops: stopsOf(route, orders, timeZone).map((stop, index) => ({ stopNumber: index + 1, ...stop })),
    ...(wishes.includeRouteStartEnd && { startLocation: fromEnd(route.start), endLocation: fromEnd(route.end) }),
    ...(wishes.includeRoutePolyline && { routePolyline: route.geometry }),
  };
}

type Unnumbered = Omit<WireStop, "stopNumber">;

/** Trips to the depot and breaks are stops between those of orders. */
function stopsOf(route: DayRoute, orders: readonly WireOrder[], timeZone: string): Unnumbered[] {
  const breaksBefore = (index: number) =>
    route.breaks.filter(({ before }) => before === index).map((each) => fromBreak(each, timeZone));
  const stops = route.stops.flatMap((stop, index) => {
    const visit = fromStop(stop, orders[index]!, timeZone);
    const reload = stop.reload ? [fromReload(stop.reload, route.start, timeZone)] : [];
    return [...breaksBefore(index), ...reload, visit];
  });
  return [...stops, ...breaksBefore(route.stops.length)];
}

/** Taken where the driver is: it has no order and no location, and nobody drives there. */
function fromBreak({ freeAt, startAt, position }: DayBreak, timeZone: string): Unnumbered {
  const scheduledAtDt = dateTimeOf(startAt, timeZone);
  return {
    orderNo: "",
    id: "",
    locationNo: "",
    locationName: "",
    address: "",
    latitude: position?.lat ?? 0,
    longitude: position?.lng ?? 0,
    scheduledAt: scheduledAtDt.slice(11, 16),
    scheduledAtDt,
    arrivalTimeDt: dateTimeOf(freeAt, timeZone),
    travelTime: 0,
    distance: 0,
    type: "break",
  };
}

/** No order is served there: it has neither number nor id. */
function fromReload(reload: DayReload, depot: RoutePoint, timeZone: string): Unnumbered {
  const scheduledAtDt = dateTimeOf(reload.arriveAt, timeZone);
  return {
    orderNo: "",
    id: "",
    locationNo: "",
    locationName: depot.name,
    address: depot.address || depot.name,
    latitude: depot.position?.lat ?? 0,
    longitude: depot.position?.lng ?? 0,
    scheduledAt: scheduledAtDt.slice(11, 16),
    scheduledAtDt,
    arrivalTimeDt: scheduledAtDt,
    travelTime: Math.round(reload.travelSeconds),
    distance: Math.round(reload.distanceMeters),
    type: "depot",
  };
}

function fromStop(stop: DayStop, { orderNo, id, location }: WireOrder, timeZone: string): Unnumbered {
  const { locationNo, locationName, address } = location;
  const scheduledAtDt = dateTimeOf(stop.startAt, timeZone);
  return {
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
