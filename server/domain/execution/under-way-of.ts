import { type BoardRoute, type BoardVisit, boardVisit } from "@/server/domain/plan/plan-board";
import { timeVisit } from "@/server/domain/plan/time-visit";
import type { MadeTime, UnderWay } from "@/server/domain/plan/under-way";
import { type MadeStop, madeInOrder } from "./made-order";
import type { StopRunStatus } from "./run-state";

/** How a route is going, as stored. */
export interface StoredRun {
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** The last word of its driver. */
  readonly syncedAt: Date;
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

/** What has happened on a route in the plan's own seconds; undefined while it has not begun. */
export function underWayOf(route: BoardRoute, run: StoredRun, day: Day): UnderWay | undefined {
  if (!run.startedAt) return undefined;
  const seconds = (at: Date) => Math.round((at.getTime() - day.midnightEpochMs) / 1000);
  const startedSeconds = seconds(run.startedAt);
  const latest = route.rules.shift.toSeconds + OVERTIME_SECONDS;
  // What a finished route left undone is not driven any more: it stays timed as of the route's own day.
  const asOfSeconds = run.finishedAt
    ? startedSeconds
    : Math.max(startedSeconds, Math.min(seconds(run.syncedAt), latest));
  const runs = run.stops.map((stop) => ({
    ...stop,
    departedAtMs: stop.departedAt?.getTime() ?? null,
    arrivedAtMs: stop.arrivedAt?.getTime() ?? null,
    completedAtMs: stop.completedAt?.getTime() ?? null,
  }));
  const here = new Map(route.stops.map((stop, index) => [stop.visitId, index]));
  const made = madeInOrder(runs.filter(({ visitId }) => here.has(visitId)));
  const times = made.map((stop): MadeTime => {
    const visit = boardVisit(day, stop.visitId);
    const leg = route.stops[here.get(stop.visitId)!]!.leg;
    return madeTime(stop, visit, { leg: leg.durationSeconds, asOfSeconds, midnightEpochMs: day.midnightEpochMs });
  });
  return { startedSeconds, asOfSeconds, made: times };
}

function madeTime(
  { visitId, departedAtMs, arrivedAtMs, completedAtMs }: MadeStop,
  visit: BoardVisit,
  from: { readonly leg: number; readonly asOfSeconds: number; readonly midnightEpochMs: number },
): MadeTime {
  const seconds = (atMs: number) => Math.round((atMs - from.midnightEpochMs) / 1000);
  if (completedAtMs !== null) {
    const departSeconds = seconds(completedAtMs);
    const arriveSeconds = Math.min(departSeconds, seconds(arrivedAtMs ?? completedAtMs));
    return { visitId, arriveSeconds, startSeconds: arriveSeconds, departSeconds };
  }
  const arriveSeconds =
    arrivedAtMs === null ? Math.max(from.asOfSeconds, seconds(departedAtMs!) + from.leg) : seconds(arrivedAtMs);
  const { start } = timeVisit(visit, arriveSeconds);
  const departSeconds = Math.max(from.asOfSeconds, start + visit.serviceSeconds);
  return { visitId, arriveSeconds, startSeconds: start, departSeconds };
}
