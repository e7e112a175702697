import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { type ExpectedStop, isDone, type LiveRoute, type LiveStop } from "./live-routes";
import type { RouteFigures } from "./route-figures";
import type { ShownStatus } from "./stop-status";

/** A stop of a route that is driven, as lists and maps show it. */
export interface ShownStop {
  readonly status: ShownStatus;
  /** When it ended, else when the driver came, else when he is expected, else as planned. */
  readonly atSeconds: number;
  readonly timeOf: "done" | "arrived" | "expected" | "planned";
  /** Expected past its promise, or planned so. */
  readonly isLate: boolean;
  readonly run: LiveStop | undefined;
  readonly expected: ExpectedStop | undefined;
}

export function shownStop(route: BoardRoute, index: number, live: LiveRoute, figures: RouteFigures): ShownStop {
  const { visitId } = route.stops[index]!;
  const planned = route.schedule.stops[index]!;
  const run = live.stops.get(visitId);
  const expected = live.expected.get(visitId);
  const isOver = isDone(run);
  const isLate = !isOver && (expected ? expected.lateSeconds > 0 : planned.breaks.some(({ rule }) => rule === "late"));
  const status = statusOf(run, isLate, figures.next?.visitId === visitId && live.startedSeconds !== null);
  const times = { status, isLate, run, expected };
  if (run && run.completedSeconds !== null) return { ...times, timeOf: "done", atSeconds: run.completedSeconds };
  if (run && run.arrivedSeconds !== null) return { ...times, timeOf: "arrived", atSeconds: run.arrivedSeconds };
  if (expected) return { ...times, timeOf: "expected", atSeconds: expected.arriveSeconds };
  return { ...times, timeOf: "planned", atSeconds: planned.arriveSeconds };
}

function statusOf(run: LiveStop | undefined, isLate: boolean, isNext: boolean): ShownStatus {
  if (run && run.status !== "planned") return run.status;
  if (isNext) return "next";
  return isLate ? "late" : "planned";
}
