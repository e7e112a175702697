import { describe, expect, it } from "vitest";
import { externalStop } from "./external-stop";
import { iterationLimit } from "./iteration-limit";
import { noImprovementFor, noImprovementIn } from "./no-improvement";
import { SearchBudget } from "./search-budget";
import { timeLimit } from "./time-limit";

const status = { iterations: 5000, elapsedSeconds: 5, iterationsAtBest: 4000, secondsAtBest: 2 };

describe("SearchBudget", () => {
  it("goes on while nothing is used up, at the pace of what is used most", () => {
    const budget = new SearchBudget([
      iterationLimit(10_000),
      timeLimit(50),
      noImprovementFor(4),
      noImprovementIn(1100),
    ]);
    expect(budget.isSpent(status)).toBe(false);
    expect(budget.pace).toBe(0.5);
    expect(budget.reason).toBeUndefined();
  });

  it.each([
    ["iterations", iterationLimit(5000)],
    ["time", timeLimit(5)],
    ["no-improvement", noImprovementFor(3)],
    ["no-improvement", noImprovementIn(1000)],
    ["stopped", externalStop(Int32Array.of(1))],
  ] as const)("ends and says why: %s", (reason, criterion) => {
    const budget = new SearchBudget([iterationLimit(100_000), criterion]);
    expect(budget.isSpent(status)).toBe(true);
    expect(budget.reason).toBe(reason);
  });

  it("does not take seconds in which hardly anything was tried for a search in vain", () => {
    const starved = { ...status, elapsedSeconds: 60, iterationsAtBest: 4990 };
    expect(new SearchBudget([noImprovementFor(3)]).isSpent(starved)).toBe(false);
  });

  it("sees a flag that is raised later", () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const budget = new SearchBudget([externalStop(flag)]);
    expect(budget.isSpent(status)).toBe(false);
    Atomics.store(flag, 0, 1);
    expect(budget.isSpent(status)).toBe(true);
  });
});
