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

/** Shares of the work: measuring ways, searching, drawing ways. */
const TRAVEL_SHARE = 0.1;
const SEARCH_SHARE = 0.8;

/** Where a planning has come to, by its first day's run: those of its other days share its fate. */
export function planningState(run: PlanningRun): PlanningState {
  const { status, request } = run;
  if (status === "committed" || (status === "ready" && !request.planning)) return { status: "finished", percent: 100 };
  const percent = Math.min(99, Math.floor(100 * shareDone(run)));
  if (status === "failed") return { status: "failed", percent };
  if (status === "discarded") return { status: "cancelled", percent };
  return status === "queued" ? { status: "waiting", percent: 0 } : { status: "running", percent };
}

function shareDone({ status, request, progress }: PlanningRun): number {
  if (status === "ready") return 1;
  const { phase, fraction, elapsedSeconds } = progress;
  if (status === "queued" || phase === "queued") return 0;
  if (phase === "travel") return TRAVEL_SHARE * fraction;
  if (phase === "search") return TRAVEL_SHARE + SEARCH_SHARE * Math.min(1, elapsedSeconds / request.maxSeconds);
  return TRAVEL_SHARE + SEARCH_SHARE + (1 - TRAVEL_SHARE - SEARCH_SHARE) * fraction;
}
