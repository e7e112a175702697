import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { plannedStops } from "@/server/domain/plan/route-schedule";
import { isDone, type LiveRoute } from "../live/live-routes";
import { type Bar, blockPath } from "./block-path";
import type { TimeScale } from "./time-scale";

/** What really happened, what is expected, and above it a thread of what was planned. */
type LiveKind = "planned" | "drive" | "served" | "failed" | "expected" | "late" | "break";

const BARS: Readonly<Record<LiveKind, Bar>> = {
  planned: { top: 3, height: 4 },
  drive: { top: 15, height: 2 },
  served: { top: 9, height: 14 },
  failed: { top: 9, height: 14 },
  expected: { top: 10, height: 12 },
  late: { top: 10, height: 12 },
  break: { top: 12, height: 8 },
};
const LEAST_PIXELS = 2;

/**
 * One path per kind for a route that is driven: the plan as a thin row on top; below it driving and serving as they were,
 * and from now on as they are expected. `atSeconds` ends what still lasts.
 */
export function livePaths(
  route: BoardRoute,
  live: LiveRoute,
  scale: TimeScale,
  atSeconds: number | null,
): Readonly<Record<LiveKind, string>> {
  const paths: Record<LiveKind, string> = {
    planned: "",
    drive: "",
    served: "",
    failed: "",
    expected: "",
    late: "",
    break: "",
  };
  const add = (kind: LiveKind, from: number, to: number) => {
    paths[kind] += blockPath(scale, BARS[kind], from, Math.max(to, from), LEAST_PIXELS);
  };
  const planned = plannedStops(route.schedule);
  for (const [index, stop] of route.stops.entries()) {
    add("planned", planned[index]!.startSeconds, planned[index]!.departSeconds);
    const run = live.stops.get(stop.visitId);
    if (run && run.departedSeconds !== null) {
      add("drive", run.departedSeconds, run.arrivedSeconds ?? run.completedSeconds ?? atSeconds ?? run.departedSeconds);
    }
    if (run && isDone(run)) {
      const isServed = run.status === "delivered" || run.status === "partial";
      add(isServed ? "served" : "failed", run.arrivedSeconds ?? run.completedSeconds!, run.completedSeconds!);
      continue;
    }
    if (run?.arrivedSeconds != null) add("served", run.arrivedSeconds, atSeconds ?? run.arrivedSeconds);
    const expected = live.expected.get(stop.visitId);
    if (!expected) continue;
    const from = Math.max(expected.startSeconds, run?.arrivedSeconds != null ? (atSeconds ?? 0) : 0);
    add(expected.lateSeconds > 0 ? "late" : "expected", from, expected.departSeconds);
  }
  for (const { fromSeconds, toSeconds } of live.breaks)
    add("break", fromSeconds, toSeconds ?? atSeconds ?? fromSeconds);
  return paths;
}
