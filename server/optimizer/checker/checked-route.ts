import type { RoutingProblem, RoutingVehicle, RoutingVisit, TimeWindow } from "@/server/domain/plan/routing-problem";

/** One stop of a simulated route. */
export interface CheckedStop {
  readonly visit: number;
  readonly arrivalSeconds: number;
  readonly startSeconds: number;
  /** Seconds after the close of the last window, 0 if served in time. */
  readonly lateSeconds: number;
}

export interface CheckedRoute {
  /** Leaving as early as the shift allows. */
  readonly stops: readonly CheckedStop[];
  readonly endSeconds: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** From the best departure to the return; what an hour is charged for. */
  readonly paidSeconds: number;
  /** Legs the matrix says cannot be driven, by the position they lead to. */
  readonly unreachable: readonly number[];
}

/** A travel time from here on, or a negative one, means that there is no way. */
export const NO_WAY_SECONDS = 1_000_000_000;

/**
 * Drives a route through the matrices, plainly: no caches, nothing incremental. A visit that cannot be served in time
 * is served on arrival and noted as late.
 */
export function checkRoute(problem: RoutingProblem, vehicle: RoutingVehicle, route: readonly number[]): CheckedRoute {
  const legs = travelLegs(problem, vehicle, route);
  const visits = route.map((index) => problem.visits[index]!);
  const early = drive(visits, legs, vehicle.shift.fromSeconds);
  return {
    stops: route.map((visit, i) => ({ visit, ...early.stops[i]! })),
    endSeconds: early.endSeconds,
    distanceMeters: sum(legs.map((leg) => leg.meters)),
    driveSeconds: sum(legs.map((leg) => leg.seconds)),
    paidSeconds: route.length === 0 ? 0 : shortestDuration(visits, legs, vehicle.shift, early.stops),
    unreachable: legs.flatMap((leg, i) => (leg.seconds < 0 || leg.seconds >= NO_WAY_SECONDS ? [i] : [])),
  };
}

interface Leg {
  readonly seconds: number;
  readonly meters: number;
}

interface Drive {
  readonly stops: readonly { arrivalSeconds: number; startSeconds: number; lateSeconds: number }[];
  readonly endSeconds: number;
}

function travelLegs(problem: RoutingProblem, vehicle: RoutingVehicle, route: readonly number[]): Leg[] {
  const matrix = problem.matrices[vehicle.profile]!;
  const places = [vehicle.startLocation, ...route.map((visit) => problem.visits[visit]!.location)];
  if (vehicle.endLocation !== undefined) places.push(vehicle.endLocation);
  return places.slice(1).map((to, i) => {
    const at = places[i]! * matrix.size + to;
    return { seconds: matrix.durationSeconds[at]!, meters: matrix.distanceMeters[at]! };
  });
}

function drive(visits: readonly RoutingVisit[], legs: readonly Leg[], departure: number): Drive {
  let time = departure;
  const stops = visits.map((visit, i) => {
    const arrivalSeconds = time + legs[i]!.seconds;
    const windows = startWindows(visit);
    const window = windows.find((each) => each.toSeconds >= arrivalSeconds);
    const startSeconds = window ? Math.max(arrivalSeconds, window.fromSeconds) : arrivalSeconds;
    const lateSeconds = window ? 0 : arrivalSeconds - (windows.at(-1)?.toSeconds ?? arrivalSeconds);
    time = startSeconds + visit.serviceSeconds;
    return { arrivalSeconds, startSeconds, lateSeconds: window ? 0 : Math.max(1, lateSeconds) };
  });
  return { stops, endSeconds: time + (legs[visits.length]?.seconds ?? 0) };
}

/** When service may start; a window too short for a service that must end inside it is none. */
export function startWindows(visit: RoutingVisit): TimeWindow[] {
  if (visit.windows.length === 0) return [{ fromSeconds: 0, toSeconds: Number.MAX_SAFE_INTEGER }];
  const within = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
  return visit.windows
    .map((window) => ({ fromSeconds: window.fromSeconds, toSeconds: window.toSeconds - within }))
    .filter((window) => window.fromSeconds <= window.toSeconds);
}

/**
 * The least time from departure to return. Leaving later costs nothing until some visit slips out of its window, and
 * then the route is another one with a later window there; so every stretch of departures between two such slips is
 * judged by its last moment that does not delay the return. A late visit is tied to the earliest departure.
 */
function shortestDuration(
  visits: readonly RoutingVisit[],
  legs: readonly Leg[],
  shift: TimeWindow,
  early: Drive["stops"],
): number {
  const windowsOf = visits.map((visit, i) => {
    const windows = startWindows(visit);
    const stop = early[i]!;
    return stop.lateSeconds > 0
      ? [...windows, { fromSeconds: stop.arrivalSeconds, toSeconds: stop.arrivalSeconds }]
      : windows;
  });
  const lastEnd = Math.max(shift.toSeconds, drive(visits, legs, shift.fromSeconds).endSeconds);
  let shortest = Number.POSITIVE_INFINITY;
  let departure = shift.fromSeconds;
  while (departure <= shift.toSeconds) {
    const pattern = followWindows(visits, legs, windowsOf, departure);
    if (!pattern || pattern.endSeconds > lastEnd) break;
    shortest = Math.min(
      shortest,
      pattern.endSeconds - lastDeparture(visits, legs, pattern.windows, pattern.endSeconds, shift),
    );
    departure = lastDeparture(visits, legs, pattern.windows, lastEnd, shift) + 1;
  }
  return shortest;
}

function followWindows(
  visits: readonly RoutingVisit[],
  legs: readonly Leg[],
  windowsOf: readonly (readonly TimeWindow[])[],
  departure: number,
): { windows: TimeWindow[]; endSeconds: number } | undefined {
  const windows: TimeWindow[] = [];
  let time = departure;
  for (const [i, visit] of visits.entries()) {
    time += legs[i]!.seconds;
    const window = windowsOf[i]!.find((each) => each.toSeconds >= time);
    if (!window) return undefined;
    windows.push(window);
    time = Math.max(time, window.fromSeconds) + visit.serviceSeconds;
  }
  return { windows, endSeconds: time + (legs[visits.length]?.seconds ?? 0) };
}

/** The latest departure that meets these windows and still returns by `endSeconds`. */
function lastDeparture(
  visits: readonly RoutingVisit[],
  legs: readonly Leg[],
  windows: readonly TimeWindow[],
  endSeconds: number,
  shift: TimeWindow,
): number {
  let latest = endSeconds - (legs[visits.length]?.seconds ?? 0);
  for (let i = visits.length - 1; i >= 0; i--) {
    latest = Math.min(latest - visits[i]!.serviceSeconds, windows[i]!.toSeconds) - legs[i]!.seconds;
  }
  return Math.min(latest, shift.toSeconds);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
