import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { isDone, type LiveRoute } from "./live-routes";

/** What a route's row says at a glance. */
export interface RouteFigures {
  readonly stops: number;
  /** With any outcome. */
  readonly done: number;
  readonly failed: number;
  /** Open stops expected, or planned, past their promise. */
  readonly lateStops: number;
  readonly worstLateSeconds: number;
  /** The next stop and when it is expected; null when none is open. */
  readonly next: NextStop | null;
  /** Until the first promise that will be broken; negative once it is. Null when none will be. */
  readonly breachSeconds: number | null;
  /** How much later everything may get before a promise is broken; null where nothing is promised. */
  readonly slackSeconds: number | null;
}

export interface NextStop {
  readonly visitId: string;
  readonly arriveSeconds: number;
  /** Heading there, or already at the door. */
  readonly isUnderway: boolean;
  readonly isExpected: boolean;
}

/** A route as it stands, measured against what was promised. `nowSeconds`: null when its day is not today. */
export function routeFigures(
  route: BoardRoute,
  live: LiveRoute,
  { visits }: Pick<PlanBoard, "visits">,
  nowSeconds: number | null,
): RouteFigures {
  const ended = route.stops.filter(({ visitId }) => isDone(live.stops.get(visitId)));
  const open = live.phase === "finished" || live.phase === "left" ? [] : openStops(route, live);
  const promises = open.flatMap((stop) => promiseOf(visits.get(stop.visitId), stop) ?? []);
  const late = promises.filter(({ slackSeconds }) => slackSeconds < 0);
  const [first] = open;
  return {
    stops: route.stops.length,
    done: ended.length,
    failed: ended.filter(({ visitId }) => ["failed", "attempted"].includes(live.stops.get(visitId)!.status)).length,
    lateStops: late.length,
    worstLateSeconds: late.reduce((worst, { slackSeconds }) => Math.max(worst, -slackSeconds), 0),
    next: first ? { ...first } : null,
    breachSeconds: least(late.map(({ endSeconds }) => endSeconds - (nowSeconds ?? 0))),
    slackSeconds: least(promises.map(({ slackSeconds }) => slackSeconds)),
  };
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}

interface OpenStop extends NextStop {
  readonly startSeconds: number;
  readonly departSeconds: number;
}

/** What is still to be made, in the order in which it is expected, the stop under way first. */
function openStops(route: BoardRoute, live: LiveRoute): OpenStop[] {
  const open = route.stops.flatMap(({ visitId }, index): OpenStop[] => {
    const stop = live.stops.get(visitId);
    if (isDone(stop)) return [];
    const expected = live.expected.get(visitId);
    const { arriveSeconds, startSeconds, departSeconds } = expected ?? route.schedule.stops[index]!;
    const isUnderway = stop?.status === "arrived" || stop?.status === "enroute";
    return [{ visitId, arriveSeconds, startSeconds, departSeconds, isUnderway, isExpected: expected !== undefined }];
  });
  return open.sort((a, b) => Number(b.isUnderway) - Number(a.isUnderway));
}

function promiseOf(visit: BoardVisit | undefined, stop: OpenStop) {
  if (!visit || visit.windows.length === 0) return null;
  const atSeconds = visit.windowSemantics === "finish" ? stop.departSeconds : stop.startSeconds;
  const ends = visit.windows.map(({ toSeconds }) => toSeconds).sort((a, b) => a - b);
  const endSeconds = ends.find((end) => end >= atSeconds) ?? ends.at(-1)!;
  return { endSeconds, slackSeconds: endSeconds - atSeconds };
}

/**
 * The routes by how soon somebody must act: promises that will be broken first, the nearest before the others, then the
 * tightest; then what is not out, then what is over.
 */
export function byBreach<
  T extends { readonly route: BoardRoute; readonly live: LiveRoute; readonly figures: RouteFigures },
>(routes: readonly T[]): T[] {
  const rank = ({ route, live, figures }: T) => {
    if (route.stops.length === 0) return 4;
    if (live.phase === "finished" || live.phase === "left") return 3;
    if (live.phase === "unsent") return 2;
    return figures.breachSeconds === null ? 1 : 0;
  };
  const urgency = ({ figures }: T) => figures.breachSeconds ?? figures.slackSeconds ?? Number.MAX_SAFE_INTEGER;
  return [...routes].sort((a, b) => rank(a) - rank(b) || urgency(a) - urgency(b) || a.route.number - b.route.number);
}
