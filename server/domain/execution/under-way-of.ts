import type { LatLng } from "@/server/domain/geo";
import { checkInAt } from "@/server/domain/plan/check-in";
import { type BoardRoute, type BoardVisit, boardVisit } from "@/server/domain/plan/plan-board";
import { timeVisit } from "@/server/domain/plan/time-visit";
import { type MadeTime, releaseSeconds, type UnderWay } from "@/server/domain/plan/under-way";
import { type EstimateCalibration, estimateLeg } from "@/server/domain/travel/estimate-leg";
import { FRESH_SECONDS, type SeenAt } from "./estimate-arrivals";
import { type MadeStop, madeInOrder } from "./made-order";
import type { RouteBreak, StopRunStatus } from "./run-state";

/** How a route is going, as stored. */
export interface StoredRun {
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** The last word of its driver. */
  readonly syncedAt: Date;
  /** The breaks he has said he takes. */
  readonly breaks: readonly RouteBreak[];
  readonly stops: readonly {
    readonly visitId: string;
    readonly status: StopRunStatus;
    readonly departedAt: Date | null;
    readonly arrivedAt: Date | null;
    readonly completedAt: Date | null;
  }[];
}

interface Day {
  readonly visits: ReadonlyMap<string, BoardVisit>;
  readonly midnightEpochMs: number;
}

/** A driver who says nothing for so long after his shift is not at work any more. */
const OVERTIME_SECONDS = 4 * 3600;

/**
 * Of a route that was sent and should have left: nobody can have left before now. Undefined before its time, and once its
 * day is over.
 */
export function lateToLeave({ status, schedule, rules }: BoardRoute, nowSeconds: number): UnderWay | undefined {
  const seconds = Math.round(nowSeconds);
  const isLate = seconds > schedule.startSeconds && seconds <= rules.shift.toSeconds + OVERTIME_SECONDS;
  if (status !== "dispatched" || !isLate || schedule.stops.length === 0) return undefined;
  return { startedSeconds: seconds, asOfSeconds: seconds, made: [] };
}

/** By what a route in progress is timed on, beside its driver's acts. */
export interface FromNow {
  /** Elapsed from the plan's local midnight. */
  readonly nowSeconds: number;
  /** Where its driver was last seen; null: nobody knows. */
  readonly seenAt: SeenAt | null;
  /** How the way from there is estimated. */
  readonly calibration: EstimateCalibration | undefined;
}

/**
 * What has happened on a route in the plan's own seconds; undefined while it has not begun. With `now` nothing open
 * happens before it, and the way to the next stop is counted from where the driver was just seen, as for expected
 * arrivals; otherwise all is as of his last word.
 */
export function underWayOf(route: BoardRoute, run: StoredRun, day: Day, now?: FromNow): UnderWay | undefined {
  if (!run.startedAt) return undefined;
  const seconds = (at: Date) => Math.round((at.getTime() - day.midnightEpochMs) / 1000);
  const startedSeconds = seconds(run.startedAt);
  const latest = route.rules.shift.toSeconds + OVERTIME_SECONDS;
  const heardSeconds = Math.max(startedSeconds, Math.min(seconds(run.syncedAt), latest));
  const isOver = run.finishedAt !== null || (now !== undefined && now.nowSeconds > latest);
  // What a finished route left undone is not driven any more: it stays timed as of the route's own day.
  const asOfSeconds = run.finishedAt
    ? startedSeconds
    : Math.max(heardSeconds, isOver ? 0 : Math.round(now?.nowSeconds ?? 0));
  const seen = isOver ? undefined : freshSight(now);
  const runs = run.stops.map((stop) => ({
    ...stop,
    departedAtMs: stop.departedAt?.getTime() ?? null,
    arrivedAtMs: stop.arrivedAt?.getTime() ?? null,
    completedAtMs: stop.completedAt?.getTime() ?? null,
  }));
  const here = new Map(route.stops.map((stop, index) => [stop.visitId, index]));
  const made = madeInOrder(
    runs.filter(({ visitId }) => here.has(visitId)),
    (visitId) => here.get(visitId)!,
  );
  const placeOf = (stop: { readonly visitId: string } | undefined) =>
    stop ? boardVisit(day, stop.visitId) : route.start;
  const times = made.map((stop, index): MadeTime => {
    const visit = boardVisit(day, stop.visitId);
    const { leg, reload } = route.stops[here.get(stop.visitId)!]!;
    const checkIn = checkInAt(visit, reload ? route.start : placeOf(made[index - 1]));
    const from = { leg: leg.durationSeconds, checkIn, asOfSeconds, midnightEpochMs: day.midnightEpochMs };
    return madeTime(stop, visit, { ...from, reachedSeconds: seen && seenToReach(route, seen, visit.position) });
  });
  const isBetween = made.every(({ completedAtMs }) => completedAtMs !== null);
  const seenFree = seen && isBetween ? releasedAt(route, made.length, day, seen) : undefined;
  const rest = restOf(route, run, isOver, day);
  const underWay = { startedSeconds, asOfSeconds, made: times };
  const free = rest.untilSeconds && Math.max(rest.untilSeconds, seenFree ?? releaseSeconds(underWay));
  const released = free ?? seenFree;
  return {
    ...underWay,
    ...(released !== undefined && { releasedSeconds: released }),
    ...(rest.taken > 0 && { breaksTaken: rest.taken }),
    ...(rest.untilSeconds !== undefined && { restsUntilSeconds: rest.untilSeconds }),
  };
}

