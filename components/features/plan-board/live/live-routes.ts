import type { RouterOutput } from "@/components/lib/router-types";
import type { Completion, StopRunStatus } from "@/server/domain/execution/run-state";

/** How a plan's routes and stops are going, as the server tells it. */
export type PlanRuns = RouterOutput["execution"]["runs"];

/**
 * How far a route's driver has come, from the link to the end of the day; `left`: the day is over, and nobody has said
 * that the route is.
 */
export type RoutePhase =
  | "unsent"
  | "sent"
  | "opened"
  | "accepted"
  | "declined"
  | "started"
  | "break"
  | "finished"
  | "left";

/** All times are seconds elapsed from the plan's midnight. */
export interface LiveStop {
  readonly status: StopRunStatus;
  readonly departedSeconds: number | null;
  readonly arrivedSeconds: number | null;
  readonly completedSeconds: number | null;
  readonly completion: Completion | null;
}

export interface ExpectedStop {
  readonly arriveSeconds: number;
  readonly startSeconds: number;
  readonly departSeconds: number;
  readonly lateSeconds: number;
}

export interface LiveBreak {
  readonly fromSeconds: number;
  /** Null while it lasts. */
  readonly toSeconds: number | null;
}

export interface LiveRoute {
  readonly phase: RoutePhase;
  readonly openedSeconds: number | null;
  readonly answeredSeconds: number | null;
  readonly startedSeconds: number | null;
  readonly finishedSeconds: number | null;
  readonly breaks: readonly LiveBreak[];
  /** By visit; those nobody has acted on are absent. */
  readonly stops: ReadonlyMap<string, LiveStop>;
  /** By visit; those that are done are absent. */
  readonly expected: ReadonlyMap<string, ExpectedStop>;
}

const NOTHING: LiveRoute = {
  phase: "unsent",
  openedSeconds: null,
  answeredSeconds: null,
  startedSeconds: null,
  finishedSeconds: null,
  breaks: [],
  stops: new Map(),
  expected: new Map(),
};

interface SentRoute {
  readonly id: string;
  readonly status: "planned" | "dispatched" | "started" | "finished";
}

/** Each route of the day as it is driven. `isPast`: the day is not today's any more. */
export function liveRoutes(
  runs: PlanRuns,
  routes: readonly SentRoute[],
  midnightEpochMs: number,
  isPast = false,
): ReadonlyMap<string, LiveRoute> {
  const seconds = (at: Date | null) => (at === null ? null : (at.getTime() - midnightEpochMs) / 1000);
  const runOf = new Map(runs.routes.map((run) => [run.routeId, run]));
  const linkOf = new Map(runs.links.map((link) => [link.routeId, link]));
  const stops = groupByRoute(
    runs.stops,
    (stop): LiveStop => ({
      status: stop.status,
      departedSeconds: seconds(stop.departedAt),
      arrivedSeconds: seconds(stop.arrivedAt),
      completedSeconds: seconds(stop.completedAt),
      completion: stop.completion,
    }),
  );
  const expected = groupByRoute(
    runs.arrivals,
    (each): ExpectedStop => ({
      arriveSeconds: seconds(each.arriveAt)!,
      startSeconds: seconds(each.startAt)!,
      departSeconds: seconds(each.departAt)!,
      lateSeconds: each.lateSeconds,
    }),
  );
  return new Map(
    routes.map(({ id, status }): [string, LiveRoute] => {
      const run = runOf.get(id);
      const link = linkOf.get(id);
      const breaks = (run?.breaks ?? []).map(({ fromMs, toMs }) => ({
        fromSeconds: (fromMs - midnightEpochMs) / 1000,
        toSeconds: toMs === null ? null : (toMs - midnightEpochMs) / 1000,
      }));
      const times = {
        openedSeconds: seconds(link?.openedAt ?? null),
        answeredSeconds: seconds(run?.answeredAt ?? null),
        startedSeconds: seconds(run?.startedAt ?? null),
        finishedSeconds: seconds(run?.finishedAt ?? null),
        breaks,
      };
      const isLeft = isPast && times.finishedSeconds === null && !expected.has(id);
      const phase = status === "planned" ? "unsent" : isLeft ? "left" : phaseOf(times, link?.status);
      return [
        id,
        { ...times, phase, stops: stops.get(id) ?? NOTHING.stops, expected: expected.get(id) ?? NOTHING.expected },
      ];
    }),
  );
}

type Times = Pick<LiveRoute, "openedSeconds" | "startedSeconds" | "finishedSeconds" | "breaks">;

function phaseOf(times: Times, link: PlanRuns["links"][number]["status"] | undefined): RoutePhase {
  if (times.finishedSeconds !== null) return "finished";
  if (times.startedSeconds !== null)
    return times.breaks.some(({ toSeconds }) => toSeconds === null) ? "break" : "started";
  if (link === "accepted" || link === "declined") return link;
  return times.openedSeconds === null ? "sent" : "opened";
}

function groupByRoute<T extends { readonly routeId: string; readonly visitId: string }, R>(
  rows: readonly T[],
  made: (row: T) => R,
): Map<string, Map<string, R>> {
  const groups = new Map<string, Map<string, R>>();
  for (const row of rows) {
    const group = groups.get(row.routeId) ?? new Map<string, R>();
    groups.set(row.routeId, group.set(row.visitId, made(row)));
  }
  return groups;
}

/** A route as it stood at a moment of its day, by the times of what happened; what was expected then is not known. */
export function liveRouteAt(route: LiveRoute, atSeconds: number): LiveRoute {
  const by = (seconds: number | null) => (seconds !== null && seconds <= atSeconds ? seconds : null);
  const breaks = route.breaks
    .filter(({ fromSeconds }) => fromSeconds <= atSeconds)
    .map(({ fromSeconds, toSeconds }) => ({ fromSeconds, toSeconds: by(toSeconds) }));
  const times = {
    openedSeconds: by(route.openedSeconds),
    answeredSeconds: by(route.answeredSeconds),
    startedSeconds: by(route.startedSeconds),
    finishedSeconds: by(route.finishedSeconds),
    breaks,
  };
  const answer = route.phase === "declined" ? "declined" : "accepted";
  const link = times.answeredSeconds === null ? "offered" : answer;
  return {
    ...times,
    phase: route.phase === "unsent" ? "unsent" : phaseOf(times, link),
    stops: new Map([...route.stops].map(([id, stop]) => [id, liveStopAt(stop, atSeconds)])),
    expected: new Map(),
  };
}

function liveStopAt(stop: LiveStop, atSeconds: number): LiveStop {
  const by = (seconds: number | null) => (seconds !== null && seconds <= atSeconds ? seconds : null);
  const [departedSeconds, arrivedSeconds, completedSeconds] = [
    by(stop.departedSeconds),
    by(stop.arrivedSeconds),
    by(stop.completedSeconds),
  ];
  const isDone = completedSeconds !== null;
  const open = arrivedSeconds !== null ? "arrived" : departedSeconds !== null ? "enroute" : "planned";
  return {
    status: isDone ? stop.status : open,
    departedSeconds,
    arrivedSeconds,
    completedSeconds,
    completion: isDone ? stop.completion : null,
  };
}

/** True once nobody will drive there any more on this route. */
export function isDone(stop: LiveStop | undefined): boolean {
  return stop !== undefined && stop.completedSeconds !== null;
}
