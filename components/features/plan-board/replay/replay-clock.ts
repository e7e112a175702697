import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { LiveRoute } from "../live/live-routes";

export const REPLAY_SPEEDS = [10, 20, 60] as const;
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

export interface ReplaySpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

const LEAST_SECONDS = 3600;
const STEP_SECONDS = 60;

/** From the first thing that happened, or was planned, to the last that happened, to whole minutes. Null: nothing happened. */
export function replaySpan(
  routes: readonly Pick<BoardRoute, "id" | "schedule" | "stops">[],
  live: ReadonlyMap<string, LiveRoute>,
): ReplaySpan | null {
  const happened = routes.flatMap(({ id }) => {
    const route = live.get(id);
    return route ? timesOf(route) : [];
  });
  if (happened.length === 0) return null;
  const planned = routes.filter(({ stops }) => stops.length > 0).map(({ schedule }) => schedule.startSeconds);
  const first = happened.reduce((least, each) => Math.min(least, each));
  const last = happened.reduce((most, each) => Math.max(most, each));
  const fromSeconds =
    Math.floor(Math.min(first, ...planned.filter((each) => each <= last)) / STEP_SECONDS) * STEP_SECONDS;
  return {
    fromSeconds,
    toSeconds: Math.max(Math.ceil(last / STEP_SECONDS) * STEP_SECONDS, fromSeconds + LEAST_SECONDS),
  };
}

function timesOf({ startedSeconds, finishedSeconds, stops }: LiveRoute): number[] {
  const ofStops = [...stops.values()].flatMap((stop) => [
    stop.departedSeconds,
    stop.arrivedSeconds,
    stop.completedSeconds,
  ]);
  return [startedSeconds, finishedSeconds, ...ofStops].filter((each) => each !== null);
}

/** The moment after so many real milliseconds of playing; the end of the day is not passed. */
export function playedOn(seconds: number, milliseconds: number, speed: ReplaySpeed, span: ReplaySpan): number {
  return Math.min(span.toSeconds, seconds + (milliseconds / 1000) * speed);
}
