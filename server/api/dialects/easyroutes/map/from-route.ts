import type { RouteRecord } from "@/server/services/route/read-route-records";
import { dress } from "../ids";
import type { RouteWire } from "../wire/route";
import { fromDriver } from "./driver";
import { fromStop } from "./from-stop";
import { instantOf } from "./instant";
import { fromAddress } from "./person";

/** A route as this API says it. */
export function fromRoute(route: RouteRecord): RouteWire {
  const { midnightMs, startAddress, endAddress } = route;
  const at = (seconds: number) => instantOf(midnightMs + seconds * 1000);
  return {
    id: dress("route", route.id),
    name: `Route ${route.number}`,
    driver: fromDriver(route.driver),
    start: {
      ...(startAddress && { address: fromAddress(startAddress) }),
      tasks: [],
      status: route.startedMs === null ? "UNKNOWN" : "STARTED",
    },
    end: {
      ...(endAddress && { address: fromAddress(endAddress) }),
      tasks: [],
      plannedArrival: at(route.endSeconds),
      distanceMeters: route.returnLegMeters,
      ...(route.finishedMs !== null && { updatedArrival: instantOf(route.finishedMs) }),
      status: route.finishedMs === null ? "UNKNOWN" : "COMPLETED",
    },
    stops: route.stops.map((stop) => fromStop(stop, route)),
    createdAt: instantOf(route.createdMs),
    updatedAt: instantOf(route.updatedMs),
    ...(route.closedMs !== null && { archivedAt: instantOf(route.closedMs) }),
    scheduledFor: at(route.startSeconds),
    totalDistanceMeters: route.distanceMeters,
    ...totalsOf(route),
    optimized: route.isOptimized,
  };
}

/** Every delivery once, though a pair has two doors here; what no item weighs its load does. */
function totalsOf({ stops }: RouteRecord) {
  const inputs = [...new Map(stops.map(({ deliveryId, record }) => [deliveryId, record.delivery.input])).values()];
  const grams = inputs.map(({ items, loads }) =>
    items.length > 0 ? items.reduce((sum, { quantity, weightGrams = 0 }) => sum + quantity * weightGrams, 0) : loads[0],
  );
  const pieces = inputs.flatMap(({ items }) => items.map(({ quantity }) => quantity));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return { totalItemQuantity: sum(pieces), totalItemGrams: String(sum(grams)) };
}
