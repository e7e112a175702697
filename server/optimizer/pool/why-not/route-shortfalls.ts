import type { RoutingProblem, RuleShortfall } from "@/server/domain/plan/routing-problem";
import { loadsOnBoard } from "../../checker/loads-on-board";
import { type PlannedRoute, tripAt } from "../../checker/planned-route";
import { totalCents } from "../../checker/route-money";
import { NO_WAY_SECONDS } from "../../checker/rules/reachability";
import { type QuickTimes, timeQuickly } from "./time-quickly";
import type { VisitLookup } from "./visit-lookup";

/** A route as it would run: what it takes and costs, and every rule it breaks by how much. */
export interface RouteVerdict {
  readonly costCents: number;
  readonly times: QuickTimes;
  readonly shortfalls: readonly RuleShortfall[];
}

/** Judges a route by the checker's steps, loads and money. */
export function judgeRoute(problem: RoutingProblem, route: PlannedRoute, lookup: VisitLookup): RouteVerdict {
  const times = timeQuickly(problem, route);
  const judged = { problem, route, times, lookup };
  const shortfalls = [
    ...brokenPromises(judged),
    ...overloads(judged),
    ...late(judged),
    ...exceeded(judged),
    ...missedBreaks(judged),
  ];
  return { costCents: totalCents(times.money), times, shortfalls };
}

/** Whether visits with a place of their own on the route stand there; last, where it is too short. */
export function keepsPlaces(problem: RoutingProblem, route: PlannedRoute): boolean {
  const { placedVisits = [] } = problem.vehicles[route.vehicle]!;
  const here = placedVisits.filter(({ visit }) => route.visits.includes(visit)).toSorted((a, b) => a.place - b.place);
  return here.every(({ visit, place }, i) => {
    const last = route.visits.length - (here.length - 1 - i);
    return route.visits.indexOf(visit) + 1 === Math.min(place, last);
  });
}

/** What one verdict has that the other has not, or not as much of. */
export function newShortfalls(before: RouteVerdict, after: RouteVerdict): RuleShortfall[] {
  const known = new Map(before.shortfalls.map((each) => [keyOf(each), each.shortfall ?? 0]));
  return after.shortfalls.filter((each) => {
    const was = known.get(keyOf(each));
    return was === undefined || was < (each.shortfall ?? 0);
  });
}

function keyOf({ rule, subject, visit }: RuleShortfall): string {
  return `${rule} ${subject ?? ""} ${visit ?? ""}`;
}

interface Judged {
  readonly problem: RoutingProblem;
  readonly route: PlannedRoute;
  readonly times: QuickTimes;
  readonly lookup: VisitLookup;
}

/** Rules that are kept or not, without a more or less. */
function* brokenPromises({ problem, route, times, lookup }: Judged): Generator<RuleShortfall> {
  const vehicle = problem.vehicles[route.vehicle]!;
  for (const visit of route.visits) {
    const { skills, features, allowedVehicles } = problem.visits[visit]!;
    for (const skill of skills) if (!vehicle.skills.includes(skill)) yield { rule: "skills", subject: skill, visit };
    for (const feature of features)
      if (!vehicle.features.includes(feature)) yield { rule: "features", subject: feature, visit };
    if (allowedVehicles && !allowedVehicles.includes(route.vehicle)) yield { rule: "allowed-vehicles", visit };
  }
  yield* tornPairs(problem, route, lookup.pickupOf);
  const hasGuests = route.visits.some((visit) => (lookup.placedOn.get(visit) ?? route.vehicle) !== route.vehicle);
  if (hasGuests || !keepsPlaces(problem, route)) yield { rule: "place" };
  const hasNoWay = times.steps.some(
    (step) => step.kind === "drive" && (step.seconds < 0 || step.seconds >= NO_WAY_SECONDS || step.meters < 0),
  );
  if (hasNoWay) yield { rule: "unreachable" };
}

/** The halves of a pair on two routes or trips, or something between those of a direct one: their places do not do. */
function* tornPairs(
  problem: RoutingProblem,
  route: PlannedRoute,
  pickupOf: ReadonlyMap<number, number>,
): Generator<RuleShortfall> {
  for (const [from, visit] of route.visits.entries()) {
    const pickup = pickupOf.get(visit);
    if (pickup !== undefined && !route.visits.includes(pickup)) yield { rule: "place", visit };
    const { pairedDropoff, direct } = problem.visits[visit]!;
    if (pairedDropoff === undefined) continue;
    const to = route.visits.indexOf(pairedDropoff);
    const isTorn = to < from || tripAt(route, from) !== tripAt(route, to) || (direct && to !== from + 1);
    if (isTorn) yield { rule: "place", visit };
  }
}

/** The highest load of the day over what fits, by dimension. */
function* overloads({ problem, route }: Judged): Generator<RuleShortfall> {
  const trips = loadsOnBoard(problem, route);
  for (const [dimension, limit] of problem.vehicles[route.vehicle]!.capacity.entries()) {
    const highest = Math.max(
      ...trips.flatMap((trip) => [trip.atStart, ...trip.afterStops].map((load) => load[dimension]!)),
    );
    if (highest > limit) yield { rule: "capacity", subject: String(dimension), shortfall: highest - limit };
  }
}

function* late({ times }: Judged): Generator<RuleShortfall> {
  for (const [i, step] of times.steps.entries()) {
    const { lateSeconds } = times.times[i]!;
    if (step.kind === "visit" && lateSeconds > 0)
      yield { rule: "time-window", visit: step.visit, shortfall: lateSeconds };
  }
}

function* exceeded({ problem, route, times }: Judged): Generator<RuleShortfall> {
  if (route.visits.length === 0) return;
  const vehicle = problem.vehicles[route.vehicle]!;
  const { done, shift, overtime } = vehicle;
  const limits = [
    ["max-visits", route.visits.length + (done?.visits ?? 0), vehicle.maxVisits],
    ["max-distance", times.distanceMeters + (done?.distanceMeters ?? 0), vehicle.maxDistanceMeters],
    ["max-drive-time", times.driveSeconds + (done?.driveSeconds ?? 0), vehicle.maxDriveSeconds],
    ["max-work-time", times.workSeconds + (done?.workSeconds ?? 0), vehicle.maxWorkSeconds],
    ["shift", times.earliestReturnSeconds, shift.toSeconds + (overtime?.maxSeconds ?? 0)],
  ] as const;
  for (const [rule, is, limit] of limits) if (limit !== undefined && is > limit) yield { rule, shortfall: is - limit };
}

/** A break taken too late, or not taken although it is due before the return. */
function* missedBreaks({ problem, route, times }: Judged): Generator<RuleShortfall> {
  if (route.visits.length === 0) return;
  for (const [index, { toSeconds }] of (problem.vehicles[route.vehicle]!.breaks ?? []).entries()) {
    const taken = times.steps.findIndex((step) => step.kind === "break" && step.index === index);
    const shortfall = taken < 0 ? times.earliestReturnSeconds - toSeconds : times.times[taken]!.lateSeconds;
    if (shortfall > 0) yield { rule: "break", subject: String(index), shortfall };
  }
}
