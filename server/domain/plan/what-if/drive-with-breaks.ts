import { checkInAt } from "../check-in";
import { driveAhead, placeBreaks, type RouteAhead, type VisitAhead } from "../drive-ahead";
import type { BoardVisit } from "../plan-board";
import type { RouteCaches } from "./route-caches";
import type { ServiceClock } from "./service-clock";

/** A visit put in front of the visits behind a gap, with the ways there and on from there. */
export interface PutIn {
  readonly visit: BoardVisit;
  readonly gap: number;
  readonly intoSeconds: number;
  /** To what stands behind the gap, the end included; behind an open route's last visit nothing counts. */
  readonly outSeconds: number;
}

/**
 * Lets the clock run over a whole route with visits put in, its breaks placed anew: they may stand elsewhere then, so
 * nothing known of the route as it is helps. Of two in one gap the second follows the first, over the way into it.
 */
export function driveWithBreaks(clock: ServiceClock, caches: RouteCaches, putIn: readonly PutIn[]): void {
  caches.enter(clock, caches.madeStops);
  const ahead = aheadWith(caches, putIn);
  const { doors, breaks } = driveAhead(ahead, clock.seconds, placeBreaks(ahead, clock.seconds));
  let rested = 0;
  const rest = (before: number) => {
    for (const taken of breaks) {
      if (taken.before !== before) continue;
      pass(clock, taken.start - taken.free, taken.slack);
      clock.seconds = taken.end;
      rested += taken.end - taken.start;
    }
  };
  doors.forEach((door, index) => {
    rest(index);
    pass(clock, door.start - door.arrive - door.checkIn, door.slack);
    clock.late += door.late;
    clock.seconds = door.depart;
  });
  rest(doors.length);
  clock.seconds = Math.max(clock.notBefore, clock.seconds + (ahead.backSeconds ?? 0));
  clock.late += breaks.reduce((most, { late }) => Math.max(most, late), 0);
  clock.rested = rested;
}

function pass(clock: ServiceClock, wait: number, slack: number): void {
  clock.waited += wait;
  clock.delay = Math.min(clock.delay, clock.waited + slack);
}

function aheadWith(caches: RouteCaches, putIn: readonly PutIn[]): RouteAhead {
  const { sequence, points, legSeconds, checkIns, route, breaks } = caches;
  const visits: VisitAhead[] = [];
  let backSeconds: number | undefined;
  for (let gap = caches.madeStops; gap <= sequence.length; gap++) {
    let before: PutIn | undefined;
    for (const each of putIn) {
      if (each.gap !== gap) continue;
      const { visit, intoSeconds } = each;
      const checkInSeconds = checkInAt(visit, before?.visit ?? points[gap]);
      visits.push({ visit, legSeconds: intoSeconds, checkInSeconds });
      before = each;
    }
    const leg = before?.outSeconds ?? legSeconds[gap]!;
    const next = sequence[gap];
    if (!next) backSeconds = route.end ? leg : undefined;
    else {
      const checkInSeconds = before ? caches.checkInFrom(gap, before.visit) : checkIns[gap]!;
      visits.push({ visit: next, legSeconds: leg, checkInSeconds });
    }
  }
  return { visits, ...(backSeconds !== undefined && { backSeconds }), breaks, notBefore: notBeforeOf(caches) };
}

function notBeforeOf({ route }: RouteCaches): number {
  return route.underWay?.asOfSeconds ?? 0;
}
