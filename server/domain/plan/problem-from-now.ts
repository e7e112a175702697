import type { BoardRoute, BoardVisit } from "./plan-board";
import type { RoutingBreak } from "./routing-problem";
import { breaksToCome, releaseSeconds, type UnderWay } from "./under-way";

const DAY_SECONDS = 86_400;

/** The shift of a route under way begins early enough for what is made: the last stop made says when the rest begins. */
export function rulesFromNow({ rules, underWay }: BoardRoute): BoardRoute["rules"] {
  if (!underWay) return rules;
  const freeSeconds = Math.max(releaseSeconds(underWay), underWay.asOfSeconds);
  const fromSeconds = underWay.made.length > 0 ? 0 : Math.max(underWay.startedSeconds, underWay.asOfSeconds);
  const shift = { fromSeconds, toSeconds: Math.max(fromSeconds, rules.shift.toSeconds) };
  return { ...rules, shift, ...(rules.breaks && { breaks: breaksFrom(rules.breaks, underWay, freeSeconds) }) };
}

/** Breaks to come, none of them before the driver is free: in front of what is made there would be time for any. */
function breaksFrom(breaks: readonly RoutingBreak[], underWay: UnderWay, freeSeconds: number): RoutingBreak[] {
  return breaksToCome(breaks, underWay).map((each) => ({
    ...each,
    fromSeconds: Math.max(each.fromSeconds, freeSeconds),
    toSeconds: Math.max(each.toSeconds, freeSeconds),
  }));
}

/**
 * A stop that is made as the optimizer meets it: it takes no time and is never late, and the driver leaves the last one
 * when he really does.
 */
export function asMade(visit: BoardVisit, route: BoardRoute | undefined): BoardVisit {
  const made = route?.underWay?.made ?? [];
  const index = made.findIndex(({ visitId }) => visitId === visit.id);
  if (index < 0) return visit;
  const fromSeconds = Math.max(releaseSeconds(route!.underWay!), route!.underWay!.asOfSeconds);
  const isLast = index === made.length - 1;
  const windows = isLast ? [{ fromSeconds, toSeconds: fromSeconds + DAY_SECONDS }] : [];
  return { ...visit, serviceSeconds: 0, checkInSeconds: 0, windows, windowSemantics: "start" };
}
