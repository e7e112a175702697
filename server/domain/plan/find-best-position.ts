import { type LegSource, routePoints } from "./board-legs";
import type { BoardRoute, BoardVisit } from "./plan-board";
import type { Loads } from "./routing-problem";
import type { Leg, RouteSchedule, ScheduleVehicle } from "./schedule-route";

/** Weighs broken promises against cost: any second of lateness outweighs any cost. */
const CENTS_PER_VIOLATION = 1e6;
const OVERLOAD_VIOLATION = 3600;
/** Decides between positions that cost the same where a fleet has no costs. */
const CENTS_PER_SECOND = 1e-3;
const CENTS_PER_METER = 1e-4;
/** A pair's pickup is tried where it alone would fit best; more places change little and cost much. */
const PICKUP_PLACES = 3;

/** What makes one way of driving a route better than another; smaller is better. */
export function routeScore(
  vehicle: ScheduleVehicle,
  figures: Pick<RouteSchedule, "lateSeconds" | "overtimeSeconds" | "maxLoad" | "distanceMeters"> & {
    readonly durationSeconds: number;
  },
): number {
  const isOverloaded = figures.maxLoad.some((load, d) => load > vehicle.capacity[d]!);
  const violation = figures.lateSeconds + figures.overtimeSeconds + (isOverloaded ? OVERLOAD_VIOLATION : 0);
  return (
    violation * CENTS_PER_VIOLATION +
    figures.distanceMeters * (vehicle.costPerKmCents / 1000 + CENTS_PER_METER) +
    figures.durationSeconds * (vehicle.costPerHourCents / 3600 + CENTS_PER_SECOND)
  );
}

/**
 * The route's visits with more put in, one by one, each where it breaks fewest promises and then costs least. A pickup
 * brings its drop-off behind it when both are given. Visits keep no order among themselves otherwise.
 */
export function insertAtBest(
  route: BoardRoute,
  sequence: readonly BoardVisit[],
  visits: readonly BoardVisit[],
  legs: LegSource,
): BoardVisit[] {
  let current = [...sequence];
  const done = new Set<string>();
  for (const visit of visits) {
    if (done.has(visit.id)) continue;
    const partner = visits.find(
      (other) => other !== visit && other.pairKey !== undefined && other.pairKey === visit.pairKey,
    );
    done.add(visit.id);
    if (partner) {
      done.add(partner.id);
      const [pickup, dropoff] = visit.pairRole === "pickup" ? [visit, partner] : [partner, visit];
      current = insertPair(route, current, pickup, dropoff, legs);
    } else {
      const [best] = rankPositions(route, current, visit, legs);
      current.splice(best!.index, 0, visit);
    }
  }
  return current;
}

function insertPair(
  route: BoardRoute,
  sequence: readonly BoardVisit[],
  pickup: BoardVisit,
  dropoff: BoardVisit,
  legs: LegSource,
): BoardVisit[] {
  let best: { score: number; visits: BoardVisit[] } | undefined;
  for (const { index } of rankPositions(route, sequence, pickup, legs).slice(0, PICKUP_PLACES)) {
    const withPickup = sequence.toSpliced(index, 0, pickup);
    const behind = rankPositions(route, withPickup, dropoff, legs, index + 1)[0]!;
    if (!best || behind.score < best.score) {
      best = { score: behind.score, visits: withPickup.toSpliced(behind.index, 0, dropoff) };
    }
  }
  return best!.visits;
}

/** Every position from `fromIndex` on, best first. Exact: the score is that of `scheduleRoute` for each. */
export function rankPositions(
  route: BoardRoute,
  sequence: readonly BoardVisit[],
  visit: BoardVisit,
  legs: LegSource,
  fromIndex = 0,
): { index: number; score: number }[] {
  const { profile } = route.vehicle;
  const points = routePoints(route, sequence);
  const driven = points.slice(1).map((point, index) => legs(points[index]!, point, profile));
  const totalMeters = driven.reduce((sum, leg) => sum + leg.distanceMeters, 0);
  const prefix = timePrefix(route.rules, sequence, driven);
  const loads = loadExtremes(sequence);
  const ranked: { index: number; score: number }[] = [];
  for (let index = fromIndex; index <= sequence.length; index++) {
    const into = legs(points[index]!, visit, profile);
    const next = points[index + 1];
    const out = next && legs(visit, next, profile);
    const skipped = next ? driven[index]!.distanceMeters : 0;
    const timing = timeFrom(route.rules, sequence, driven, prefix[index]!, visit, into, out, index);
    const score = routeScore(route.rules, {
      ...timing,
      distanceMeters: totalMeters - skipped + into.distanceMeters + (out?.distanceMeters ?? 0),
      maxLoad: maxLoadWith(loads, visit, sequence, index),
    });
    ranked.push({ index, score });
  }
  return ranked.sort((a, b) => a.score - b.score || a.index - b.index);
}

/** The clock after the visits before an index, with what `scheduleRoute` needs to know how far the start can be put off. */
interface Clock {
  seconds: number;
  waited: number;
  delay: number;
  late: number;
}

