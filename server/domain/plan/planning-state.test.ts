import { expect, test } from "vitest";
import type { OptimizationStatus } from "./optimization-run";
import { type PlanningRun, planningState } from "./planning-state";

function run(status: OptimizationStatus, more: Partial<PlanningRun["progress"]> = {}): PlanningRun {
  return {
    status,
    request: { maxSeconds: 10, planning: { dates: ["2031-01-01", "2031-01-02"] } },
    progress: { phase: "queued", fraction: 0, elapsedSeconds: 0, ...more },
  };
}

test("a planning waits, is measured, searched and drawn, and is finished once it is the plan", () => {
  expect(planningState(run("queued"))).toEqual({ status: "waiting", percent: 0 });
  expect(planningState(run("running", { phase: "travel", fraction: 0.5 })).percent).toBe(5);
  expect(planningState(run("running", { phase: "search", elapsedSeconds: 5 })).percent).toBe(50);
  expect(planningState(run("running", { phase: "search", elapsedSeconds: 50 })).percent).toBe(90);
  expect(planningState(run("running", { phase: "lines", fraction: 0.5 })).percent).toBe(95);
  expect(planningState(run("ready", { phase: "done" }))).toEqual({ status: "running", percent: 99 });
  expect(planningState(run("committed"))).toEqual({ status: "finished", percent: 100 });
});

test("stopped or failed it stays where it was", () => {
  const half = { phase: "search", elapsedSeconds: 5 } as const;
  expect(planningState(run("discarded", half))).toEqual({ status: "cancelled", percent: 50 });
  expect(planningState(run("failed", half))).toEqual({ status: "failed", percent: 50 });
});

test("a run begun at the desk is over when a person may look at it", () => {
  const desk: PlanningRun = { ...run("ready"), request: { maxSeconds: 10 } };
  expect(planningState(desk)).toEqual({ status: "finished", percent: 100 });
});
