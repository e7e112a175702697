import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { PlanRuns } from "../live/live-routes";

export interface DrivenStop {
  readonly status: StopRunStatus;
  readonly departed?: number;
  readonly arrived?: number;
  readonly completed?: number;
}

/** A day under way: what has become of stops, by visit, and what is expected; times in the plan's seconds. */
export function makeRuns(
  board: PlanBoard,
  routeId: string,
  stops: Readonly<Record<string, DrivenStop>>,
  expected: Readonly<Record<string, { readonly arrive: number; readonly late?: number }>> = {},
  run: Readonly<Partial<Record<"started" | "finished" | "breakFrom" | "opened", number>>> = { started: 0 },
): PlanRuns {
  const at = (seconds: number | undefined) =>
    seconds === undefined ? null : new Date(board.plan.midnightEpochMs + seconds * 1000);
  const row = { organizationId: "org", routeId, planId: board.plan.id, updatedAt: new Date(0) };
  return {
    routes: [
      {
        ...row,
        answeredAt: at(run.started),
        checkedInAt: null,
        startedAt: at(run.started),
        finishedAt: at(run.finished),
        checkedOutAt: null,
        breaks:
          run.breakFrom === undefined
            ? []
            : [{ fromMs: board.plan.midnightEpochMs + run.breakFrom * 1000, toMs: null }],
        skewSeconds: 0,
        syncedAt: new Date(0),
      },
    ],
    stops: Object.entries(stops).map(([visitId, { status, departed, arrived, completed }]) => ({
      ...row,
      visitId,
      deliveryId: `d-${visitId}`,
      status,
      departedAt: at(departed),
      arrivedAt: at(arrived),
      completedAt: at(completed),
      completion: null,
    })),
    arrivals: Object.entries(expected).map(([visitId, { arrive, late = 0 }]) => ({
      ...row,
      visitId,
      arriveAt: at(arrive)!,
      startAt: at(arrive)!,
      departAt: at(arrive + 300)!,
      lateSeconds: late,
      stopsBefore: 0,
      madeAt: new Date(0),
    })),
    links: [{ routeId, status: "accepted", openedAt: at(run.opened ?? 0) }],
  };
}
