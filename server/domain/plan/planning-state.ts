import type { OptimizationProgress, OptimizationRequest, OptimizationStatus } from "./optimization-run";

/** Where a planning of one day or several stands. */
export type PlanningStatus = "waiting" | "running" | "finished" | "cancelled" | "failed";

export interface PlanningState {
  readonly status: PlanningStatus;
  /** 0 to 100; 100 only once it is finished. */
  readonly percent: number;
}

export interface PlanningRun {
  readonly status: OptimizationStatus;
  readonly request: Pick<OptimizationRequest, "maxSeconds" | "planning">;
  readonly progress: Pick<OptimizationProgress, "phase" | "fraction" | "elapsedSeconds">;
}

/** Shares of a day's work: measuring ways, searching, drawing ways. */
const TRAVEL_SHARE = 0.1;
const SEARCH_SHARE = 0.8;

/** Where the runs of one planning, at least one, in the order of their days, have come to. */
export function planningState(runs: readonly PlanningRun[]): PlanningState {
  const last = runs.at(-1)!;
  const days = runs.length + (last.request.planning?.laterDates.length ?? 0);
  const done = runs.slice(0, -1).length + shareDone(last);
  const isOver = last.status === "committed" || (last.status === "ready" && !last.request.planning);
  const percent = Math.min(99, Math.floor((100 * done) / days));
  if (last.status === "failed") return { status: "failed", percent };
  if (last.status === "discarded") return { status: "cancelled", percent };
  if (isOver && days === runs.length) return { status: "finished", percent: 100 };
  if (last.status === "queued" && runs.length === 1) return { status: "waiting", percent: 0 };
  return { status: "running", percent };
}

function shareDone({ status, request, progress }: PlanningRun): number {
  if (status === "committed" || status === "ready") return 1;
  const { phase, fraction, elapsedSeconds } = progress;
  if (status === "queued" || phase === "queued") return 0;
  if (phase === "travel") return TRAVEL_SHARE * fraction;
  if (phase === "search") return TRAVEL_SHARE + SEARCH_SHARE * Math.min(1, elapsedSeconds / request.maxSeconds);
  return TRAVEL_SHARE + SEARCH_SHARE + (1 - TRAVEL_SHARE - SEARCH_SHARE) * fraction;
}