/** What is much shorter than a break was planned to be was none. */
const LEAST_SHARE_OF_BREAK = 0.5;

/**
 * How many of his planned breaks the driver has had or is taking, and until when that one lasts as planned. On a route that
 * is over nobody waits for one any more.
 */
function restOf(
  { rules }: BoardRoute,
  run: StoredRun,
  isOver: boolean,
  { midnightEpochMs }: Day,
): { readonly taken: number; readonly untilSeconds?: number } {
  const planned = rules.breaks ?? [];
  if (isOver) return { taken: planned.length };
  let taken = 0;
  for (const { fromMs, toMs } of run.breaks) {
    const next = planned[taken];
    if (!next) break;
    if (toMs === null) {
      return { taken: taken + 1, untilSeconds: Math.round((fromMs - midnightEpochMs) / 1000) + next.durationSeconds };
    }
    if (toMs - fromMs >= next.durationSeconds * 1000 * LEAST_SHARE_OF_BREAK) taken++;
  }
  return { taken };
}

type Sight = FromNow & { readonly seenAt: SeenAt };

function freshSight(now: FromNow | undefined): Sight | undefined {
  if (!now?.seenAt || now.nowSeconds - now.seenAt.atSeconds > FRESH_SECONDS) return undefined;
  return { ...now, seenAt: now.seenAt };
}

/** When the driver gets somewhere from where he was seen; undefined where the place is not known. */
function seenToReach({ vehicle }: BoardRoute, { seenAt, calibration }: Sight, to: LatLng | null): number | undefined {
  if (!to) return undefined;
  return Math.round(seenAt.atSeconds + estimateLeg(seenAt.position, to, vehicle.profile, calibration).durationSeconds);
}

/** When he would have left the last stop made, had he driven the planned way to the next one, to be as near to it. */
function releasedAt(route: BoardRoute, made: number, day: Day, sight: Sight): number | undefined {
  const next = route.stops[made];
  // Whoever is to load first is on his way to the depot.
  const leg = next?.reload?.leg ?? next?.leg ?? route.returnLeg;
  const door = next ? boardVisit(day, next.visitId).position : (route.end?.position ?? null);
  const to = next?.reload ? route.start.position : door;
  const reached = leg && seenToReach(route, sight, to);
  return leg && reached !== undefined && reached !== null ? reached - leg.durationSeconds : undefined;
}

function madeTime(
  { visitId, departedAtMs, arrivedAtMs, completedAtMs }: MadeStop,
  visit: BoardVisit,
  from: {
    readonly leg: number;
    readonly checkIn: number;
    readonly asOfSeconds: number;
    readonly midnightEpochMs: number;
    /** From where he was just seen. */
    readonly reachedSeconds: number | undefined;
  },
): MadeTime {
  const seconds = (atMs: number) => Math.round((atMs - from.midnightEpochMs) / 1000);
  if (completedAtMs !== null) {
    const departSeconds = seconds(completedAtMs);
    const arriveSeconds = Math.min(departSeconds, seconds(arrivedAtMs ?? completedAtMs));
    return { visitId, arriveSeconds, startSeconds: arriveSeconds, departSeconds };
  }
  const arriveSeconds =
    arrivedAtMs === null
      ? Math.max(from.asOfSeconds, from.reachedSeconds ?? seconds(departedAtMs!) + from.leg)
      : seconds(arrivedAtMs);
  const { start } = timeVisit(visit, arriveSeconds, from.checkIn);
  const departSeconds = Math.max(from.asOfSeconds, start + visit.serviceSeconds);
  return { visitId, arriveSeconds, startSeconds: start, departSeconds };
}
