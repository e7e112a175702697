import { checkInAt } from "./check-in";
import { type Drive, driveAhead, type PassedDoor, placeBreaks, type RouteAhead, type VisitAhead } from "./drive-ahead";
import { hopSeconds, type RouteLeg } from "./route-leg";
import type { ScheduledBreak, ScheduleVehicle, ScheduleVisit } from "./route-schedule";
import { timeVisit } from "./time-visit";
import { breaksToCome, madePrefix, releaseSeconds, type UnderWay } from "./under-way";

/** When a route's driver leaves, is at each door and rests. */
export interface RouteTimes {
  readonly departure: number;
  readonly times: readonly PassedDoor[];
  /** Nobody arrives anywhere before; 0 for a route that nobody drives yet. */
  readonly notBefore: number;
  readonly driverBreaks: readonly ScheduledBreak[];
  readonly breakLateSeconds: number;
}

/** Of a route that nobody drives yet: departure is put off as far as no stop gets later by it. */
export function timesAhead(
  vehicle: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
): RouteTimes {
  const ahead = aheadOf(vehicle, visits, legs);
  const { fromSeconds } = vehicle.shift;
  const places = placeBreaks(ahead, fromSeconds);
  const atOnce = driveAhead(ahead, fromSeconds, places);
  const delay = startDelay(atOnce);
  const drive = delay > 0 ? driveAhead(ahead, fromSeconds + delay, places) : atOnce;
  return { departure: fromSeconds + delay, times: drive.doors, notBefore: 0, ...restsOf(drive) };
}

function restsOf({ breaks }: Drive, made = 0): Pick<RouteTimes, "driverBreaks" | "breakLateSeconds"> {
  return {
    driverBreaks: breaks.map(({ before, free, start, end }) => ({
      before: made + before,
      waitSeconds: start - free,
      startSeconds: start,
      endSeconds: end,
    })),
    breakLateSeconds: breaks.reduce((most, { late }) => Math.max(most, late), 0),
  };
}

/** Of a route that is driven: stops made as they were, what is still open from the last word of the driver on. */
export function timesUnderWay(
  vehicle: ScheduleVehicle,
  underWay: UnderWay,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
): RouteTimes {
  const made = madePrefix(underWay, visits).map(({ arriveSeconds, startSeconds, departSeconds }, index): PassedDoor => {
    const { late } = timeVisit(visits[index]!, startSeconds);
    return { arrive: arriveSeconds, checkIn: 0, start: startSeconds, depart: departSeconds, late, slack: 0 };
  });
  const { startedSeconds: departure, asOfSeconds: notBefore } = underWay;
  const count = made.length;
  const release = count === underWay.made.length ? releaseSeconds(underWay) : (made.at(-1)?.depart ?? departure);
  const whole = aheadOf(vehicle, visits, legs);
  const ahead = {
    ...whole,
    visits: whole.visits.slice(count),
    breaks: breaksToCome(whole.breaks, underWay),
    notBefore,
  };
  const drive = driveAhead(ahead, release, placeBreaks(ahead, release));
  return { departure, times: [...made, ...drive.doors], notBefore, ...restsOf(drive, count) };
}

function aheadOf(
  { startPosition, breaks = [] }: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  legs: readonly RouteLeg[],
): RouteAhead {
  const ahead = visits.map((visit, index): VisitAhead => {
    const leg = legs[index]!;
    const from = index === 0 || leg.reload ? { position: startPosition ?? null } : visits[index - 1];
    return { visit, legSeconds: hopSeconds(leg), checkInSeconds: checkInAt(visit, from) };
  });
  const back = legs[visits.length];
  return { visits: ahead, ...(back && { backSeconds: back.durationSeconds }), breaks, notBefore: 0 };
}

/** The longest delay of departure that only eats up waiting: nothing begins beyond its window by it. */
function startDelay({ doors, breaks }: Drive): number {
  if (doors.length === 0) return 0;
  let waited = 0;
  let delay = Number.MAX_SAFE_INTEGER;
  const pass = (wait: number, slack: number) => {
    waited += wait;
    delay = Math.min(delay, waited + slack);
  };
  for (let index = 0; index <= doors.length; index++) {
    for (const { before, free, start, slack } of breaks) if (before === index) pass(start - free, slack);
    const door = doors[index];
    if (door) pass(door.start - door.arrive - door.checkIn, door.slack);
  }
  return Math.min(delay, waited);
}
