import type { RouteStatus } from "./plan-board";
import type { RouteTerms } from "./plan-edit";

/** A route of the day with who drives it now. */
export interface DrivenTerms extends RouteTerms {
  readonly number: number;
  readonly status: RouteStatus;
  readonly driverName: string;
}

/** Somebody without a route of the day, as he usually drives. */
export interface FreeDriver {
  readonly driverId: string;
  readonly driverName: string;
  readonly isActive: boolean;
  readonly vehicleId: string | null;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
}

export type SwapRefusal =
  | { readonly reason: "route-not-found" }
  | { readonly reason: "route-finished" | "vehicle-in-use"; readonly routeNumber: number }
  | { readonly reason: "same-driver" | "driver-inactive" | "no-vehicle"; readonly driver: string };

export type SwapOutcome =
  | { readonly ok: true; readonly terms: readonly RouteTerms[]; readonly before: readonly RouteTerms[] }
  | { readonly ok: false; readonly refusal: SwapRefusal };

/**
 * Gives a route of the day to another driver, its stops and order untouched. Who has another route exchanges with its
 * driver; who has none takes his place on the day. Shifts and breaks go with their drivers; vehicles, and what is in them, stay with
 * the routes unless they are to come along.
 */
export function swapDrivers(
  day: readonly DrivenTerms[],
  routeId: string,
  driver: FreeDriver | { readonly driverId: string },
  withVehicle: boolean,
): SwapOutcome {
  const route = day.find((each) => each.routeId === routeId);
  if (!route) return refuse({ reason: "route-not-found" });
  if (route.driverId === driver.driverId) return refuse({ reason: "same-driver", driver: route.driverName });
  const other = day.find((each) => each.driverId === driver.driverId);
  const finished = [route, other].find((each) => each?.status === "finished");
  if (finished) return refuse({ reason: "route-finished", routeNumber: finished.number });
  if (other) {
    const before = [route, other].map(termsOf);
    return { ok: true, before, terms: [handOver(route, other, withVehicle), handOver(other, route, withVehicle)] };
  }
  if (!("isActive" in driver)) return refuse({ reason: "route-not-found" });
  const { driverName, vehicleId } = driver;
  if (!driver.isActive) return refuse({ reason: "driver-inactive", driver: driverName });
  if (withVehicle && vehicleId === null) return refuse({ reason: "no-vehicle", driver: driverName });
  const user = withVehicle && day.find((each) => each.routeId !== routeId && each.vehicleId === vehicleId);
  if (user) return refuse({ reason: "vehicle-in-use", routeNumber: user.number });
  const taker = { ...driver, vehicleId: vehicleId ?? route.vehicleId };
  return { ok: true, before: [termsOf(route)], terms: [handOver(route, taker, withVehicle)] };
}

/** Why terms cannot be given back: somebody else has changed them since, or has one of the drivers on another route. */
export function changedTerms(
  day: readonly DrivenTerms[],
  wanted: readonly RouteTerms[],
  leftAs: readonly RouteTerms[],
): readonly number[] {
  const now = new Map(day.map((each) => [each.routeId, each]));
  const own = new Set(wanted.map(({ routeId }) => routeId));
  const drivers = new Set(wanted.map(({ driverId }) => driverId));
  const moved = leftAs.filter((left) => {
    const is = now.get(left.routeId);
    return !is || is.driverId !== left.driverId || is.vehicleId !== left.vehicleId;
  });
  const taken = day.filter((each) => !own.has(each.routeId) && drivers.has(each.driverId));
  return [...moved.map(({ routeId }) => now.get(routeId)?.number ?? 0), ...taken.map(({ number }) => number)];
}

function handOver(route: RouteTerms, to: Omit<RouteTerms, "routeId">, withVehicle: boolean): RouteTerms {
  return {
    routeId: route.routeId,
    driverId: to.driverId,
    vehicleId: withVehicle ? to.vehicleId : route.vehicleId,
    shiftFromSeconds: to.shiftFromSeconds,
    shiftToSeconds: to.shiftToSeconds,
    ...(to.breaks && { breaks: to.breaks }),
  };
}

function termsOf({ routeId, driverId, vehicleId, shiftFromSeconds, shiftToSeconds, breaks }: RouteTerms): RouteTerms {
  return { routeId, driverId, vehicleId, shiftFromSeconds, shiftToSeconds, ...(breaks && { breaks }) };
}

function refuse(refusal: SwapRefusal): SwapOutcome {
  return { ok: false, refusal };
}
