import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { type Bar, blockPath } from "./block-path";
import type { TimeScale } from "./time-scale";

/** What a van does with its time. `load`: back at the depot in between; `late`: service begun after the promise; `over`: at work after the shift. */
export const BLOCK_KINDS = ["drive", "load", "checkIn", "wait", "break", "service", "late", "over"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const ROW_PIXELS = 26;
/** Driving is a thread, service a block, loading a frame as high, checking in and waiting low ones, overtime a line underneath. */
const BARS: Readonly<Record<BlockKind, Bar>> = {
  drive: { top: 12, height: 2 },
  load: { top: 5, height: 16 },
  checkIn: { top: 7, height: 12 },
  wait: { top: 9, height: 8 },
  break: { top: 7, height: 12 },
  service: { top: 5, height: 16 },
  late: { top: 5, height: 16 },
  over: { top: 23, height: 2 },
};
/** Services of a minute on a scale of a day would vanish. */
const LEAST_PIXELS = 1.5;

/** One path per kind for a whole route: a row stays a handful of elements, however many stops it has. */
export function routePaths(route: BoardRoute, scale: TimeScale): Readonly<Record<BlockKind, string>> {
  const paths = { drive: "", load: "", checkIn: "", wait: "", break: "", service: "", late: "", over: "" };
  const add = (kind: BlockKind, from: number, to: number) => {
    if (to > from) paths[kind] += blockPath(scale, BARS[kind], from, to, LEAST_PIXELS);
  };
  for (const stop of route.schedule.stops) {
    add("drive", stop.arriveSeconds - stop.legSeconds, stop.arriveSeconds);
    const { reload } = stop;
    if (reload) {
      add("drive", reload.arriveSeconds - reload.legSeconds, reload.arriveSeconds);
      add("load", reload.arriveSeconds, Math.max(reload.departSeconds, reload.arriveSeconds + 1));
    }
    const readySeconds = stop.arriveSeconds + stop.checkInSeconds;
    add("checkIn", stop.arriveSeconds, readySeconds);
    add("wait", readySeconds, stop.startSeconds);
    const isLate = stop.breaks.some((each) => each.rule === "late");
    add(isLate ? "late" : "service", stop.startSeconds, Math.max(stop.departSeconds, stop.startSeconds + 1));
  }
  for (const { startSeconds, endSeconds, waitSeconds } of route.schedule.driverBreaks) {
    add("wait", startSeconds - waitSeconds, startSeconds);
    add("break", startSeconds, endSeconds);
  }
  if (route.schedule.stops.length > 0) {
    const { endSeconds } = route.schedule;
    add("drive", endSeconds - (route.returnLeg?.durationSeconds ?? 0), endSeconds);
    add("over", Math.max(route.rules.shift.toSeconds, route.schedule.startSeconds), route.schedule.endSeconds);
  }
  return paths;
}

/** The blocks of some stops' service, for outlining them. */
export function servicePath(route: BoardRoute, visitIds: ReadonlySet<string>, scale: TimeScale): string {
  return route.schedule.stops
    .filter((stop) => visitIds.has(stop.visitId))
    .map(({ startSeconds, departSeconds }) =>
      blockPath(scale, BARS.service, startSeconds, Math.max(departSeconds, startSeconds + 1), LEAST_PIXELS),
    )
    .join("");
}

/** The stop a moment belongs to: on the way there, waiting or at the door. None on the way back or outside. */
export function stopAt(route: BoardRoute, seconds: number): number | null {
  const { stops, startSeconds } = route.schedule;
  if (seconds < startSeconds) return null;
  const index = stops.findIndex((stop) => seconds <= stop.departSeconds);
  return index < 0 ? null : index;
}

/** The stop after which something dropped at a moment would be served: the last one whose service has begun. */
export function stopBefore(route: BoardRoute, seconds: number, without?: ReadonlySet<string>): string | null {
  const before = route.schedule.stops.findLast((stop) => stop.startSeconds <= seconds && !without?.has(stop.visitId));
  return before?.visitId ?? null;
}

/** The stop of a route served nearest to a moment; none on an empty route. */
export function stopNear(route: BoardRoute, seconds: number): string | null {
  let nearest: { readonly visitId: string; readonly away: number } | null = null;
  for (const { visitId, startSeconds } of route.schedule.stops) {
    const away = Math.abs(startSeconds - seconds);
    if (nearest === null || away < nearest.away) nearest = { visitId, away };
  }
  return nearest?.visitId ?? null;
}
