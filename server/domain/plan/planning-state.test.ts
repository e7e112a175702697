import { expect, test } from "vitest";
import type { OptimizationStatus } from "./optimization-run";
import { type PlanningRun, planningState } from "./planning-state";

const terms = { driverIds: null, deliveryIds: null, onlyEmptyRoutes: false };

function run(
  status: OptimizationStatus,
  more: Partial<PlanningRun["progress"]> = {},
  later: string[] = [],
): PlanningRun {
  return {
    status,
    request: { maxSeconds: 10, planning: { ...terms, laterDates: later } },
    progress: { phase: "queued", fraction: 0, elapsedSeconds: 0, ...more },
  };
}

test("a planning waits, is measured, searched and drawn, and is finished once it is the plan", () => {
  expect(planningState([run("queued")])).toEqual({ status: "waiting", percent: 0 });
  expect(planningState([run("running", { phase: "travel", fraction: 0.5 })]).percent).toBe(5);
  expect(planningState([run("running", { phase: "search", elapsedSeconds: 5 })]).percent).toBe(50);
  expect(planningState([run("running", { phase: "search", elapsedSeconds: 50 })]).percent).toBe(90);
  expect(planningState([run("ready", { phase: "done" })])).toEqual({ status: "running", percent: 99 });
  expect(planningState([run("committed")])).toEqual({ status: "finished", percent: 100 });
});

test("of several days each is a share, and the last one's fate is the planning's", () => {
  const first = run("committed", {}, ["2031-01-02", "2031-01-03"]);
  expect(planningState([first])).toEqual({ status: "running", percent: 33 });
  const second = (status: OptimizationStatus) => planningState([first, run(status, {}, ["2031-01-03"])]);
  expect(second("queued")).toEqual({ status: "running", percent: 33 });
  expect(second("discarded")).toEqual({ status: "cancelled", percent: 33 });
  expect(second("failed")).toEqual({ status: "failed", percent: 33 });
  expect(planningState([first, run("committed"), run("committed")]).status).toBe("finished");
});

test("a run begun at the desk is over when a person may look at it", () => {
  const desk: PlanningRun = { ...run("ready"), request: { maxSeconds: 10 } };
  expect(planningState([desk])).toEqual({ status: "finished", percent: 100 });
});
