import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { pixelsAt, type TimeScale } from "./time-scale";

/** What a van does with its time. `late`: service begun after the promise, drawn over `service`. */
export const BLOCK_KINDS = ["drive", "wait", "service", "late"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

interface Bar {
  readonly top: number;
  readonly height: number;
}

/** Inside a row of 22 pixels: driving is a thread, service a block, waiting a low one. */
const BARS: Readonly<Record<BlockKind, Bar>> = {
  drive: { top: 10, height: 2 },
  wait: { top: 8, height: 6 },
  service: { top: 4, height: 14 },
  late: { top: 4, height: 14 },
};
export const ROW_PIXELS = 22;
/** Services of a minute on a scale of a day would vanish. */
const LEAST_PIXELS = 1.5;

/** One path per kind for a whole route: a row stays a handful of elements, however many stops it has. */
export function routePaths(route: BoardRoute, scale: TimeScale): Readonly<Record<BlockKind, string>> {
  const paths = { drive: "", wait: "", service: "", late: "" };
  const add = (kind: BlockKind, from: number, to: number) => {
    if (to > from) paths[kind] += bar(scale, BARS[kind], from, to);
  };
  for (const stop of route.schedule.stops) {
    add("drive", stop.arriveSeconds - stop.legSeconds, stop.arriveSeconds);
    add("wait", stop.arriveSeconds, stop.startSeconds);
    add("service", stop.startSeconds, stop.departSeconds);
    if (stop.breaks.some((each) => each.rule === "late")) add("late", stop.startSeconds, stop.departSeconds);
  }
  const last = route.schedule.stops.at(-1);
  if (last) add("drive", last.departSeconds, route.schedule.endSeconds);
  return paths;
}

/** The block of one stop's service, for outlining it. */
export function servicePath(route: BoardRoute, index: number, scale: TimeScale): string {
  const { startSeconds, departSeconds } = route.schedule.stops[index]!;
  return bar(scale, BARS.service, startSeconds, Math.max(departSeconds, startSeconds + 1));
}

function bar(scale: TimeScale, { top, height }: Bar, from: number, to: number): string {
  const left = pixelsAt(scale, from);
  const width = Math.max(LEAST_PIXELS, pixelsAt(scale, to) - left);
  return `M${left.toFixed(1)} ${top}h${width.toFixed(1)}v${height}h${(-width).toFixed(1)}z`;
}

/** The stop a moment belongs to: on the way there, waiting or at the door. None on the way back or outside. */
export function stopAt(route: BoardRoute, seconds: number): number | null {
  const { stops, startSeconds } = route.schedule;
  if (seconds < startSeconds) return null;
  const index = stops.findIndex((stop) => seconds <= stop.departSeconds);
  return index < 0 ? null : index;
}

/** The stop after which something dropped at a moment would be served: the last one whose service has begun. */
export function stopBefore(route: BoardRoute, seconds: number): string | null {
  return route.schedule.stops.findLast((stop) => stop.startSeconds <= seconds)?.visitId ?? null;
}
