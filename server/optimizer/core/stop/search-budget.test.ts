import { describe, expect, it } from "vitest";
import { externalStop } from "./external-stop";
import { iterationLimit } from "./iteration-limit";
import { noImprovementFor, noImprovementIn } from "./no-improvement";
import { SearchBudget } from "./search-budget";
import { timeLimit } from "./time-limit";

const status = { iterations: 50, elapsedSeconds: 5, iterationsAtBest: 40, secondsAtBest: 2 };

describe("SearchBudget", () => {
  it("goes on while nothing is used up, at the pace of what is used most", () => {
    const budget = new SearchBudget([iterationLimit(100), timeLimit(50), noImprovementFor(4), noImprovementIn(11)]);
    expect(budget.isSpent(status)).toBe(false);
    expect(budget.pace).toBe(0.5);
    expect(budget.reason).toBeUndefined();
  });

  it.each([
    ["iterations", iterationLimit(50)],
    ["time", timeLimit(5)],
    ["no-improvement", noImprovementFor(3)],
    ["no-improvement", noImprovementIn(10)],
    ["stopped", externalStop(Int32Array.of(1))],
  ] as const)("ends and says why: %s", (reason, criterion) => {
    const budget = new SearchBudget([iterationLimit(1000), criterion]);
    expect(budget.isSpent(status)).toBe(true);
    expect(budget.reason).toBe(reason);
  });

  it("sees a flag that is raised later", () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const budget = new SearchBudget([externalStop(flag)]);
    expect(budget.isSpent(status)).toBe(false);
    Atomics.store(flag, 0, 1);
    expect(budget.isSpent(status)).toBe(true);
  });
});
