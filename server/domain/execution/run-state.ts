import type { CompleteOp } from "./driver-op";
import type { DeclineReason, Outcome, OutcomeReason } from "./outcome";

/** Where a visit stands on a route that is driven. */
export type StopRunStatus = "planned" | "enroute" | "arrived" | Outcome;

/** How a visit ended, as the act that ended it says. Instants are milliseconds of the device's clock. */
export interface Completion {
  readonly opId: string;
  readonly outcome: Outcome;
  readonly reason: OutcomeReason | null;
  readonly note: string;
  readonly recipientName: string;
  readonly answers: CompleteOp["answers"];
  readonly items: CompleteOp["items"];
  readonly proofIds: readonly string[];
  readonly position: CompleteOp["position"] | null;
  readonly atMs: number;
}

/** One visit's part of the day. */
export interface StopRun {
  readonly visitId: string;
  readonly status: StopRunStatus;
  readonly departedAtMs: number | null;
  readonly arrivedAtMs: number | null;
  readonly completion: Completion | null;
}

export interface RouteBreak {
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
}

/** A route's part of the day: everything the driver's acts add up to. */
export interface RouteRun {
  readonly answer: "accepted" | "declined" | null;
  readonly answeredAtMs: number | null;
  readonly declineReason: DeclineReason | null;
  readonly declineNote: string;
  readonly checkedInAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly checkedOutAtMs: number | null;
  readonly breaks: readonly RouteBreak[];
  /** By visit; visits nobody has acted on are absent. */
  readonly stops: ReadonlyMap<string, StopRun>;
}

/** A stop that nobody has acted on. */
export function untouchedStop(visitId: string): StopRun {
  return { visitId, status: "planned", departedAtMs: null, arrivedAtMs: null, completion: null };
}

/** A route's status by what has happened on it; it is finished only when its driver says so. */
export function runRouteStatus(run: RouteRun): "dispatched" | "started" | "finished" {
  if (run.finishedAtMs !== null) return "finished";
  return run.startedAtMs === null ? "dispatched" : "started";
}