function timePrefix(rules: ScheduleVehicle, sequence: readonly BoardVisit[], driven: readonly Leg[]): Clock[] {
  const clock: Clock = { seconds: rules.shift.fromSeconds, waited: 0, delay: Number.MAX_SAFE_INTEGER, late: 0 };
  const prefix = [{ ...clock }];
  sequence.forEach((visit, index) => {
    serve(clock, visit, driven[index]!.durationSeconds);
    prefix.push({ ...clock });
  });
  return prefix;
}

function timeFrom(
  rules: ScheduleVehicle,
  sequence: readonly BoardVisit[],
  driven: readonly Leg[],
  before: Clock,
  visit: BoardVisit,
  into: Leg,
  out: Leg | undefined,
  index: number,
) {
  const clock = { seconds: before.seconds, waited: before.waited, delay: before.delay, late: before.late };
  serve(clock, visit, into.durationSeconds);
  for (let i = index; i < sequence.length; i++) {
    serve(clock, sequence[i]!, i === index ? out!.durationSeconds : driven[i]!.durationSeconds);
  }
  if (driven.length > sequence.length) {
    clock.seconds += index === sequence.length ? out!.durationSeconds : driven.at(-1)!.durationSeconds;
  }
  const delay = Math.min(clock.delay, clock.waited);
  return {
    lateSeconds: clock.late,
    overtimeSeconds: Math.max(0, clock.seconds - rules.shift.toSeconds),
    durationSeconds: clock.seconds - rules.shift.fromSeconds - delay,
  };
}

/** One visit's share of `scheduleRoute`, without its objects: this runs thousands of times per pointer move. */
function serve(clock: Clock, visit: BoardVisit, legSeconds: number): void {
  const arrive = clock.seconds + legSeconds;
  const { windows } = visit;
  const beforeEnd = visit.windowSemantics === "finish" ? visit.serviceSeconds : 0;
  let start = arrive;
  let slack = windows.length === 0 ? Number.MAX_SAFE_INTEGER : -1;
  for (const window of windows) {
    const latest = window.toSeconds - beforeEnd;
    if (arrive <= latest && window.fromSeconds <= latest) {
      start = Math.max(arrive, window.fromSeconds);
      slack = latest - start;
      break;
    }
  }
  if (slack < 0) {
    const last = windows[windows.length - 1]!;
    start = Math.max(arrive, last.fromSeconds);
    slack = 0;
    clock.late += Math.max(1, arrive - (last.toSeconds - beforeEnd));
  }
  clock.waited += start - arrive;
  clock.delay = Math.min(clock.delay, clock.waited + slack);
  clock.seconds = start + visit.serviceSeconds;
}

interface LoadExtremes {
  /** Load on board before each index, and after the last. */
  readonly at: readonly Loads[];
  /** Highest up to and including each index. */
  readonly upTo: readonly Loads[];
  /** Highest from each index on. */
  readonly from: readonly Loads[];
}

function loadExtremes(sequence: readonly BoardVisit[]): LoadExtremes {
  const pickups = new Map(sequence.filter((v) => v.pairRole === "pickup").map((v) => [v.pairKey, v.pickup]));
  const onBoard = new Set<string | undefined>();
  const current = [0, 0, 0, 0];
  for (const visit of sequence) for (let d = 0; d < 4; d++) current[d]! += visit.deliver[d]!;
  const at: number[][] = [[...current]];
  for (const visit of sequence) {
    const released =
      visit.pairRole === "dropoff" && onBoard.has(visit.pairKey) ? pickups.get(visit.pairKey) : undefined;
    if (visit.pairRole === "pickup") onBoard.add(visit.pairKey);
    for (let d = 0; d < 4; d++) current[d]! += visit.pickup[d]! - visit.deliver[d]! - (released?.[d] ?? 0);
    at.push([...current]);
  }
  const max = (a: readonly number[], b: readonly number[]) => a.map((value, d) => Math.max(value, b[d]!));
  const upTo = [at[0]!];
  for (let i = 1; i < at.length; i++) upTo.push(max(upTo[i - 1]!, at[i]!));
  const from: number[][] = new Array(at.length);
  from[at.length - 1] = at.at(-1)!;
  for (let i = at.length - 2; i >= 0; i--) from[i] = max(from[i + 1]!, at[i]!);
  return { at, upTo, from } as unknown as LoadExtremes;
}

/** The highest load when the visit is served at `index`: what it hands over rides until there, what it takes on rides on. */
function maxLoadWith(loads: LoadExtremes, visit: BoardVisit, sequence: readonly BoardVisit[], index: number): Loads {
  const partner = visit.pairRole === "dropoff" ? sequence.findIndex((v) => v.pairKey === visit.pairKey) : -1;
  const isReleased = partner >= 0 && partner < index;
  const max = [0, 0, 0, 0];
  for (let d = 0; d < 4; d++) {
    const released = isReleased ? sequence[partner]!.pickup[d]! : 0;
    max[d] = Math.max(loads.upTo[index]![d]! + visit.deliver[d]!, loads.from[index]![d]! + visit.pickup[d]! - released);
  }
  return max as unknown as Loads;
}
