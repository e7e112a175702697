import { isAllBound, type RouteFinding, type RouteRule } from "../route-under-check";
import type { ViolationCode } from "../violation";

/** The day's limits, over all trips and with what the route has behind it; and the end of the shift with its overtime. */
export const limits: RouteRule = function* (judged) {
  const { vehicle, route, timed } = judged;
  if (route.visits.length === 0) return;
  const { done, overtime, shift } = vehicle;
  const over = (code: ViolationCode, actual: number, limit: number | undefined, unit: string): RouteFinding[] =>
    limit !== undefined && actual > limit
      ? [{ code, cause: `${actual} ${unit}, at most ${limit}`, bound: isAllBound(judged) }]
      : [];
  const latestReturn = shift.toSeconds + (overtime?.maxSeconds ?? 0);
  yield* over("shift", timed.earliestReturnSeconds, latestReturn, "s at the return");
  yield* over("max-visits", route.visits.length + (done?.visits ?? 0), vehicle.maxVisits, "visits");
  yield* over("max-distance", timed.distanceMeters + (done?.distanceMeters ?? 0), vehicle.maxDistanceMeters, "m");
  yield* over(
    "max-drive-time",
    timed.driveSeconds + (done?.driveSeconds ?? 0),
    vehicle.maxDriveSeconds,
    "s at the wheel",
  );
  yield* over("max-work-time", timed.workSeconds + (done?.workSeconds ?? 0), vehicle.maxWorkSeconds, "s of work");
};
