import type { ScheduleVisit } from "./route-schedule";
import type { RoutingBreak } from "./routing-problem";
import { timeVisit, type VisitTime } from "./time-visit";

/** A visit with what getting there takes. */
export interface VisitAhead {
  readonly visit: ScheduleVisit;
  readonly legSeconds: number;
  readonly checkInSeconds: number;
}

/** What of a route is still to be driven. */
export interface RouteAhead {
  readonly visits: readonly VisitAhead[];
  /** The way to its end; absent: it ends at its last visit. */
  readonly backSeconds?: number;
  /** The driver's breaks to come, in order. */
  readonly breaks: readonly RoutingBreak[];
  /** Nothing of it happens before; 0 for a route that nobody drives yet. */
  readonly notBefore: number;
}

export interface PassedDoor extends VisitTime {
  readonly depart: number;
}

/** A break as it is taken: before driving on to visit `before` of those ahead, or back, where that is their number. */
export interface TakenBreak {
  readonly before: number;
  /** When he could take it. */
  readonly free: number;
  readonly start: number;
  readonly end: number;
  /** Seconds past the latest begin; 0 when on time. */
  readonly late: number;
  /** How much later it could begin within its window. */
  readonly slack: number;
}

export interface Drive {
  readonly doors: readonly PassedDoor[];
  readonly breaks: readonly TakenBreak[];
}

/** Drives the visits in their order, leaving at `from`, with the first breaks at these places (`placeBreaks`). */
export function driveAhead(ahead: RouteAhead, from: number, places: readonly number[]): Drive {
  const doors: PassedDoor[] = [];
  const breaks: TakenBreak[] = [];
  let clock = from;
  const rest = (before: number) => {
    while (places[breaks.length] === before) {
      const taken = { before, ...takeBreak(ahead.breaks[breaks.length]!, clock, ahead.notBefore) };
      breaks.push(taken);
      clock = taken.end;
    }
  };
  ahead.visits.forEach((visit, index) => {
    rest(index);
    const door = passDoor(visit, clock, ahead.notBefore);
    doors.push(door);
    clock = door.depart;
  });
  rest(ahead.visits.length);
  return { doors, breaks };
}

function passDoor({ visit, legSeconds, checkInSeconds }: VisitAhead, clock: number, notBefore: number): PassedDoor {
  const time = timeVisit(visit, Math.max(notBefore, clock + legSeconds), checkInSeconds);
  return { ...time, depart: time.start + visit.serviceSeconds };
}

/** A break begins once its window opens; who is too late for it takes it at once. */
function takeBreak({ fromSeconds, toSeconds, durationSeconds }: RoutingBreak, clock: number, notBefore: number) {
  const free = Math.max(notBefore, clock);
  const start = Math.max(free, fromSeconds);
  return {
    free,
    start,
    end: start + durationSeconds,
    late: Math.max(0, start - toSeconds),
    slack: Math.max(0, toSeconds - start),
  };
}

/** How far a drive has come: by lateness, then by the clock. */
interface Progress {
  readonly late: number;
  readonly clock: number;
  /** Where its breaks so far stand. */
  readonly places: readonly number[];
}

/**
 * Where a driver takes his breaks: so that nothing is late if that can be had, then so that he is back earliest, and of
 * places that are alike the first behind a service. As many as must be: who is back by a break's latest begin goes without.
 * The same for the same route wherever it is asked.
 */
export function placeBreaks(ahead: RouteAhead, from: number): readonly number[] {
  const { visits, backSeconds, breaks } = ahead;
  if (breaks.length === 0 || visits.length === 0) return [];
  // By how many breaks have been taken; nothing can get earlier by being earlier, so the best of each is all that counts.
  let best: (Progress | undefined)[] = [{ late: 0, clock: from, places: [] }];
  const lastPlace = backSeconds === undefined ? visits.length - 1 : visits.length;
  for (let index = 0; index <= visits.length; index++) {
    if (index <= lastPlace) best = withBreaksAt(ahead, best, index);
    const next = visits[index];
    if (next) best = best.map((progress) => progress && serveNext(next, progress, ahead.notBefore));
  }
  const suffices = (progress: Progress | undefined, taken: number) => {
    if (!progress) return false;
    const next = breaks[taken];
    return !next || next.toSeconds >= Math.max(ahead.notBefore, progress.clock + (backSeconds ?? 0));
  };
  const enough = best.filter((progress, taken) => suffices(progress, taken)) as Progress[];
  return enough.reduce((found, progress) => (isBetter(progress, found) ? progress : found)).places;
}

function withBreaksAt(ahead: RouteAhead, best: readonly (Progress | undefined)[], place: number) {
  const after = [...best];
  for (let taken = 0; taken < ahead.breaks.length; taken++) {
    const before = after[taken];
    if (!before) break;
    const { end, late } = takeBreak(ahead.breaks[taken]!, before.clock, ahead.notBefore);
    const progress = { late: before.late + late, clock: end, places: [...before.places, place] };
    const known = after[taken + 1];
    // A break at the very start is the last choice.
    const isAlike = known && known.late === progress.late && known.clock === progress.clock;
    if (!known || isBetter(progress, known) || (isAlike && known.places[taken] === 0)) after[taken + 1] = progress;
  }
  return after;
}

function serveNext(next: VisitAhead, { late, clock, places }: Progress, notBefore: number): Progress {
  const door = passDoor(next, clock, notBefore);
  return { late: late + door.late, clock: door.depart, places };
}

function isBetter(a: Progress, b: Progress): boolean {
  return a.late !== b.late ? a.late < b.late : a.clock < b.clock;
}
