import type { BoardRoute } from "./plan-board";
import { isSameReloads, reloadsOf } from "./reload-trips";

/** A customer whose arrival moves by less than this does not notice. */
export const NOTICEABLE_SHIFT_SECONDS = 15 * 60;

/** A driver who holds the route's link is told that it is another one now. */
export interface DriverNotice {
  readonly routeId: string;
  readonly routeNumber: number;
  readonly driverName: string;
  /** False: there is neither an address nor a number, so somebody has to call. */
  readonly isReachable: boolean;
  /** The route changes hands: this driver is sent its link, or told that it is his no more. Absent: it stays his. */
  readonly hands?: "gets" | "loses";
}

/** A door that expects its driver at another time; null: on no route. Seconds from the plan's midnight. */
export interface ArrivalShift {
  readonly visitId: string;
  readonly beforeSeconds: number;
  readonly afterSeconds: number | null;
}

/** Who outside the desk a change concerns. */
export interface ChangeNotices {
  readonly drivers: readonly DriverNotice[];
  readonly arrivals: readonly ArrivalShift[];
}

type RouteState = Pick<BoardRoute, "id" | "number" | "driver" | "status" | "stops" | "schedule">;

/** Whom a change concerns beyond the desk: nobody before a route is sent. Both lists hold the same routes. */
export function changeNotices(before: readonly RouteState[], after: readonly RouteState[]): ChangeNotices {
  const afterById = new Map(after.map((route) => [route.id, route]));
  const sent = before.filter((route) => route.status === "dispatched" || route.status === "started");
  const drivers = sent.flatMap((route): DriverNotice[] => {
    const next = afterById.get(route.id);
    if (!next) return [];
    if (next.driver.id !== route.driver.id) {
      return [
        { ...noticeTo(route, next.driver), hands: "gets" },
        { ...noticeTo(route, route.driver), hands: "loses" },
      ];
    }
    return isSameSequence(route, next) ? [] : [noticeTo(route, route.driver)];
  });
  const arrivals = new Map<string, number>();
  for (const route of after) for (const stop of route.schedule.stops) arrivals.set(stop.visitId, stop.arriveSeconds);
  const shifts = sent.flatMap((route) =>
    route.schedule.stops.flatMap(({ visitId, arriveSeconds }): ArrivalShift[] => {
      const afterSeconds = arrivals.get(visitId) ?? null;
      const shift = afterSeconds === null ? Number.POSITIVE_INFINITY : Math.abs(afterSeconds - arriveSeconds);
      return shift < NOTICEABLE_SHIFT_SECONDS ? [] : [{ visitId, beforeSeconds: arriveSeconds, afterSeconds }];
    }),
  );
  return { drivers, arrivals: shifts };
}

function noticeTo({ id, number }: RouteState, { email, phone, name }: RouteState["driver"]): DriverNotice {
  return { routeId: id, routeNumber: number, driverName: name, isReachable: email !== "" || phone !== "" };
}

function isSameSequence(a: Pick<BoardRoute, "stops">, b: Pick<BoardRoute, "stops">): boolean {
  if (!isSameReloads(reloadsOf(a), reloadsOf(b))) return false;
  return a.stops.length === b.stops.length && a.stops.every((stop, index) => stop.visitId === b.stops[index]!.visitId);
}
